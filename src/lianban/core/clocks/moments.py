"""The moment a limit ends."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.calendars.hours import CHINA, BusinessHours, closing, hours_on
from lianban.core.clocks.due import due_on
from lianban.core.clocks.limits import DayUnit, TimeLimit


def due_at(
    limit: TimeLimit, started_at: datetime, calendar: WorkingCalendar, hours: Iterable[BusinessHours] = ()
) -> datetime:
    """Return the last moment at which an act is in time, in Asia/Shanghai.

    started_at: with zone. Hours run from the moment itself, day and night (Civil Code Arts. 200 and 201 (2)); every
    other limit ends at the close of business of its last day where there are business hours, else at midnight
    (Art. 203 (2)). Raises CalendarGap as due_on does.
    """
    local = started_at.astimezone(CHINA)
    if limit.unit is DayUnit.HOUR:
        return local + timedelta(seconds=float(limit.length * 3600))
    last = due_on(limit, local.date(), calendar).on
    return closing(last, hours_on(hours, calendar.place, last))
