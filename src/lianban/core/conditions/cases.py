"""Conditions compared: once some facts are known, which of them hold in the same cases of what is left."""

from collections.abc import Iterable, Iterator
from functools import reduce

from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition, Facts
from lianban.core.conditions.diagram import FALSE, TRUE
from lianban.core.conditions.domains import Domains
from lianban.core.conditions.space import Space, variables_of
from lianban.core.conditions.truth import residual
from lianban.core.kernel.value import Value


class Cases:
    """Every case that known facts leave open. Sets of cases are nodes of one diagram: equal numbers, equal sets.

    conditions: all that will ever be looked at. domains: what values facts can have. limit: most nodes ever made.
    """

    def __init__(self, conditions: Iterable[Condition], domains: Domains, known: Facts, limit: int = 500_000) -> None:
        self._space = Space(variables_of(conditions, domains), limit)
        self._known = known
        self._nodes: dict[int, tuple[Condition, int]] = {}
        self.both = self._space.diagrams.both

    def of(self, condition: Condition) -> int:
        """Return the cases in which it holds. Raises DiagramTooLarge, and FactMismatch for a fact of a wrong kind."""
        found = self._nodes.get(id(condition)) or (condition, self._space.compile(residual(condition, self._known)))
        self._nodes[id(condition)] = found
        return found[1]

    def either(self, several: Iterable[int]) -> int:
        """Return the cases that are in at least one of these."""
        return reduce(self._space.diagrams.either, several, FALSE)

    def meet(self, *several: int) -> bool:
        """Return whether some case is in all of these."""
        return reduce(self.both, several, TRUE) != FALSE

    def without(self, one: int, other: int) -> int:
        """Return the cases of one that are not in the other."""
        return self.both(one, self._space.diagrams.opposite(other))

    def left_of(self, condition: Condition) -> Condition:
        """Return ALWAYS or NEVER where no further fact matters, else the condition."""
        return {TRUE: ALWAYS, FALSE: NEVER}.get(self.of(condition), condition)


def conditions_in(value: object) -> Iterator[Condition]:
    """Yield every condition written anywhere inside a definition or a plan."""
    if isinstance(value, Condition):
        yield value
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from conditions_in(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from conditions_in(each)
