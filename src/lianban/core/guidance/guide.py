"""A chain's guide: its questions, its outcome and the order of asking, compiled once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lianban.core.chains.model import Chain
from lianban.core.conditions.algebra import Facts
from lianban.core.guidance.answers import UNKNOWN, Answers, Consequent
from lianban.core.guidance.errors import NoSuchQuestion
from lianban.core.guidance.learning import NOTHING, Learned
from lianban.core.guidance.map import QuestionMap
from lianban.core.guidance.outcome import Consequence, outcome_of
from lianban.core.guidance.state import State, States
from lianban.core.guidance.strategy import Strategy, best_strategy
from lianban.core.guidance.weights import Rows, rows_of
from lianban.core.items.model import ServiceItem

LATER_EFFORT, LATER_ROOM = 40, 40
"""What choosing one question may spend on states that compiling has not seen (“不清楚”, corrections)."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A compiled chain. consequent: what follows from answers. consequences: the outcome. rows: probabilities.

    strategy: the order of asking.

    pinned: keys of the questions that the author wants first.
    """

    chain: Chain
    consequent: Consequent
    consequences: tuple[Consequence, ...]
    map: QuestionMap
    rows: Rows
    states: States
    strategy: Strategy
    pinned: tuple[str, ...]

    def state(self, answers: Answers, facts: Facts) -> State:
        """Return what is open after these answers; facts: `facts_after` them."""
        passed = 0
        for asking in self.map.askings:
            if answers.get(asking.question.key) is UNKNOWN and asking.question.fact not in facts:
                passed |= asking.mask
        return self.states.start(self.map.chosen(facts), passed)

    def nodes(self, facts: Facts) -> list[int]:
        """Return what is left of the consequences' diagrams once these facts are known."""
        return self.map.restrict(self.map.conditions, facts)

    def hanging_on(self, number: int, nodes: Sequence[int]) -> tuple[Consequence, ...]:
        """Return the consequences that depend on a question. nodes: what is left of each."""
        mask, support = self.map.askings[number].mask, self.map.diagrams.support
        together = zip(self.consequences, nodes, strict=True)
        return tuple(consequence for consequence, node in together if support(node) & mask)


def compile_guide(
    chain: Chain,
    items: Mapping[str, ServiceItem],
    *,
    pinned: Sequence[str] = (),
    learned: Learned = NOTHING,
    advice: bool = False,
) -> Guide:
    """Return the guide of a chain.

    items: by key, every member among them. pinned: keys of questions to be asked first, in this order, whenever
    anything depends on them. learned: how many people gave which answer, to learn probabilities from; uniform without.
    advice: whether a note on an answer is part of the outcome, so that a question may be asked for its note alone.
    Raises UnknownMember, NoSuchQuestion, CircularQuestions, FactMismatch (a condition cannot look at its fact),
    DiagramTooLarge.
    """
    keys = [question.key for question in chain.questions]
    for key in pinned:
        if key not in keys:
            raise NoSuchQuestion(key, keys)
    consequences = outcome_of(chain, items, advice)
    questions = QuestionMap(chain, (each.when for each in consequences))
    rows = rows_of(questions, learned)
    states = States(questions, [[float(share) for share in row] for row in rows])
    strategy = best_strategy(states, [keys.index(key) for key in pinned])
    strategy.limit(LATER_EFFORT, LATER_ROOM)
    return Guide(chain, Consequent(chain), consequences, questions, rows, states, strategy, tuple(pinned))
