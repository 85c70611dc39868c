"""For whom somebody may act on a day, and who leads."""

import uuid
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.lookups import IsNull

from lianban.apps.organs.models import Absence, Assignment
from lianban.core.proceedings.events import Actor, Role


def posts_in_force(on: date) -> QuerySet[Assignment]:
    """Return every post held on a day by somebody whose account is in use."""
    return Assignment.objects.filter(Q(until_on=None) | Q(until_on__gte=on), from_on__lte=on, person__is_active=True)


def absences_in_force(on: date) -> QuerySet[Absence]:
    """Return every absence of a day that was not taken back, as long as the deputy works in the same place."""
    posts = posts_in_force(on).values("pk")
    found = Absence.objects.filter(ended_at=None, from_on__lte=on, until_on__gte=on, post__in=posts)
    return found.filter(
        Exists(posts_in_force(on).filter(_beside("authority"), _beside("hall"), person=OuterRef("deputy")))
    )


def _beside(place: str) -> Q:
    outer = OuterRef(f"post__{place}")
    return Q(**{place: outer}) | Q(IsNull(outer, True), **{f"{place}__isnull": True})


def principals(deputy: uuid.UUID | str, role: Role, authority: str, on: date) -> tuple[uuid.UUID, ...]:
    """Return for whom somebody stands in on a day, among those who work in a role for an authority."""
    found = absences_in_force(on).filter(deputy=deputy, post__role=role.value, post__authority__key=authority)
    return tuple(found.order_by("id").values_list("post__person", flat=True).distinct())


def acting_for(actor: Actor, holder: str, on: date) -> Actor:
    """Return the actor as they act on what a holder has in hand: for the holder, while they stand in for them."""
    if not holder or holder in actor.people or actor.role is not Role.APPROVER:
        return actor
    stands_in = uuid.UUID(holder) in principals(actor.person, actor.role, actor.authority, on)
    return actor.model_copy(update={"on_behalf_of": holder}) if stands_in else actor


def leading(person: uuid.UUID | str, on: date) -> QuerySet[Assignment]:
    """Return the posts of a head that somebody works in on a day, their own and those they stand in for."""
    stood_in = absences_in_force(on).filter(deputy=person).values("post")
    return posts_in_force(on).filter(Q(person=person) | Q(pk__in=stood_in), leads=True)


def leads(actor: Actor, on: date) -> bool:
    """Whether an actor leads the authority they act for."""
    return bool(actor.authority) and leading(actor.person, on).filter(authority__key=actor.authority).exists()


def colleagues(authority: str, role: Role, on: date) -> tuple[uuid.UUID, ...]:
    """Return who works in a role for an authority on a day."""
    found = posts_in_force(on).filter(authority__key=authority, role=role.value)
    return tuple(dict.fromkeys(found.order_by("id").values_list("person", flat=True)))
