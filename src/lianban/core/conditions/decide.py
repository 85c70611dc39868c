"""Questions about conditions that are decided, not tried: can it ever hold, does one imply another, are they equal.

Exact over the classes into which the conditions cut their facts' values. Facts without a declared domain may have any
value of the kind the conditions compare them with. None means not decided: the diagram would pass the stated bound.
"""

from collections.abc import Mapping

from lianban.core.conditions.algebra import All, Condition, Facts, FactValue, Not
from lianban.core.conditions.diagram import FALSE, DiagramTooLarge
from lianban.core.conditions.domains import Domains
from lianban.core.conditions.space import Space, variables_of

NODES = 50_000
"""The bound: most nodes of one decision's diagram."""
_NO_DOMAINS: Domains = {}


def is_satisfiable(condition: Condition, domains: Domains = _NO_DOMAINS, nodes: int = NODES) -> bool | None:
    """Return whether some values of the facts make the condition true.

    Raises FactMismatch when a comparison cannot look at the values of its fact's domain.
    """
    try:
        return Space(variables_of((condition,), domains), nodes).compile(condition) != FALSE
    except DiagramTooLarge:
        return None


def implies(
    premise: Condition, conclusion: Condition, domains: Domains = _NO_DOMAINS, nodes: int = NODES
) -> bool | None:
    """Return whether the conclusion holds wherever the premise does. Raises FactMismatch."""
    counter = is_satisfiable(All((premise, Not(conclusion))), domains, nodes)
    return None if counter is None else not counter


def equivalent(left: Condition, right: Condition, domains: Domains = _NO_DOMAINS, nodes: int = NODES) -> bool | None:
    """Return whether two conditions hold in exactly the same circumstances. Raises FactMismatch."""
    try:
        space = Space(variables_of((left, right), domains), nodes)
        return space.compile(left) == space.compile(right)
    except DiagramTooLarge:
        return None


def example(condition: Condition, domains: Domains = _NO_DOMAINS, nodes: int = NODES) -> Facts | None:
    """Return facts that make the condition true; None when there are none. Facts that do not matter are left out.

    Raises DiagramTooLarge beyond the bound, FactMismatch.
    """
    space = Space(variables_of((condition,), domains), nodes)
    chosen = space.diagrams.witness(space.compile(condition))
    return None if chosen is None else _facts(space, chosen)


def _facts(space: Space, chosen: Mapping[int, int]) -> Facts:
    facts: dict[str, FactValue] = {}
    for at, index in chosen.items():
        variable = space.variables[at]
        if variable.option is None:
            facts[variable.fact] = variable.values[index]
            continue
        so_far = facts.get(variable.fact, frozenset())
        added = frozenset({variable.option} if index else ())
        facts[variable.fact] = so_far | added if isinstance(so_far, frozenset) else added
    return facts
