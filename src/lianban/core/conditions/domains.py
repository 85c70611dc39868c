"""What values a fact can have, and how a set of comparisons cuts them into finitely many classes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from lianban.core.conditions.algebra import All, Any, Compare, Condition, Const, Equals, Has, In, Not, Scalar, Within
from lianban.core.conditions.simplify import identity
from lianban.core.conditions.truth import Atom, holds

OTHER_WORD = "\N{HORIZONTAL ELLIPSIS}"
"""Stands for every word that no condition mentions."""


LEVELS = (2, 4, 6, 9, 12)
"""Digits of a division's code: province, city, county, town, village (GB/T 2260, GB/T 10114 and statistics)."""


@dataclass(frozen=True, slots=True)
class Truths:
    """Yes or no."""


@dataclass(frozen=True, slots=True)
class Words:
    """One of these words; of any words when there is none."""

    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Any set of these words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number between these, both included; without a bound where none is given. whole: integers only."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """A day between these, both included."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """A place, by the code of its administrative division."""


@dataclass(frozen=True, slots=True)
class Anything:
    """Nobody has declared the fact, and the conditions compare it with values of several kinds."""


Domain = Truths | Words | Choices | Numbers | Days | Places | Anything
Domains = Mapping[str, Domain]


def atoms_of(conditions: Iterable[Condition]) -> dict[str, tuple[Atom, ...]]:
    """Return every different comparison in the conditions, by fact, in order of appearance."""
    found: dict[str, dict[object, Atom]] = {}
    for condition in conditions:
        for atom in _atoms(condition):
            found.setdefault(atom.fact, {}).setdefault(identity(atom), atom)
    return {fact: tuple(atoms.values()) for fact, atoms in found.items()}


def _atoms(condition: Condition) -> Iterator[Atom]:
    match condition:
        case Const():
            return
        case Not(inner):
            yield from _atoms(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _atoms(part)
        case _:
            yield condition


def inferred(atoms: Sequence[Atom]) -> Domain:
    """Return the widest domain that comparisons of one fact make sense of, when nobody has declared it."""
    kinds = {_kind(value) for value in _mentioned(atoms)}
    bounds = {_kind(atom.bound) for atom in atoms if isinstance(atom, Compare)}
    is_place = any(isinstance(atom, Within) for atom in atoms)
    if not kinds and not bounds and not is_place:
        return Choices(tuple(sorted({atom.option for atom in atoms if isinstance(atom, Has)})))
    kinds = bounds or kinds
    if is_place:
        return Places() if kinds <= {Words()} else Anything()
    return kinds.pop() if len(kinds) == 1 else Anything()


def _kind(value: Scalar) -> Domain:
    match value:
        case bool():
            return Truths()
        case int() | Decimal():
            return Numbers()
        case date():
            return Days()
    return Words()


def classes(domain: Domain, atoms: Sequence[Atom]) -> tuple[Scalar, ...]:
    """Return one value per class of values that no comparison tells apart. Not for `Choices`: those split by option.

    Raises FactMismatch when a comparison cannot look at values of the domain.
    """
    first: dict[tuple[bool, ...], Scalar] = {}
    for value in _candidates(domain, atoms):
        first.setdefault(tuple(holds(atom, value) for atom in atoms), value)
    return tuple(first.values())


def _candidates(domain: Domain, atoms: Sequence[Atom]) -> Iterator[Scalar]:
    match domain:
        case Truths():
            yield from (True, False)
        case Words(()):
            yield from sorted({value for value in _mentioned(atoms) if isinstance(value, str)})
            yield OTHER_WORD
        case Anything():
            yield from (True, False, *(value for value in _mentioned(atoms) if not isinstance(value, bool)), OTHER_WORD)
        case Places():
            codes = divisions_of(atoms)
            yield from (_elsewhere_in(code, codes) for code in ("", *sorted(codes)))
        case Words(options) | Choices(options):
            yield from options
        case Numbers():
            cuts = sorted({Decimal(cut) for cut in _cuts(atoms) if not isinstance(cut, date)})
            yield from _numbers(domain, cuts)
        case Days(first, last):
            days = sorted({cut for cut in _cuts(atoms) if isinstance(cut, date)})
            yield from (day for day in _around_days(days) if (not first or day >= first) and (not last or day <= last))


def _mentioned(atoms: Iterable[Atom]) -> Iterator[Scalar]:
    for atom in atoms:
        if isinstance(atom, Equals):
            yield atom.value
        elif isinstance(atom, In):
            yield from atom.values
    yield from (atom.option for atom in atoms if isinstance(atom, Has) and not _is_choice(atoms))


def divisions_of(atoms: Iterable[Atom]) -> frozenset[str]:
    """Return the codes of the divisions that comparisons speak of."""
    return frozenset(atom.division for atom in atoms if isinstance(atom, Within))


def _elsewhere_in(code: str, others: Iterable[str]) -> str:
    """Return a code inside a division (anywhere for an empty one) that lies in none of the smaller divisions named."""
    longer = next((digits for digits in LEVELS if digits > len(code)), 0)
    inside = (
        (f"{code}{number:0{longer - len(code)}d}" for number in range(10 ** (longer - len(code)))) if longer else ()
    )
    free = (each for each in inside if not any(other.startswith(each) for other in others))
    return next(free, code)


def _is_choice(atoms: Iterable[Atom]) -> bool:
    return all(isinstance(atom, Has) for atom in atoms)


def _cuts(atoms: Iterable[Atom]) -> Iterator[Decimal | int | date]:
    for atom in atoms:
        if isinstance(atom, Compare):
            yield atom.bound
    yield from (value for value in _mentioned(atoms) if not isinstance(value, bool | str))


def _numbers(domain: Numbers, cuts: list[Decimal]) -> Iterator[Decimal]:
    low, high = domain.minimum, domain.maximum
    edges = sorted({*cuts, *(bound for bound in (low, high) if bound is not None)}) or [Decimal(0)]
    for value in _around_numbers(edges, domain.whole):
        if (low is None or value >= low) and (high is None or value <= high):
            yield value


def _around_numbers(edges: list[Decimal], whole: bool) -> Iterator[Decimal]:
    yield (edges[0] // 1 - 1) if whole else edges[0] - 1
    for lower, upper in zip(edges, [*edges[1:], edges[-1] + 2], strict=True):
        if not whole or lower == lower.to_integral_value():
            yield lower
        between = (lower // 1 + 1) if whole else (lower + upper) / 2
        if lower < between < upper:
            yield between


def _around_days(cuts: list[date]) -> Iterator[date]:
    edges = cuts or [date(2000, 1, 1)]
    yield edges[0] - timedelta(days=1)
    for day in edges:
        yield day
        yield day + timedelta(days=1)
