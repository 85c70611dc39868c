"""What is left of every condition once the answers given so far are known."""

from lianban.core.chains.domains import domains_of
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import Need
from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition, Const, Facts, facts_of
from lianban.core.conditions.decide import is_satisfiable
from lianban.core.conditions.simplify import conjunction, identity, negation
from lianban.core.conditions.truth import residual


class Circumstances:
    """The facts of one person, partly known. Remembers what it has worked out; used for one compilation only."""

    def __init__(self, chain: Chain, facts: Facts) -> None:
        self.facts = facts
        self._domains = domains_of(chain)
        self._left: dict[int, tuple[Condition, Condition]] = {}
        self._possible: dict[object, bool] = {}

    def left_of(self, condition: Condition) -> Condition:
        """Return what the answers leave open of a condition; NEVER when no further answers make it hold."""
        if isinstance(condition, Const):
            return condition
        known = self._left.get(id(condition))
        if known is None:
            left = residual(condition, self.facts)
            known = self._left[id(condition)] = (condition, left if self.can_hold(left) else NEVER)
        return known[1]

    def both(self, need: Condition, when: Condition) -> Condition:
        """Return the circumstances in which both hold; NEVER when no answers make them hold together.

        need: already what is left. when: as the definition has it.
        """
        left = self.left_of(when)
        if isinstance(left, Const):
            return need if left.value else NEVER
        if isinstance(need, Const):
            return left if need.value else NEVER
        return conjunction((need, left)) if self.can_meet(need, left) else NEVER

    def can_hold(self, condition: Condition) -> bool:
        """Return whether some answers make it hold; what cannot be decided may hold."""
        if isinstance(condition, Const):
            return condition.value
        key = identity(condition)
        if key not in self._possible:
            self._possible[key] = is_satisfiable(condition, self._domains) is not False
        return self._possible[key]

    def settled(self, condition: Condition) -> Condition:
        """Return ALWAYS for a choice of circumstances that leaves nothing out, else the condition itself."""
        if not isinstance(condition, Const) and not self.can_hold(negation(condition)):
            return ALWAYS
        return condition

    def can_meet(self, one: Condition, other: Condition) -> bool:
        """Return whether some answers make both hold. Conditions about different facts always can."""
        if isinstance(one, Const) or isinstance(other, Const):
            return NEVER not in (one, other)
        if facts_of(one).isdisjoint(facts_of(other)):
            return True
        return self.can_hold(conjunction((one, other)))


def need_of(left: Condition) -> Need:
    """Return how certain something is whose condition is what the answers left."""
    if isinstance(left, Const):
        return Need.CERTAIN if left.value else Need.NOT_NEEDED
    return Need.POSSIBLE
