"""Business hours: when the last day ends, and on which day a paper that comes in late counts as received."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.kernel.value import Value

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Local time of every office: UTC+8 all year since 1991."""


class Span(Value):
    """An opening of the counter, local times; `closes` is later than `opens`."""

    opens: time
    closes: time


class BusinessHours(Value):
    """When the counters of a place are open.

    place: division code; "" for all. from_on, until_on: the days it holds; None without end. spans: in order.
    """

    place: str = ""
    from_on: date
    until_on: date | None = None
    spans: tuple[Span, ...]
    source: tuple[str, ...] = ()
    note: str = ""

    def holds(self, place: str, day: date) -> bool:
        """Return whether these hours hold in a place on a day."""
        in_time = self.from_on <= day and (self.until_on is None or day <= self.until_on)
        return in_time and self.place in ("", place)

    @property
    def closes(self) -> time:
        """The last closing time of the day."""
        return self.spans[-1].closes


def hours_on(hours: Iterable[BusinessHours], place: str, day: date) -> BusinessHours | None:
    """Return the hours of a place on a day, the place's own before the general, the newer before the older."""
    held = [each for each in hours if each.holds(place, day)]
    return max(held, key=lambda each: (bool(each.place), each.from_on), default=None)


def closing(day: date, hours: BusinessHours | None) -> datetime:
    """Return the moment a day ends in law: the close of business, else midnight (Civil Code Art. 203)."""
    if hours is None:
        return datetime.combine(day + timedelta(days=1), time(0), CHINA)
    return datetime.combine(day, hours.closes, CHINA)


def received_on(moment: datetime, calendar: WorkingCalendar, hours: BusinessHours | None = None) -> date:
    """Return the day a submission counts as received.

    moment: with zone. hours: those of its local day, where the place counts what comes after the close of business
    as received on the next working day (local rule, facts 2.2.5); None where it does not. A submission on a rest day
    counts on the next working day.
    """
    local = moment.astimezone(CHINA)
    day = local.date()
    if hours is not None and local.time() > hours.closes and calendar.is_working_day(day):
        day += timedelta(days=1)
    return calendar.working_day_from(day)
