"""A chain as decision diagrams: what each consequence still hangs on, whatever has been answered.

Variables are the facts of questions, in the chain's order, and below them the facts that no question gives. The fact
of a question whose circumstances are not given is such a free fact too. A consequence whose diagram no longer depends
on a question is certain as far as questions can make it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lianban.core.chains.model import Answer, Chain, Question, QuestionKind
from lianban.core.conditions.algebra import ALWAYS, Condition, Equals, Facts, Has
from lianban.core.conditions.diagram import FALSE, TRUE, Diagrams
from lianban.core.conditions.domains import atoms_of
from lianban.core.conditions.space import Variable, connect, variables_for
from lianban.core.conditions.truth import Atom, holds
from lianban.core.guidance.answers import answers_by_fact, fact_value, set_facts, setters_of
from lianban.core.guidance.errors import CircularQuestions

NODES = 400_000
"""Most diagram nodes of one chain."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One variable of a question. twin: the free variable of the same fact, where the question may not apply."""

    at: int
    twin: int | None
    variable: Variable


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with its variables (`mask` as bits), and the diagram of when it may be asked.

    implied: the diagram of when other answers already give its fact.
    """

    question: Question
    dimensions: tuple[Dimension, ...]
    mask: int
    gate: int
    implied: int


class QuestionMap:
    """Every question, gate and condition of a chain over one diagram."""

    def __init__(self, chain: Chain, conditions: Iterable[Condition]) -> None:
        self._chain = chain
        self._open: list[str] = []
        self._atoms: dict[tuple[Atom, bool, bool], int] = {}
        self._compiled: dict[int, tuple[Condition, int]] = {}
        kept = tuple(conditions)
        self._place(kept)
        self.askings = tuple(self._asking(question) for question in chain.questions)
        self.conditions = tuple(self.compile(condition) for condition in kept)

    def _place(self, conditions: tuple[Condition, ...]) -> None:
        chain = self._chain
        tests = [_chosen(q, a) for fact in set_facts(chain) for q, a in setters_of(chain, fact)]
        atoms = atoms_of((*conditions, *(q.when for q in chain.questions), *tests))
        domains = answers_by_fact(chain)
        asked = dict.fromkeys(q.fact for q in chain.questions if q.fact in atoms)
        gated = {fact for fact in asked if self._gates(fact)}
        above = [v for fact in asked for v in variables_for(fact, atoms[fact], domains)]
        free = [fact for fact in sorted(atoms) if fact not in asked or fact in gated]
        below = [v for fact in free for v in variables_for(fact, atoms[fact], domains)]
        self.variables = (*above, *below)
        self.first_free = len(above)
        self.diagrams = Diagrams([len(v.values) for v in self.variables], NODES)
        self.asked_bits = (1 << self.first_free) - 1

    def _gates(self, fact: str) -> tuple[Condition, ...]:
        """Return when the fact's questions may be asked; nothing when one of them always may."""
        gates = tuple(q.when for q in self._chain.questions if q.fact == fact)
        return () if ALWAYS in gates else gates

    def _asking(self, question: Question) -> Asking:
        free = {(v.fact, v.option): at for at, v in enumerate(self.variables) if at >= self.first_free}
        dimensions = tuple(
            Dimension(at, free.get((v.fact, v.option)), v)
            for at, v in enumerate(self.variables[: self.first_free])
            if v.fact == question.fact
        )
        mask = sum(1 << dimension.at for dimension in dimensions)
        implied = FALSE
        for setter, answer in setters_of(self._chain, question.fact):
            implied = self.diagrams.either(implied, self._atom(_chosen(setter, answer), is_given=True))
        return Asking(question, dimensions, mask, self._gate(question.when), implied)

    def compile(self, condition: Condition) -> int:
        """Return the diagram of a condition: what sets a fact and when its question applies are worked in."""
        known = self._compiled.get(id(condition))
        if known is None:
            node = connect(condition, self.diagrams, self.compile, self._atom)
            known = self._compiled[id(condition)] = (condition, node)
        return known[1]

    def _atom(self, atom: Atom, is_given: bool = False) -> int:
        """Return where a comparison holds. is_given: only where the fact is given, not where it may happen to be so."""
        key = (atom, isinstance(atom, Equals) and isinstance(atom.value, bool), is_given)
        if key not in self._atoms:
            if atom.fact in self._open:
                raise CircularQuestions(tuple(self._open[self._open.index(atom.fact) :]))
            self._open.append(atom.fact)
            self._atoms[key] = self._resolved(atom, is_given)
            self._open.pop()
        return self._atoms[key]

    def _resolved(self, atom: Atom, is_given: bool) -> int:
        node = self._answered(atom, is_given)
        for question, answer in reversed(list(setters_of(self._chain, atom.fact))):
            value = TRUE if holds(atom, answer.sets[atom.fact]) else FALSE
            node = self.diagrams.choose(self._atom(_chosen(question, answer), is_given=True), value, node)
        return node

    def _answered(self, atom: Atom, is_given: bool) -> int:
        own = self._own(atom, range(self.first_free))
        free = None if is_given else self._own(atom, range(self.first_free, len(self.variables)))
        if own is None:
            return FALSE if free is None else free
        gates = self._gates(atom.fact)
        if not gates:
            return own
        gate = FALSE
        for each in gates:
            gate = self.diagrams.either(gate, self._gate(each))
        return self.diagrams.choose(gate, own, FALSE if free is None else free)

    def _gate(self, when: Condition) -> int:
        """Return where a question may be asked: circumstances that no question settles are taken for given."""
        return self.diagrams.some_below(self.compile(when), self.first_free, {})

    def _own(self, atom: Atom, places: range) -> int | None:
        found = None
        for at in places:
            variable = self.variables[at]
            if variable.fact != atom.fact:
                continue
            if variable.option is None:
                return self.diagrams.node(at, [int(holds(atom, value)) for value in variable.values])
            found = FALSE
            if isinstance(atom, Has) and atom.option == variable.option:
                return self.diagrams.node(at, (FALSE, TRUE))
        return found

    def chosen(self, facts: Facts) -> Iterator[tuple[int, int]]:
        """Yield each variable that the facts fix, with its class."""
        for at, variable in enumerate(self.variables):
            if variable.fact in facts:
                chosen = variable.class_of(facts[variable.fact])
                if chosen is not None:
                    yield at, chosen

    def restrict(self, nodes: Sequence[int], facts: Facts) -> list[int]:
        """Return what is left of diagrams once these facts are known."""
        left = list(nodes)
        for at, chosen in self.chosen(facts):
            left = [self.diagrams.restrict(node, at, chosen) for node in left]
        return left

    def combinations(self) -> int:
        """Return in how many ways all questions together can be answered; numbers and days count by class."""
        total = 1
        for asking in self.askings:
            total *= _ways(asking)
        return total


def _ways(asking: Asking) -> int:
    question = asking.question
    match question.kind:
        case QuestionKind.YES_NO:
            return 2
        case QuestionKind.MULTI:
            return 1 << len(question.answers)
    if question.answers:
        return len(question.answers)
    return max(1, len(asking.dimensions[0].variable.values)) if asking.dimensions else 1


def _chosen(question: Question, answer: Answer) -> Atom:
    if question.kind is QuestionKind.MULTI:
        return Has(question.fact, answer.value)
    return Equals(question.fact, fact_value(answer, question))
