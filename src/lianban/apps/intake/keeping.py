"""Who has a draft in hand: its owner online, or a hall whose window fills it in for somebody at the counter."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from django.db.models import Q

from lianban.apps.intake.errors import AlreadySubmitted, NoSuchDraft
from lianban.apps.intake.models import Draft


@dataclass(frozen=True, slots=True)
class Counter:
    """The counter of a hall. hall: its key; without one it keeps nothing."""

    hall: str


Keeper: TypeAlias = UUID | Counter
"""The account of an owner online, or a counter. What one keeps, the other does not find."""


def kept_by(keeper: Keeper) -> Q:
    """Return the condition under which a draft is in somebody's hand."""
    if isinstance(keeper, Counter):
        return Q(hall=keeper.hall) & ~Q(hall="")
    return Q(owner_id=keeper, hall="")


def find(keeper: Keeper, draft_id: UUID) -> Draft:
    """Return a draft of one's own. Raises NoSuchDraft for everybody else's."""
    draft = Draft.objects.filter(kept_by(keeper), pk=draft_id).first()
    if draft is None:
        raise NoSuchDraft
    return draft


def find_locked(keeper: Keeper, draft_id: UUID) -> Draft:
    """Return and lock a draft of one's own, handed in or not. Raises NoSuchDraft."""
    draft = Draft.objects.select_for_update().filter(kept_by(keeper), pk=draft_id).first()
    if draft is None:
        raise NoSuchDraft
    return draft


def find_open(keeper: Keeper, draft_id: UUID) -> Draft:
    """Return and lock an unfinished draft of one's own. Raises NoSuchDraft, AlreadySubmitted."""
    draft = find_locked(keeper, draft_id)
    if draft.case_number:
        raise AlreadySubmitted(draft.case_number)
    return draft
