"""A clock certificate: every day counted, every day left out and why, so that anyone can recompute the due date."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.calendars.days import DayKind, DayStatus
from lianban.core.clocks.clock import Clock
from lianban.core.clocks.due import DueDate, nominal_end, whole
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.clocks.reckoning import ends_on
from lianban.core.kernel.canonical import digest
from lianban.core.kernel.value import Value


class Why(StrEnum):
    """Why a day has its place in the count."""

    START = "start"
    COUNTED = "counted"
    REST = "rest"
    STOPPED = "stopped"
    MOVED = "moved"


class CertifiedDay(Value):
    """One day of the count.

    number: the how-manyth day of the limit it is, 0 when it does not count. why: START is the day of the event
    (Civil Code Art. 201), REST is left out, MOVED lies after the last day of the limit, which moves past it (Art. 203).
    kind, occasion, notice: what the calendar says of the day.
    """

    on: date
    number: int
    why: Why
    kind: DayKind
    occasion: str = ""
    notice: str = ""


class CertifiedLimit(Value):
    """One limit of the clock, as it was before any extension. days: every day from the start to `due`."""

    name: Literal["statutory", "promised"]
    limit: TimeLimit
    due: DueDate
    days: tuple[CertifiedDay, ...]


class ClockCertificate(Value):
    """What a due date rests on.

    subject: the case number. as_of: the day it was made; an open stop is reckoned up to it.
    calendar: the name of the calendar; place, known_on, covers: how to build the same calendar from the notices,
    covers being its last year; provisional_from is the first day without a notice.
    seal: SHA-256 over everything else.
    """

    format: Literal["lianban-clock-certificate/1"] = "lianban-clock-certificate/1"
    subject: str
    as_of: date
    clock: Clock
    calendar: str
    place: str
    known_on: date | None
    covers: int
    provisional_from: date
    limits: tuple[CertifiedLimit, ...]
    seal: str = ""


def certificate(clock: Clock, calendar: WorkingCalendar, *, subject: str, as_of: date) -> ClockCertificate:
    """Return the sealed certificate of a clock. Raises CalendarGap as due_on does."""
    dues = clock.due(calendar, as_of)
    pairs = (("statutory", clock.statutory, dues.statutory), ("promised", clock.promised, dues.promised))
    unsealed = ClockCertificate(
        subject=subject,
        as_of=as_of,
        clock=clock,
        calendar=calendar.version,
        place=calendar.place,
        known_on=calendar.known_on,
        covers=calendar.last_year,
        provisional_from=date.fromordinal(calendar.provisional_from),
        limits=tuple(
            _certified(name, limit, due, clock, calendar, as_of) for name, limit, due in pairs if limit and due
        ),
    )
    return unsealed.model_copy(update={"seal": seal_of(unsealed)})


def seal_of(certificate: ClockCertificate) -> str:
    """Return the digest over a certificate without its seal."""
    return digest(certificate.model_dump(mode="json", exclude={"seal"}))


def _certified(
    name: str, limit: TimeLimit, due: DueDate, clock: Clock, calendar: WorkingCalendar, as_of: date
) -> CertifiedLimit:
    longer = _lengthened(limit, clock, due)
    days = tuple(_days(longer, clock, due.on, calendar, as_of))
    return CertifiedLimit.model_validate({"name": name, "limit": limit, "due": due, "days": days})


def _lengthened(limit: TimeLimit, clock: Clock, due: DueDate) -> TimeLimit:
    extension = clock.extension
    if extension is None or extension.added.unit is not limit.unit or extension.granted_on > due.on:
        return limit
    return limit.model_copy(update={"length": limit.length + extension.added.length})


def _days(
    limit: TimeLimit, clock: Clock, due_on: date, calendar: WorkingCalendar, as_of: date
) -> Iterator[CertifiedDay]:
    spans = [(stop.stopped_on, ends_on(stop, as_of)) for stop in clock.stops]
    last = _last_number(limit, clock.started_on)
    number, day = 0, clock.started_on
    while day <= due_on:
        status = calendar.status(day)
        stopped = any(start < day <= end for start, end in spans)
        why = _why(day == clock.started_on, stopped, number >= last, limit.unit, status)
        number += why is Why.COUNTED
        yield CertifiedDay(
            on=day, number=number if why is Why.COUNTED else 0, why=why,
            kind=status.kind, occasion=status.occasion, notice=status.notice,
        )  # fmt: skip
        day += timedelta(days=1)


def _why(is_start: bool, stopped: bool, complete: bool, unit: DayUnit, status: DayStatus) -> Why:
    if is_start:
        return Why.START
    if stopped:
        return Why.STOPPED
    if complete:
        return Why.MOVED
    return Why.COUNTED if status.is_working or unit is not DayUnit.WORKING_DAY else Why.REST


def _last_number(limit: TimeLimit, started_on: date) -> int:
    if limit.unit is DayUnit.WORKING_DAY:
        return whole(limit.length)
    return (nominal_end(limit, started_on) - started_on).days
