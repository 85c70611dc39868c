"""Circumstances told beside the questions: on the materials page, or known before anybody asks."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake import knowing, planning
from lianban.apps.intake.errors import CircumstanceRefused
from lianban.apps.intake.keeping import Keeper, find_open
from lianban.apps.intake.models import Draft
from lianban.core.chains.model import QuestionKind
from lianban.core.guidance import UNKNOWN
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.spelling import TRUTHS, read


@transaction.atomic
def declare(keeper: Keeper, draft_id: UUID, fact: str, text: str, now: datetime) -> None:
    """State a circumstance on which a field or a material hangs.

    fact: of a question of the chain, or a situation of the vocabulary. text: as an address spells an answer; a place
    by its code or as an address writes it. “unknown” takes back what was said.
    Raises CircumstanceRefused, NoSuchDraft, AlreadySubmitted.
    """
    draft = find_open(keeper, draft_id)
    said = _spelt(draft, fact, text.strip())
    told = {key: value for key, value in draft.declared.items() if key != fact}
    draft.declared = told if said is None else {**told, fact: said}
    draft.sources = {key: source for key, source in draft.sources.items() if key != fact}
    draft.changed_at = now
    draft.save(update_fields=["declared", "sources", "changed_at"])


def take_known(draft: Draft, owner: UUID, now: datetime) -> None:
    """Put into a new draft, with its source, what is known of circumstances that no question gives."""
    plan = planning.plan_of(draft)
    situations = catalogue.current().vocabulary.situations
    open_facts = frozenset(fact for fact in planning.spoken_of(plan) if fact in situations and fact not in plan.facts)
    for fact, known in knowing.known_situations(owner, open_facts, now).items():
        if isinstance(known.value, bool):
            draft.declared = {**draft.declared, fact: known.value}
            draft.sources = {**draft.sources, fact: known.source}


def _spelt(draft: Draft, fact: str, text: str) -> bool | str | None:
    """Return what is kept; None to forget it. Only what the page offers is taken."""
    for question in catalogue.current().chain(draft.chain).questions:
        if question.fact == fact:
            spelt = catalogue.divisions().located(text) or text if question.kind is QuestionKind.PLACE else text
            try:
                return None if read(question, spelt) is UNKNOWN else spelt
            except AnswerRefused as refused:
                raise CircumstanceRefused(question.ask) from refused
    if fact not in catalogue.current().vocabulary.situations or text not in (*TRUTHS, UNKNOWN.value):
        raise CircumstanceRefused(_("这个情况"))
    return TRUTHS.get(text)
