"""The guide checked without diagrams: every combination of answers is played through and compared.

It knows nothing of how the order was found. It asks what the guide asks, takes the facts that follow, and evaluates the
conditions as the definitions have them; then it does the same with every question answered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod

from lianban.core.chains.domains import domain_of
from lianban.core.chains.model import Question, QuestionKind
from lianban.core.conditions.algebra import Condition, Const, Facts, FactValue, facts_of
from lianban.core.conditions.decide import equivalent
from lianban.core.conditions.diagram import FALSE, TRUE
from lianban.core.conditions.domains import classes
from lianban.core.conditions.simplify import identity
from lianban.core.conditions.truth import residual
from lianban.core.guidance.answers import Answers, answers_by_fact, fact_value, set_facts
from lianban.core.guidance.guide import Guide
from lianban.core.kernel.errors import DomainError

MOST = 50_000
"""Most combinations of a chain that is played through; the diagrams prove larger ones."""


class OutcomeDiffers(DomainError):
    """The guide's answers lead to another outcome than answering everything. It never may; this is a defect."""

    code = "OUTCOME_DIFFERS"

    def __init__(self, chain: str, asked: Answers, everything: Answers) -> None:
        super().__init__(
            f"链条“{chain}”按导引提问与全部提问的结果不一致。请停用该导引并报告此问题。",
            chain=chain,
            asked=dict(asked),
            everything=dict(everything),
        )


def replay(guide: Guide, given: Mapping[str, FactValue] | None = None, most: int = MOST) -> int | None:
    """Return how many combinations were played through, all with the same outcome; None when there are too many.

    given: answers that stand fast, by question, while all others are varied; a part of a large chain.
    Raises OutcomeDiffers with the first combination that comes out otherwise.
    """
    play = _Replay(guide, given or {})
    return play.all() if play.combinations() <= most else None


class _Replay:
    def __init__(self, guide: Guide, given: Mapping[str, FactValue]) -> None:
        self._guide = guide
        self._given = given
        different = {identity(each.when): each.when for each in guide.consequences}
        self._nodes = [guide.map.compile(when) for when in different.values()]
        self._conditions = [(when, sorted(facts_of(when))) for when in different.values()]
        self._values = {each.key: tuple(values_of(guide, each)) for each in guide.chain.questions}
        self._domains = answers_by_fact(guide.chain)
        self._asked_facts = {each.fact for each in guide.chain.questions} | set(set_facts(guide.chain))
        self._reach = {each.key: self._reached(each) for each in guide.chain.questions}
        self._left: dict[tuple[int, tuple[FactValue | None, ...]], Condition] = {}

    def combinations(self) -> int:
        return self._ways_beside(self._given)

    def all(self) -> int:
        return sum(self._compare(asked) for asked in self._walks(self._given))

    def _ways_beside(self, answers: Mapping[str, FactValue]) -> int:
        return prod(len(values) for key, values in self._values.items() if key not in answers)

    def _walks(self, answers: Mapping[str, FactValue]) -> Iterator[Mapping[str, FactValue]]:
        guide = self._guide
        number = guide.strategy.next(guide.state(answers, guide.consequent.facts(answers)))
        if number is None:
            yield answers
            return
        key = guide.map.askings[number].question.key
        for value in self._values[key]:
            yield from self._walks({**answers, key: value})

    def _compare(self, asked: Mapping[str, FactValue]) -> int:
        """A condition that is decided stays so whatever else is known, unless another answer overrides a fact."""
        short = self._guide.consequent.facts(asked)
        at_end = self._residuals(short)
        left = [at for at, condition in enumerate(at_end) if facts_of(condition) & self._asked_facts]
        rest = self._touching(asked, short, frozenset().union(*(facts_of(at_end[at]) for at in left)))
        first: list[Condition] | None = None
        for values in product(*(self._values[key] for key in rest)):
            everything = {**asked, **dict(zip(rest, values, strict=True))}
            full = self._guide.consequent.facts(everything)
            places = left if first and short.items() <= full.items() else range(len(at_end))
            first = first or self._shown(asked, full, short)
            if not self._is_same(first, full, places):
                raise OutcomeDiffers(self._guide.chain.name, asked, everything)
        return self._ways_beside(asked)

    def _touching(self, asked: Mapping[str, FactValue], short: Facts, open_facts: frozenset[str]) -> list[str]:
        """Return the unasked questions whose answers reach a fact that is open, or already known, or asked about.

        The answers of the others can be anything: no condition in play names a fact that they reach.
        """
        gates = {question.key: facts_of(question.when) for question in self._guide.chain.questions}
        watched = set(open_facts) | short.keys()
        watched.update(*(gates[key] for key in asked))
        found: list[str] = []
        while more := [key for key in gates if key not in asked and key not in found and self._reach[key] & watched]:
            found += more
            watched.update(*(gates[key] for key in more))
        return found

    def _reached(self, question: Question) -> frozenset[str]:
        """Return the facts that a question's answers can fix, directly or through what they imply."""
        facts, questions = {question.fact}, self._guide.chain.questions
        while (
            more := {fact for q in questions if q.fact in facts for answer in q.answers for fact in answer.sets} - facts
        ):
            facts |= more
        return frozenset(facts)

    def _is_same(self, first: Sequence[Condition], full: Facts, places: Iterable[int]) -> bool:
        return all(self._are_equivalent(first[at], self._residual(at, full)) for at in places)

    def _shown(self, asked: Mapping[str, FactValue], full: Facts, short: Facts) -> list[Condition]:
        """Return the outcome with everything answered; the guide must already call certain what is certain in it."""
        outcome = self._residuals(full)
        decided = [(at, condition.value) for at, condition in enumerate(outcome) if isinstance(condition, Const)]
        nodes = self._guide.map.restrict([self._nodes[at] for at, _ in decided], short)
        if nodes != [TRUE if value else FALSE for _, value in decided]:
            raise OutcomeDiffers(self._guide.chain.name, asked, full)
        return outcome

    def _residuals(self, facts: Facts) -> list[Condition]:
        return [self._residual(at, facts) for at in range(len(self._conditions))]

    def _are_equivalent(self, one: Condition, other: Condition) -> bool:
        return one is other or one == other or equivalent(one, other, self._domains) is True

    def _residual(self, at: int, facts: Facts) -> Condition:
        condition, names = self._conditions[at]
        key = (at, tuple(facts.get(name) for name in names))
        if key not in self._left:
            self._left[key] = residual(condition, facts)
        return self._left[key]


def values_of(guide: Guide, question: Question) -> Iterator[FactValue]:
    """Yield every answer; for numbers, days and free words one of each class."""
    if question.kind is QuestionKind.MULTI:
        options = [answer.value for answer in question.answers]
        for taken in product((False, True), repeat=len(options)):
            yield frozenset(option for option, is_taken in zip(options, taken, strict=True) if is_taken)
    elif question.kind is QuestionKind.YES_NO:
        yield from (True, False)
    elif question.answers:
        yield from (fact_value(answer, question) for answer in question.answers)
    else:
        atoms = next((v.atoms for v in guide.map.variables if v.fact == question.fact), ())
        yield from classes(domain_of(question), atoms)
