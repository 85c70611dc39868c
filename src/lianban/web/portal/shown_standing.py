"""What is known by now, at the side of every question: what must be done, what may, what need not."""

from collections.abc import Callable
from dataclasses import dataclass

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides.public import heard, worded_answers
from lianban.core.chains.plan import Need
from lianban.core.chains.reductions import HANDED_IN
from lianban.core.guidance import Answers, Guide, Kind, advice_unasked, certainties, facts_after
from lianban.web.portal.asking import Address
from lianban.web.portal.shown_question import ask_of
from lianban.web.portal.words import name_of, spoken


@dataclass(frozen=True, slots=True)
class Standing:
    """The running summary. rows: the answers so far, each with the address that corrects it. days: working days."""

    certain: tuple[str, ...]
    possible: tuple[str, ...]
    not_needed: tuple[str, ...]
    rows: tuple[dict[str, object], ...]
    materials: int
    days: object
    visits: int


def standing(guide: Guide, here: Address, correct: Callable[[str], str]) -> Standing:
    """Return the summary for these answers."""
    facts = facts_after(guide.chain, here.given)
    items = [each for each in certainties(guide, facts) if each.consequence.kind is Kind.ITEM]
    by = {need: tuple(name_of(each.consequence) for each in items if each.need is need) for need in Need}
    plan = catalogue.plan(guide.chain.key, facts)
    return Standing(
        certain=by[Need.CERTAIN],
        possible=by[Need.POSSIBLE],
        not_needed=by[Need.NOT_NEEDED],
        rows=tuple(_rows(guide, here, correct)),
        materials=sum(each.marking in HANDED_IN for each in plan.materials),
        days=plan.process.promise,
        visits=int(plan.reductions.visits.after),
    )


def _rows(guide: Guide, here: Address, correct: Callable[[str], str]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {
            "key": spoken(each.ask.zh, each.ask.en),
            "value": spoken(each.answer.zh, each.answer.en),
            "change": correct(each.question),
        }
        for each in worded_answers(guide.chain, heard(guide.chain, here.given))
    ]
    return rows


def advice(guide: Guide, answers: Answers) -> list[dict[str, str]]:
    """Return the notes that concern the applicant: on answers given, and on answers to questions nobody asked."""
    given = [
        {
            "on": f"{spoken(each.ask.zh, each.ask.en)} {spoken(each.answer.zh, each.answer.en)}",
            "note": spoken(note.zh, note.en),
            "given": "yes",
        }
        for each in worded_answers(guide.chain, heard(guide.chain, answers))
        for note in each.notes
    ]
    unasked = [
        {
            "on": f"{ask_of(question)} {spoken(answer.label, answer.label_en)}",
            "note": spoken(answer.note, answer.note_en),
            "given": "",
        }
        for question, answer in advice_unasked(guide, answers)
    ]
    return [*given, *unasked]
