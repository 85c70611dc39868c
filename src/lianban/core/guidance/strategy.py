"""In which order to ask.

The order minimises the expected number of questions, exactly, by dynamic programming over the states that answers can
lead to. Where a part has too many states, the question that leaves the fewest questions open on average is asked next
(heuristic `fewest-left`); `bound` says how far from the least that may be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lianban.core.guidance.state import State, States

EXACT, HEURISTIC, IN_ORDER = "exact", "fewest-left", "in-order"
"""How an order was found."""
EPSILON = 1e-9
"""Two expectations closer than this are equal; the chain's own order then decides."""
EFFORT, ROOM = 20_000, 8_000
"""What compiling one chain may spend: questions tried, states examined."""
SMALL = 10
"""A part with more open questions than this is not searched through but asked by the heuristic."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The next question of a state's part. expected, worst: number of questions from here, this one included."""

    number: int
    expected: float
    worst: int
    is_least: bool


class Strategy:
    """Which question to ask in every state.

    pinned: numbers of the questions to be asked first, in this order, as far as anything depends on them.
    effort: how many questions may be tried, over all states, before the heuristic takes over.
    room: how many states are examined at all; beyond, every open question counts as asked, so an expectation is then
    not exact but at most too high.
    """

    def __init__(self, states: States, pinned: Sequence[int] = (), effort: int = EFFORT, room: int = ROOM) -> None:
        self.states = states
        self.pinned = tuple(pinned)
        self._effort = effort
        self._room = room
        self._choices: dict[State, Choice] = {}

    def limit(self, effort: int, room: int) -> None:
        """Set what may be spent from now on: questions tried, and states examined besides those known already."""
        self._effort, self._room = effort, len(self._choices) + room

    @property
    def method(self) -> str:
        """How the order is found from the start on."""
        if self.is_least(self.states.start()):
            return EXACT
        return IN_ORDER if len(self.pinned) == len(self.states.askings) else HEURISTIC

    def expected(self, state: State) -> float:
        """Return the expected number of questions from a state on."""
        return sum(self.choice(part).expected for part in self.states.parts(state))

    def worst(self, state: State) -> int:
        """Return the largest number of questions from a state on."""
        return sum(self.choice(part).worst for part in self.states.parts(state))

    def is_least(self, state: State) -> bool:
        """Return whether the expected number is proved to be the least (given what is pinned)."""
        return all(self.choice(part).is_least for part in self.states.parts(state))

    def next(self, state: State) -> int | None:
        """Return the question to ask; None when nothing open depends on a question."""
        choices = [self.choice(part).number for part in self.states.parts(state)]
        for number in self.pinned:
            if number in choices:
                return number
        return choices[0] if choices else None

    def choice(self, part: State) -> Choice:
        """Return the choice in a part of a state."""
        if part not in self._choices:
            self._choices[part] = self._choose(part)
        return self._choices[part]

    def _choose(self, part: State) -> Choice:
        candidates = self.states.candidates(part)
        number = self._obvious(part, candidates)
        if len(self._choices) >= self._room:
            return self._at_most(part, self._fewest_left(part, candidates) if number is None else number)
        if number is not None:
            return self._asking(part, number)
        if self._effort > 0 and self._questions(part) <= SMALL:
            return self._least(part, candidates)
        found = self._asking(part, self._fewest_left(part, candidates))
        return Choice(found.number, found.expected, found.worst, False)

    def _obvious(self, part: State, candidates: Sequence[int]) -> int | None:
        for number in self.pinned:
            if number in candidates:
                return number
        return candidates[0] if len(candidates) == 1 else self.states.must(part)

    def _asking(self, part: State, number: int) -> Choice:
        branches = self.states.ask(part, number)
        expected = 1.0 + sum(branch.share * self.expected(branch.state) for branch in branches)
        worst = 1 + max(self.worst(branch.state) for branch in branches)
        return Choice(number, expected, worst, all(self.is_least(branch.state) for branch in branches))

    def _least(self, part: State, candidates: Sequence[int]) -> Choice:
        best: Choice | None = None
        proved = True
        for number in candidates:
            self._effort -= 1
            found = self._asking(part, number)
            proved = proved and found.is_least
            if best is None or found.expected < best.expected - EPSILON:
                best = found
        assert best is not None
        return Choice(best.number, best.expected, best.worst, proved)

    def _fewest_left(self, part: State, candidates: Sequence[int]) -> int:
        return min(candidates, key=lambda each: self.states.left_after(part, each))

    def _at_most(self, part: State, number: int) -> Choice:
        most = self._questions(part)
        return Choice(number, float(most), most, False)

    def _questions(self, state: State) -> int:
        live = self.states.live(state)
        return sum(1 for asking in self.states.askings if asking.mask & live)


def best_strategy(states: States, pinned: Sequence[int]) -> Strategy:
    """Return the order that asks the fewest questions on average; the chain's own where the heuristic does worse."""
    start, found = states.start(), Strategy(states, pinned)
    if pinned or found.is_least(start):
        return found
    in_order = Strategy(states, range(len(states.askings)))
    return in_order if in_order.expected(start) < found.expected(start) else found
