"""Conditions as values.

A *fact* has a dotted name (`premises.area`, `agent.used`, `applicant.kind`) and a value: a truth, a number, a day, a
word, a set of words (the options chosen in a multiple choice), or a place (the code of an administrative division).
A condition is one of the nine shapes below and nothing else, so that it can be decided, not only evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Order = Literal["<", "<=", ">", ">="]
Scalar = bool | int | Decimal | str | date
FactValue = Scalar | frozenset[str]
Facts = Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class Const:
    """Always, or never."""

    value: bool


@dataclass(frozen=True, slots=True)
class Equals:
    """The fact has this value."""

    fact: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class In:
    """The fact has one of these values."""

    fact: str
    values: frozenset[Scalar]


@dataclass(frozen=True, slots=True)
class Has:
    """The chosen options of a multiple choice hold this one."""

    fact: str
    option: str


@dataclass(frozen=True, slots=True)
class Compare:
    """The fact, a number or a day, stands in this order to the bound."""

    fact: str
    order: Order
    bound: Decimal | date


@dataclass(frozen=True, slots=True)
class Within:
    """The fact, a place, lies in this division.

    division: its code, 2 (province), 4 (city), 6 (county), 9 (town) or 12 (village) digits; every code begins with the
    code of the division above it.
    """

    fact: str
    division: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Every one holds; true when there is none."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one holds; false when there is none."""

    conditions: tuple[Condition, ...]


Condition = Const | Equals | In | Has | Compare | Within | Not | All | Any
ALWAYS = Const(True)
NEVER = Const(False)


def facts_of(condition: Condition) -> frozenset[str]:
    """Return the names of the facts a condition speaks of."""
    return frozenset(_walk(condition))


def _walk(condition: Condition) -> Iterator[str]:
    match condition:
        case Const():
            return
        case Not(inner):
            yield from _walk(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _walk(part)
        case _:
            yield condition.fact
