"""What a condition says about facts that are only partly known: true, false, or not yet."""

import operator
from datetime import date
from decimal import Decimal

from lianban.core.conditions.algebra import (
    All,
    Any,
    Compare,
    Condition,
    Const,
    Equals,
    Facts,
    FactValue,
    Has,
    In,
    Not,
    Order,
    Scalar,
    Within,
)
from lianban.core.conditions.errors import FactMismatch
from lianban.core.conditions.simplify import conjunction, disjunction, negation

Atom = Equals | In | Has | Compare | Within
_HOLDS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def evaluate(condition: Condition, facts: Facts) -> bool | None:
    """Return whether the condition holds; None when the facts given leave it open (Kleene's three truths).

    It looks at each part by itself: `x 或 非 x` is None while x is unknown (`decide` knows better).
    Raises FactMismatch when a value is of a kind the condition cannot look at.
    """
    match condition:
        case Const(value):
            return value
        case Not(inner):
            truth = evaluate(inner, facts)
            return None if truth is None else not truth
        case All(parts):
            return _first(parts, facts, False)
        case Any(parts):
            return _first(parts, facts, True)
        case _:
            return verdict(condition, facts[condition.fact]) if condition.fact in facts else None


def residual(condition: Condition, facts: Facts) -> Condition:
    """Return what is left of a condition once these facts are known, simplified.

    For every completion of the facts it has the truth of the condition itself. Raises FactMismatch as `evaluate`.
    """
    match condition:
        case Const():
            return condition
        case Not(inner):
            return negation(residual(inner, facts))
        case All(parts):
            return conjunction(residual(part, facts) for part in parts)
        case Any(parts):
            return disjunction(residual(part, facts) for part in parts)
        case _:
            truth = verdict(condition, facts[condition.fact]) if condition.fact in facts else None
            return condition if truth is None else Const(truth)


def verdict(atom: Atom, value: FactValue) -> bool | None:
    """Return whether a comparison holds of its fact's value; None for a place told too roughly to say.

    Somebody who has only named the province may or may not live in one of its counties. Raises FactMismatch.
    """
    if isinstance(atom, Within):
        return lies_within(_place(atom.fact, value), atom.division)
    return holds(atom, value)


def lies_within(place: str, division: str) -> bool | None:
    """Return whether a place lies in a division, both by code; None when it may, and a longer code would tell."""
    if place.startswith(division):
        return True
    return None if division.startswith(place) else False


def holds(atom: Atom, value: FactValue) -> bool:
    """Return whether a single comparison holds of its fact's value. A single word counts as a choice of that word.

    Raises FactMismatch for a set compared with one value, for words or truths put in order, and for a place told too
    roughly to say (`verdict` answers None there).
    """
    match atom:
        case Within(fact, division):
            lies = lies_within(_place(fact, value), division)
            if lies is None:
                raise FactMismatch(fact, value, "更具体的地点")
            return lies
        case Has(fact, option):
            return option in _options(fact, value)
        case Equals(fact, expected):
            return _is_same(_scalar(fact, value), expected)
        case In(fact, values):
            single = _scalar(fact, value)
            return any(_is_same(single, each) for each in values)
        case Compare(fact, order, bound):
            return _stands(fact, value, order, bound)


def _first(parts: tuple[Condition, ...], facts: Facts, decisive: bool) -> bool | None:
    open_parts = False
    for part in parts:
        truth = evaluate(part, facts)
        if truth is decisive:
            return decisive
        open_parts = open_parts or truth is None
    return None if open_parts else not decisive


def _is_same(value: Scalar, expected: Scalar) -> bool:
    return isinstance(value, bool) == isinstance(expected, bool) and value == expected


def _scalar(fact: str, value: FactValue) -> Scalar:
    if isinstance(value, frozenset):
        raise FactMismatch(fact, sorted(value), "单个值（多选请用“含”）")
    return value


def _options(fact: str, value: FactValue) -> frozenset[str]:
    if isinstance(value, frozenset):
        return value
    if isinstance(value, str):
        return frozenset({value})
    raise FactMismatch(fact, value, "所选的选项")


def _place(fact: str, value: FactValue) -> str:
    if isinstance(value, str):
        return value
    raise FactMismatch(fact, value, "地点（行政区划代码）")


def _stands(fact: str, value: FactValue, order: Order, bound: Decimal | date) -> bool:
    kind: tuple[type, ...] = (date,) if isinstance(bound, date) else (int, Decimal)
    if isinstance(value, bool) or not isinstance(value, kind):
        raise FactMismatch(fact, value, "日期" if isinstance(bound, date) else "数字")
    return bool(_HOLDS[order](value, bound))
