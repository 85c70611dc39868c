"""The proof that a guide asks few questions and loses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lianban.core.guidance.bound import least_expected
from lianban.core.guidance.guide import Guide
from lianban.core.guidance.state import State
from lianban.core.guidance.strategy import Strategy, best_strategy
from lianban.core.kernel.errors import DomainError

FOLLOWED = 50_000
"""Most situations that a proof follows."""


class GuideUnsound(DomainError):
    """The guide stops although an answer could still change the outcome. It never may; this is a defect."""

    code = "GUIDE_UNSOUND"

    def __init__(self, chain: str) -> None:
        super().__init__(f"链条“{chain}”的导引未能覆盖全部回答组合。请停用该导引并报告此问题。", chain=chain)


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proved of a guide. Expected numbers are under the guide's weights.

    authored: number of questions written. combinations: ways to answer them all (numbers and days by class); covered:
    those for which the guide ends with the outcome of asking everything (None when there are too many situations to
    follow). states: different situations looked at.
    asked_all: expected number when every question is asked whose circumstances are given and that no answer implies.
    in_order, in_order_worst: in the chain's own order, leaving out what can change nothing any more.
    expected, worst: as the guide asks.
    decisive: expected number of questions that decide something all by themselves; no guide can leave them out.
    lower_bound: no guide with the same outcome asks fewer on average; `expected` itself where the method is exact.
    method: how the order was found: `exact`, the heuristic `fewest-left`, or the chain's own order `in-order`.
    pinning_costs: what the pinned order adds to the expected number.
    dead: questions whose answers change nothing at all; never asked.
    """

    chain: str
    name: str
    authored: int
    combinations: int
    covered: int | None
    states: int
    asked_all: float
    in_order: float
    in_order_worst: int
    expected: float
    worst: int
    decisive: float
    lower_bound: float
    method: str
    pinning_costs: float
    dead: tuple[str, ...]

    @property
    def gap(self) -> float:
        """How far the guide may be from the least possible, in expected questions."""
        return max(0.0, self.expected - self.lower_bound)

    @property
    def saved(self) -> float:
        """The share of the authored questions that are not asked on average."""
        return 1 - self.expected / self.authored if self.authored else 0.0


def prove(guide: Guide) -> Proof:
    """Return the proof of a guide. Raises GuideUnsound if a combination of answers is not covered."""
    states, strategy, start = guide.states, guide.strategy, guide.states.start()
    free = best_strategy(states, ()) if guide.pinned else strategy
    in_order = Strategy(states, range(len(guide.chain.questions)))
    followed = _Followed(guide)
    is_covered = followed.all_of(start)
    if is_covered is False:
        raise GuideUnsound(guide.chain.name)
    combinations, least = guide.map.combinations(), free.expected(start)
    is_least = free.is_least(start)
    decisive = float(least_expected(guide.map, guide.rows))
    return Proof(
        chain=guide.chain.key,
        name=guide.chain.name,
        authored=len(guide.chain.questions),
        combinations=combinations,
        covered=combinations if is_covered else None,
        states=len(followed.seen),
        asked_all=float(asked_all(guide)),
        in_order=in_order.expected(start),
        in_order_worst=in_order.worst(start),
        expected=strategy.expected(start),
        worst=strategy.worst(start),
        decisive=decisive,
        lower_bound=least if is_least else decisive,
        method=free.method,
        pinning_costs=strategy.expected(start) - least,
        dead=tuple(asking.question.key for asking in guide.map.askings if not asking.mask & states.live(start)),
    )


def asked_all(guide: Guide) -> Fraction:
    """Return the expected number of questions when everything is asked that applies and is not implied."""
    diagrams, total = guide.map.diagrams, Fraction(0)
    for asking in guide.map.askings:
        applies = diagrams.both(asking.gate, diagrams.opposite(asking.implied))
        total += diagrams.share(diagrams.some_below(applies, guide.map.first_free, {}), guide.rows, {})
    return total


class _Followed:
    """Follows the guide through every answer to every end. seen: the different situations met on the way."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self.seen: dict[State, bool] = {}

    def all_of(self, state: State) -> bool | None:
        """Return what `settles` says; None when there are too many situations to follow."""
        try:
            return self.settles(state)
        except _TooMany:
            return None

    def settles(self, state: State) -> bool:
        """Return whether the guide, whatever is answered, ends with nothing open that an answer could change."""
        return all(self._part(part) for part in self._guide.states.parts(state))

    def _part(self, part: State) -> bool:
        if part not in self.seen:
            if len(self.seen) >= FOLLOWED:
                raise _TooMany
            self.seen[part] = self._ends(part)
        return self.seen[part]

    def _ends(self, part: State) -> bool:
        states, number = self._guide.states, self._guide.strategy.choice(part).number
        mask = self._guide.map.askings[number].mask
        branches = states.ask(part, number)
        is_asked_once = all(not states.live(branch.state) & mask for branch in branches)
        return is_asked_once and all(self.settles(branch.state) for branch in branches)


class _TooMany(Exception):
    """More situations than are followed."""
