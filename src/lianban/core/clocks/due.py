"""When a limit ends (Civil Code Arts. 200 to 204; Administrative Licensing Law Art. 82)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.clocks.limits import DayUnit, TimeLimit


@dataclass(frozen=True, slots=True)
class DueDate:
    """The last day on which an act is in time.

    provisional: True when a year without a holiday notice was crossed; the page must say so beside the date.
    """

    on: date
    provisional: bool = False


def whole(length: Decimal) -> int:
    """Return a length as whole units: half a working day takes one (rounded up)."""
    return int(length.to_integral_value(ROUND_CEILING))


def due_on(limit: TimeLimit, accepted_on: date, calendar: WorkingCalendar) -> DueDate:
    """Return the last day on which an act is in time.

    accepted_on: local date of the event; it is not counted. calendar: every year the limit may cross.
    A limit of 0 ends on the same day. A limit that is not in working days and ends on a rest day ends on the first
    working day after it. Hours by the day alone are counted as days of 24 hours; `moments.due_at` gives the moment.
    Raises CalendarGap when a year it crosses has no notice and the calendar is not a provisional one.
    """
    if limit.unit is DayUnit.WORKING_DAY and limit.length:
        last = calendar.add_working_days(accepted_on, whole(limit.length))
    else:
        last = calendar.working_day_from(nominal_end(limit, accepted_on))
    return DueDate(last, last.toordinal() >= calendar.provisional_from)


def nominal_end(limit: TimeLimit, start: date) -> date:
    """Return the day a limit in days, hours, months or years ends before rest days are looked at."""
    length = whole(limit.length)
    match limit.unit:
        case DayUnit.HOUR:
            return start + timedelta(days=-(-length // 24))
        case DayUnit.MONTH:
            return add_months(start, length)
        case DayUnit.YEAR:
            return add_months(start, 12 * length)
        case _:
            return start + timedelta(days=length)


def add_months(day: date, months: int) -> date:
    """Return the corresponding day of a later month, or its last day when there is none (Civil Code Art. 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
