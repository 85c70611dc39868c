"""The figures of supervision. Each keeps what it counted above and below the line. Source: facts 3.4."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.value import Value


class Counted(Value):
    """One item of a case, as the figures see it. due_on: the promised day, the lawful one where none is promised."""

    number: str
    authority: str
    chain: str
    accepted_on: date
    due_on: date
    statutory_due_on: date | None = None
    closed_on: date | None = None

    def finished_by(self, day: date) -> bool:
        """Whether it was finished on a day or before."""
        return self.closed_on is not None and self.closed_on <= day


class Period(Value):
    """The days a figure is about, both included. today: what is not finished by then counts as open."""

    first: date
    last: date
    today: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period and is not in the future."""
        return day is not None and self.first <= day <= min(self.last, self.today)


class Measure(StrEnum):
    """A figure that is a share of cases."""

    ON_TIME = "on_time"
    EARLY = "early"
    OVERDUE = "overdue"
    SAME_DAY = "same_day"


class Share(Value):
    """A figure: how many of how many. above, below: numbers of the cases, so that each can be looked at."""

    measure: Measure
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def percent(self) -> Decimal | None:
        """The share in percent with one decimal, rounded half up; None when there is nothing to measure."""
        return percent(len(self.above), len(self.below))

    @property
    def rest(self) -> tuple[str, ...]:
        """Below the line but not above it: where to look when the figure is not what it should be."""
        met = set(self.above)
        return tuple(each for each in self.below if each not in met)


class Tally(Value):
    """A figure by its numbers alone, as a database counts it. above, below: how many cases."""

    measure: Measure
    above: int
    below: int

    @property
    def percent(self) -> Decimal | None:
        """As of a share."""
        return percent(self.above, self.below)


class Counts(Value):
    """What all figures of a period are worked out from. Each number is of cases.

    finished: in the period; of these in_time by their due day, early before it, same_day on the day of acceptance.
    missed: fell due in the period before today, and were not finished by its end.
    """

    finished: int = 0
    in_time: int = 0
    early: int = 0
    same_day: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of two sets of cases that share none."""
        names = type(self).model_fields
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def tally(self, measure: Measure) -> Tally:
        """Return one figure, as `share` would define it over the same cases."""
        should = self.finished + self.missed
        above, below = {
            Measure.ON_TIME: (self.in_time, should),
            Measure.EARLY: (self.early, self.finished),
            Measure.OVERDUE: (should - self.in_time, should),
            Measure.SAME_DAY: (self.same_day, self.finished),
        }[measure]
        return Tally(measure=measure, above=above, below=below)


def share(measure: Measure, counted: Iterable[Counted], period: Period) -> Share:
    """Return one figure over a period.

    on_time: finished by its due day, of what should be finished (due or finished in the period).
    early: finished before its due day, of what was finished in the period; never of what was received.
    overdue: finished late or open past its due day, of what should be finished.
    same_day: finished on the day of acceptance, of what was finished in the period.
    """
    known = list(counted)
    finished = [each for each in known if period.holds(each.closed_on)]
    should = [each for each in known if period.holds(each.closed_on) or _fell_due(each, period)]
    below = {Measure.ON_TIME: should, Measure.OVERDUE: should}.get(measure, finished)
    above = [each for each in below if _meets(measure, each)]
    return Share(measure=measure, above=_numbers(above), below=_numbers(below))


def _fell_due(each: Counted, period: Period) -> bool:
    ended_before = each.closed_on is not None and each.closed_on < period.first
    return period.holds(each.due_on) and each.due_on < period.today and not ended_before


def _meets(measure: Measure, each: Counted) -> bool:
    match measure:
        case Measure.ON_TIME:
            return each.finished_by(each.due_on)
        case Measure.EARLY:
            return each.closed_on is not None and each.closed_on < each.due_on
        case Measure.OVERDUE:
            return not each.finished_by(each.due_on)
        case Measure.SAME_DAY:
            return each.closed_on == each.accepted_on


class Shortened(Value):
    """承诺提速率: how much shorter than the law the promises are. statutory, promised: sums in working days."""

    statutory: Decimal
    promised: Decimal
    items: tuple[str, ...]

    @property
    def percent(self) -> Decimal | None:
        """1 - promised / statutory, in percent; None without a statutory limit."""
        return _rounded(100 * (1 - self.promised / self.statutory)) if self.statutory else None


def shortened(limits: Sequence[tuple[str, TimeLimit | None, TimeLimit]]) -> Shortened:
    """Return by how much promises shorten the law. limits: item, statutory and promised limit.

    Only items whose law sets a limit above zero in the unit of the promise can be compared; the others are left out.
    """
    compared = [
        (item, law.length, promise.length)
        for item, law, promise in limits
        if law is not None and law.length > 0 and law.unit is promise.unit
    ]
    return Shortened(
        statutory=sum((law for _, law, _ in compared), Decimal(0)),
        promised=sum((promise for _, _, promise in compared), Decimal(0)),
        items=tuple(item for item, _, _ in compared),
    )


class Satisfaction(Value):
    """好评率. stars: how many ratings there are of each number of stars, from 1 to 5."""

    stars: tuple[int, int, int, int, int]

    @property
    def good(self) -> int:
        """Ratings of three stars and more (facts 4.4)."""
        return sum(self.stars[2:])

    @property
    def percent(self) -> Decimal | None:
        """好评率 in percent; None without ratings."""
        return percent(self.good, sum(self.stars))


def percent(above: int, below: int) -> Decimal | None:
    """Return a share in percent with one decimal, or None when there is nothing to measure."""
    return _rounded(Decimal(100 * above) / below) if below else None


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), "ROUND_HALF_UP")


def _numbers(found: Iterable[Counted]) -> tuple[str, ...]:
    return tuple(each.number for each in found)
