"""Who may see which proceedings: the one query that every list, count, search and export goes through."""

import uuid
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from lianban.apps.docket.models import Proceeding
from lianban.core.proceedings.events import Actor, Role

Row = TypeVar("Row", bound=Model)


def visible_proceedings(actor: Actor, *, parts: bool | None = None, asked: bool | None = None) -> QuerySet[Proceeding]:
    """Return what an actor may see, and nothing else.

    parts: True for parts of whole things alone, False for whole things alone; an inbox that says so is much faster.
    asked: True for what the actor's authority was only asked about, False for everything else; both without.

    applicant: their own, or those of the person they act for. clerk, issuer: their hall's. approver: the parts their
    authority decides, once they may begin, and the whole things those belong to; and the parts of others, for as long
    as their authority is asked for its view. supervisor: all. Others: none.
    """
    match actor.role:
        case Role.APPLICANT:
            return _own(actor.on_behalf_of or actor.person)
        case Role.CLERK | Role.ISSUER if actor.hall:
            return Proceeding.objects.filter(hall=actor.hall)
        case Role.APPROVER if actor.authority:
            return Proceeding.objects.filter(_for_authority(actor.authority, parts, asked))
        case Role.SUPERVISOR:
            return Proceeding.objects.all()
    return Proceeding.objects.none()


def seen_by(actor: Actor, rows: QuerySet[Row], way: str) -> QuerySet[Row]:
    """Return those rows of another table that are about what an actor may see. way: from a row to its proceeding."""
    everything = actor.role is Role.SUPERVISOR
    return rows if everything else rows.filter(**{f"{way}__in": visible_proceedings(actor)})


def _own(person: str) -> QuerySet[Proceeding]:
    return Proceeding.objects.filter(applicant=uuid.UUID(person))


def _for_authority(authority: str, parts: bool | None, asked: bool | None) -> Q:
    decides, consulted = _decided_by(authority, parts), _asked_of(authority, parts)
    return {True: consulted, False: decides, None: decides | consulted}[asked]


def _decided_by(authority: str, parts: bool | None) -> Q:
    theirs = Q(authority=authority, waiting=False)
    own = theirs & Q(parent__isnull=False)
    whole = Q(Exists(Proceeding.objects.filter(theirs, parent=OuterRef("pk"))), parent=None)
    return {True: own, False: whole, None: own | whole}[parts]


def _asked_of(authority: str, parts: bool | None) -> Q:
    if parts is False:
        return Q(pk__in=())
    return Q(asked__contains=[authority], asked_by__isnull=False, parent__isnull=False)
