"""Beginning an application: prefilled, and with what is known of its circumstances."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake import planning, prefilling
from lianban.apps.intake.declaring import take_known
from lianban.apps.intake.keeping import kept_by
from lianban.apps.intake.models import Draft
from lianban.core.chains.plan import Plan
from lianban.core.guidance.spelling import read_all


@transaction.atomic
def start(owner: UUID, chain_key: str, answers: Mapping[str, str], notice_number: str, now: datetime) -> UUID:
    """Begin an application, prefilled; go on with the open one that was begun from the same notice.

    answers: question key → answer as addresses spell it. Raises UnknownChain, AnswerRefused, NoSuchQuestion.
    """
    read_all(catalogue.current().chain(chain_key), answers)
    earlier = Draft.objects.filter(kept_by(owner), chain=chain_key, answers=dict(answers), case_number="")
    if found := earlier.order_by("-changed_at", "-id").first():
        return found.pk
    draft = Draft(owner_id=owner, chain=chain_key, answers=dict(answers), notice_number=notice_number)
    return open_draft(draft, lambda plan: prefilling.prefill(plan, owner, now), now)


def open_draft(draft: Draft, fill: Callable[[Plan], prefilling.Filled], now: datetime) -> UUID:
    """Keep a draft whose owner, chain and answers are set, with what is known. fill: returns it for a plan's form."""
    draft.opened_at = draft.changed_at = now
    draft.values, draft.delivery = {}, {}
    take_known(draft, draft.owner_id, now)
    filled = fill(planning.plan_of(draft))
    draft.values, draft.sources = dict(filled.values), {**filled.sources, **draft.sources}
    draft.save(force_insert=True)
    return draft.pk
