"""A person's own drafts, found by their key; nobody else's are told apart from none."""

from uuid import UUID

from lianban.apps.intake.errors import AlreadySubmitted, NoSuchDraft
from lianban.apps.intake.models import Draft


def find(owner: UUID, draft_id: UUID) -> Draft:
    """Return somebody's own draft. Raises NoSuchDraft for everybody else's."""
    draft = Draft.objects.filter(pk=draft_id, owner_id=owner).first()
    if draft is None:
        raise NoSuchDraft
    return draft


def find_open(owner: UUID, draft_id: UUID) -> Draft:
    """Return and lock somebody's own unfinished draft. Raises NoSuchDraft, AlreadySubmitted."""
    draft = Draft.objects.select_for_update().filter(pk=draft_id, owner_id=owner).first()
    if draft is None:
        raise NoSuchDraft
    if draft.case_number:
        raise AlreadySubmitted(draft.case_number)
    return draft
