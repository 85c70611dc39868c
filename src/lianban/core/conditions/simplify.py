"""Conditions put together without waste: nested lists are flat, constants vanish, opposites decide."""

from collections.abc import Iterable
from typing import TypeVar

from lianban.core.conditions.algebra import ALWAYS, NEVER, All, Any, Compare, Condition, Const, Equals, In, Not, Order

_OPPOSITE: dict[Order, Order] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_List = TypeVar("_List", All, Any)


def conjunction(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that holds when all of these hold."""
    return _join(All, conditions, ALWAYS, NEVER)


def disjunction(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that holds when at least one of these holds."""
    return _join(Any, conditions, NEVER, ALWAYS)


def negation(condition: Condition) -> Condition:
    """Return the opposite, without a double denial. A comparison turns its sign round."""
    match condition:
        case Const(value):
            return Const(not value)
        case Not(inner):
            return inner
        case Compare(fact, order, bound):
            return Compare(fact, _OPPOSITE[order], bound)
        case _:
            return Not(condition)


def simplified(condition: Condition) -> Condition:
    """Return an equivalent condition with without what is superfluous whatever values there are."""
    match condition:
        case Not(inner):
            return negation(simplified(inner))
        case All(parts):
            return conjunction(map(simplified, parts))
        case Any(parts):
            return disjunction(map(simplified, parts))
        case In(fact, values) if len(values) == 1:
            return Equals(fact, next(iter(values)))
        case _:
            return condition


def _join(kind: type[_List], conditions: Iterable[Condition], neutral: Const, decisive: Const) -> Condition:
    parts: dict[object, Condition] = {}
    for part in _flat(kind, conditions):
        if isinstance(part, Const):
            if part == decisive:
                return decisive
            continue
        key = identity(part)
        if key in parts:
            continue
        if parts and identity(negation(part)) in parts:
            return decisive
        parts[key] = part
    kept = _unabsorbed(kind, tuple(parts.values()))
    if len(kept) == 1:
        return kept[0]
    return kind(kept) if kept else neutral


def _flat(kind: type[_List], conditions: Iterable[Condition]) -> list[Condition]:
    flat: list[Condition] = []
    for condition in conditions:
        if isinstance(condition, kind):
            flat += _flat(kind, condition.conditions)
        else:
            flat.append(condition)
    return flat


def _unabsorbed(kind: type[_List], parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """`a 且 (a 或 b)` is a; `a 或 (a 且 b)` is a."""
    other: type[All] | type[Any] = Any if kind is All else All
    known = {identity(part) for part in parts}
    return tuple(
        part
        for part in parts
        if not (isinstance(part, other) and any(identity(inner) in known for inner in part.conditions))
    )


def identity(condition: Condition) -> object:
    """Return a key that two conditions share when they are written alike. Python takes True for 1; we do not."""
    match condition:
        case Equals(fact, value):
            return ("=", fact, isinstance(value, bool), value)
        case In(fact, values):
            return ("in", fact, frozenset((isinstance(value, bool), value) for value in values))
        case Not(inner):
            return ("not", identity(inner))
        case All(parts) | Any(parts):
            return (type(condition).__name__, *map(identity, parts))
        case _:
            return condition
