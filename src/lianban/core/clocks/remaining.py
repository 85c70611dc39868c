"""How much time is left, and how loudly to say so."""

from datetime import date
from decimal import Decimal
from enum import IntEnum

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.clocks.clock import Clock
from lianban.core.clocks.due import DueDate, due_on
from lianban.core.clocks.reckoning import ends_on
from lianban.core.clocks.stops import Stop
from lianban.core.kernel.value import Value


class WarningLevel(IntEnum):
    """预警, 黄牌 and 红牌 of electronic supervision, louder with the number."""

    NONE = 0
    NOTICE = 1
    YELLOW = 2
    RED = 3

    @property
    def words(self) -> str:
        """The Chinese name of the level."""
        return ("正常", "预警", "黄牌", "红牌")[self]


class WarningRule(Value):
    """From when on to warn (facts 3.2: local, hence data).

    share: part of the whole limit that, when only so much is left, gives notice; least: but at least so many working
    days. red_after: more working days overdue than this is red. The end of the statutory limit is always red.
    """

    share: Decimal = Decimal("0.2")
    least: int = 1
    red_after: int = 3


DEFAULT_WARNING = WarningRule()


class Remaining(Value):
    """The state of a clock on a day.

    days: working days left to the earlier limit, 0 on its last day, negative when overdue. whole: working days the
    limit gives in all, stops left out. statutory_days: the same for the statutory limit, None without one.
    stopped: a special procedure is under way; the due dates then move with every day.
    """

    days: int
    whole: int
    due: DueDate
    statutory_days: int | None
    statutory_due: DueDate | None
    stopped: bool
    level: WarningLevel

    @property
    def overdue(self) -> int:
        """Working days past the earlier limit, 0 when it is in time."""
        return max(0, -self.days)


def remaining(clock: Clock, today: date, calendar: WorkingCalendar, rule: WarningRule = DEFAULT_WARNING) -> Remaining:
    """Return how much time is left at the end of `today`. Raises CalendarGap as due_on does."""
    dues = clock.due(calendar, today)
    due, statutory = dues.first, dues.statutory
    days = calendar.working_days_between(today, due.on)
    whole = calendar.working_days_between(clock.started_on, due.on) - _paused(clock, due.on, today, calendar)
    level = _level(days, whole, rule)
    if statutory and today > statutory.on:
        level = WarningLevel.RED
    return Remaining(
        days=days,
        whole=whole,
        due=due,
        statutory_days=statutory and calendar.working_days_between(today, statutory.on),
        statutory_due=statutory,
        stopped=clock.open_stop is not None,
        level=WarningLevel.NONE if clock.open_stop and days >= 0 else level,
    )


def _level(days: int, whole: int, rule: WarningRule) -> WarningLevel:
    if days < 0:
        return WarningLevel.RED if -days > rule.red_after else WarningLevel.YELLOW
    return WarningLevel.NOTICE if days <= max(Decimal(rule.least), rule.share * whole) else WarningLevel.NONE


def _paused(clock: Clock, until: date, today: date, calendar: WorkingCalendar) -> int:
    spans = ((stop.stopped_on, min(ends_on(stop, today), until)) for stop in clock.stops if stop.stopped_on <= until)
    return sum(calendar.working_days_between(*span) for span in spans)


class Overrun(Value):
    """A special procedure that took longer than the applicant was told. days: working days too many."""

    stop: Stop
    due: DueDate
    days: int


def overruns(clock: Clock, today: date, calendar: WorkingCalendar) -> tuple[Overrun, ...]:
    """Return every special procedure, open or ended, that passed the length told in its notice (facts 2.4)."""
    found = []
    for stop in clock.stops:
        due = due_on(stop.needed, stop.stopped_on, calendar)
        days = calendar.working_days_between(due.on, ends_on(stop, today))
        if days > 0:
            found.append(Overrun(stop=stop, due=due, days=days))
    return tuple(found)
