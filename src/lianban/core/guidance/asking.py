"""What a page needs between two answers: the next question and why, what is certain by now, what would change."""

from collections.abc import Mapping
from dataclasses import dataclass

from lianban.core.chains.model import Answer, Question
from lianban.core.chains.plan import Need
from lianban.core.conditions.algebra import Condition, Facts, FactValue
from lianban.core.conditions.diagram import FALSE, TRUE
from lianban.core.conditions.truth import evaluate, residual
from lianban.core.guidance.answers import UNKNOWN, Answers, is_given, setters_of
from lianban.core.guidance.guide import Guide
from lianban.core.guidance.outcome import Consequence


@dataclass(frozen=True, slots=True)
class Known:
    """A fact from elsewhere. source: where from, in words that a page shows (来自电子证照：营业执照)."""

    value: FactValue
    source: str
    source_en: str = ""


KnownFacts = Mapping[str, Known]
_NOTHING: KnownFacts = {}


@dataclass(frozen=True, slots=True)
class Asked:
    """The next question. because: what hangs on it, still open.

    expected, at_most: how many questions there will be from here, this one included.
    """

    question: Question
    because: tuple[Consequence, ...]
    expected: float
    at_most: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A question that need not be asked, because its fact is known.

    implied_by: the question whose answer implies it; None when `source` says where it is known from.
    Correctable: by answering the question, or, when implied, by changing the answer that implies it.
    """

    question: Question
    value: FactValue
    source: str = ""
    implied_by: Question | None = None
    source_en: str = ""


@dataclass(frozen=True, slots=True)
class Certainty:
    """How certain a consequence is. because: what is left of its circumstances."""

    consequence: Consequence
    need: Need
    because: Condition


@dataclass(frozen=True, slots=True)
class Change:
    """A consequence whose certainty another answer changes."""

    consequence: Consequence
    before: Need
    after: Need


@dataclass(frozen=True, slots=True)
class Difference:
    """What other answers would change. questions_*: expected number of questions still to come."""

    changes: tuple[Change, ...]
    questions_before: float
    questions_after: float


def next_question(guide: Guide, answers: Answers, known: KnownFacts = _NOTHING) -> Asked | None:
    """Return the question to ask now; None when nothing open depends on a question any more.

    Raises AnswerRefused, NoSuchQuestion.
    """
    facts = _facts(guide, answers, known)
    state = guide.state(answers, facts)
    number = guide.strategy.next(state)
    if number is None:
        return None
    question = guide.map.askings[number].question
    because = guide.hanging_on(number, guide.nodes(facts))
    return Asked(question, because, guide.strategy.expected(state), guide.strategy.worst(state))


def settled(guide: Guide, answers: Answers, known: KnownFacts = _NOTHING) -> tuple[Settled, ...]:
    """Return the questions whose fact is known without having been asked, in the chain's order."""
    facts = _facts(guide, answers, known)
    found = (_settled(guide, question, facts, answers, known) for question in guide.chain.questions)
    return tuple(each for each in found if each is not None)


def _settled(guide: Guide, question: Question, facts: Facts, answers: Answers, known: KnownFacts) -> Settled | None:
    if question.fact not in facts:
        return None
    value = facts[question.fact]
    for setter, answer in setters_of(guide.chain, question.fact):
        if is_given(answer, setter, facts.get(setter.fact)):
            return Settled(question, value, implied_by=setter)
    if answers.get(question.key, UNKNOWN) is UNKNOWN and question.fact in known:
        found = known[question.fact]
        return Settled(question, value, found.source, source_en=found.source_en)
    return None


def certainties(guide: Guide, facts: Facts) -> tuple[Certainty, ...]:
    """Return for every consequence whether it is certain (必办), possible (可能需要) or not needed (不需要)."""
    together = zip(guide.consequences, guide.nodes(facts), strict=True)
    return tuple(Certainty(each, _need(node), residual(each.when, facts)) for each, node in together)


def what_if(guide: Guide, answers: Answers, changed: Answers, known: KnownFacts = _NOTHING) -> Difference:
    """Return what would be different with the answers in `changed` put in the place of those given."""
    others = {**answers, **changed}
    before, after = _facts(guide, answers, known), _facts(guide, others, known)
    rows = zip(guide.consequences, guide.nodes(before), guide.nodes(after), strict=True)
    changes = tuple(Change(each, _need(was), _need(now)) for each, was, now in rows if _need(was) is not _need(now))
    now, then = guide.state(answers, before), guide.state(others, after)
    return Difference(changes, guide.strategy.expected(now), guide.strategy.expected(then))


def advice_unasked(guide: Guide, answers: Answers, known: KnownFacts = _NOTHING) -> tuple[tuple[Question, Answer], ...]:
    """Return the notes that still concern the applicant though their question is not asked.

    A page shows them as “如果……，请注意……”, so that leaving a question out loses no advice.
    """
    facts = _facts(guide, answers, known)
    unasked = [q for q in guide.chain.questions if q.fact not in facts and evaluate(q.when, facts) is not False]
    return tuple((question, answer) for question in unasked for answer in question.answers if answer.note)


def _facts(guide: Guide, answers: Answers, known: KnownFacts) -> Facts:
    return guide.consequent.facts(answers, {fact: each.value for fact, each in known.items()})


def _need(node: int) -> Need:
    return {TRUE: Need.CERTAIN, FALSE: Need.NOT_NEEDED}.get(node, Need.POSSIBLE)
