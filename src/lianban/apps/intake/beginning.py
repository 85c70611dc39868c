"""Beginning an application: prefilled, and with what is known of its circumstances."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake import planning, prefilling
from lianban.apps.intake.declaring import take_known
from lianban.apps.intake.models import Draft
from lianban.core.guidance.spelling import read_all


@transaction.atomic
def start(owner: UUID, chain_key: str, answers: Mapping[str, str], notice_number: str, now: datetime) -> UUID:
    """Begin an application, prefilled; go on with the open one that was begun from the same notice.

    answers: question key → answer as addresses spell it. Raises UnknownChain, AnswerRefused, NoSuchQuestion.
    """
    chain = catalogue.current().chain(chain_key)
    read_all(chain, answers)
    earlier = Draft.objects.filter(owner_id=owner, chain=chain_key, answers=dict(answers), case_number="")
    if found := earlier.order_by("-changed_at", "-id").first():
        return found.pk
    draft = Draft(
        owner_id=owner,
        chain=chain_key,
        answers=dict(answers),
        notice_number=notice_number,
        opened_at=now,
        changed_at=now,
        values={},
        delivery={},
    )
    take_known(draft, owner, now)
    filled = prefilling.prefill(planning.plan_of(draft), owner, now)
    draft.values, draft.sources = dict(filled.values), {**filled.sources, **draft.sources}
    draft.save(force_insert=True)
    return draft.pk
