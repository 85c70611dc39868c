"""The last day of a limit that stood still or was lengthened on the way."""

from collections.abc import Iterable
from datetime import date, timedelta

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.clocks.due import DueDate, due_on, nominal_end, whole
from lianban.core.clocks.extensions import Extension
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.clocks.stops import Stop


def reckon(
    limit: TimeLimit,
    started_on: date,
    calendar: WorkingCalendar,
    *,
    stops: Iterable[Stop] = (),
    extension: Extension | None = None,
    today: date | None = None,
) -> DueDate:
    """Return the last day of a limit with everything that happened to its clock.

    stops: in order; only the last may be open, then `today` is needed: the days up to it are taken as standing still.
    A stop or an extension that began after the limit had ended does not revive it. A clock stopped on its last day is
    due on the day it resumes. An extension in another unit leaves the limit as it is.
    """
    due, paused = due_on(limit, started_on, calendar), 0
    for act in _acts(stops, extension):
        on = act.stopped_on if isinstance(act, Stop) else act.granted_on
        if on > due.on:
            continue
        earliest = due.on
        if isinstance(act, Stop):
            resumed = ends_on(act, today)
            earliest = max(earliest, calendar.working_day_from(resumed))
            paused += _length(limit.unit, act.stopped_on, resumed, calendar)
        elif act.added.unit is limit.unit:
            limit = limit.model_copy(update={"length": limit.length + act.added.length})
        last = max(_last_day(limit, paused, started_on, calendar), earliest)
        due = DueDate(last, calendar.is_provisional(last))
    return due


def ends_on(stop: Stop, today: date | None) -> date:
    """Return the last day of a stop: the day it ended, or today while it is open.

    Raises ValueError when it is open and no day is given.
    """
    if stop.resumed_on:
        return stop.resumed_on
    if today is None:
        raise ValueError("an open stop needs the day it is looked at")
    return max(today, stop.stopped_on)


def _acts(stops: Iterable[Stop], extension: Extension | None) -> list[Stop | Extension]:
    acts: list[tuple[date, Stop | Extension]] = [(stop.stopped_on, stop) for stop in stops]
    if extension is not None:
        acts.append((extension.granted_on, extension))
    return [act for _, act in sorted(acts, key=lambda pair: pair[0])]


def _length(unit: DayUnit, stopped_on: date, resumed_on: date, calendar: WorkingCalendar) -> int:
    if unit is DayUnit.WORKING_DAY:
        return calendar.working_days_between(stopped_on, resumed_on)
    return (resumed_on - stopped_on).days


def _last_day(limit: TimeLimit, paused: int, started_on: date, calendar: WorkingCalendar) -> date:
    if limit.unit is not DayUnit.WORKING_DAY:
        return calendar.working_day_from(nominal_end(limit, started_on) + timedelta(days=paused))
    length = whole(limit.length) + paused
    return calendar.add_working_days(started_on, length) if length else calendar.working_day_from(started_on)
