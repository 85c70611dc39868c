"""What is known by now, at the side of every question: what must be done, what may, what need not."""

from collections.abc import Callable
from dataclasses import dataclass

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides.public import heard, worded, worded_answers
from lianban.core.chains.model import Question
from lianban.core.chains.plan import HANDED_IN, Need
from lianban.core.conditions.algebra import Facts, FactValue
from lianban.core.guidance import Guide, Kind, Settled, advice_unasked, certainties, facts_after, settled
from lianban.core.guidance.spelling import spell
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
    facts = facts_known(guide, here)
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
            "key": ask_of(each.question),
            "value": _worded(each.question, each.value),
            "source": spoken(each.source, each.source_en),
            "change": correct(each.question.key),
        }
        for each in unasked(guide, here)
    ]
    rows += [
        {
            "key": spoken(each.ask.zh, each.ask.en),
            "value": spoken(each.answer.zh, each.answer.en),
            "change": correct(each.question),
        }
        for each in worded_answers(guide.chain, heard(guide.chain, here.given))
    ]
    return rows


def unasked(guide: Guide, here: Address) -> list[Settled]:
    """Return the questions that are not asked because their answer is known from elsewhere, and would matter."""
    found = settled(guide, here.given, here.known)
    return [each for each in found if each.source and _matters(guide, here, each.question)]


def _matters(guide: Guide, here: Address, question: Question) -> bool:
    known = {fact: each.value for fact, each in here.known.items() if fact != question.fact}
    nodes = guide.nodes(facts_after(guide.chain, here.given, known))
    number = guide.chain.questions.index(question)
    return bool(guide.hanging_on(number, nodes))


def facts_known(guide: Guide, here: Address) -> Facts:
    """Return every fact that is certain: from the answers, and from what is known without them."""
    return facts_after(guide.chain, here.given, {fact: each.value for fact, each in here.known.items()})


def with_known(guide: Guide, here: Address) -> dict[str, str]:
    """Return the answers, spelt, with what was known without asking as answers before them."""
    found = {each.question.key: spell(each.value) for each in unasked(guide, here)}
    return {**found, **here.spelt}


def known_text(question: Question, here: Address) -> str:
    """Return what is known of a question's fact, as an address spells it; empty when nothing is."""
    found = here.known.get(question.fact)
    return spell(found.value) if found else ""


def _worded(question: Question, value: FactValue) -> str:
    word = worded(question, value)
    return spoken(word.zh, word.en)


def advice(guide: Guide, here: Address) -> list[dict[str, str]]:
    """Return the notes that concern the applicant: on answers given, and on answers to questions nobody asked."""
    given = [
        {
            "on": f"{spoken(each.ask.zh, each.ask.en)} {spoken(each.answer.zh, each.answer.en)}",
            "note": spoken(note.zh, note.en),
            "given": "yes",
        }
        for each in worded_answers(guide.chain, heard(guide.chain, here.given))
        for note in each.notes
    ]
    unasked = [
        {
            "on": f"{ask_of(question)} {spoken(answer.label, answer.label_en)}",
            "note": spoken(answer.note, answer.note_en),
            "given": "",
        }
        for question, answer in advice_unasked(guide, here.given, here.known)
    ]
    return [*given, *unasked]
