"""Check a clock certificate day by day. Shares no counting with the clocks: it knows only notices and the law."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from lianban.core.calendars.days import STATUTORY_FIXED
from lianban.core.calendars.notice import Notice, in_order, version_of
from lianban.core.clocks.certificate import CertifiedLimit, ClockCertificate
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.kernel.canonical import digest

ONE = timedelta(days=1)


class ClockObjection(NamedTuple):
    """What does not hold in a certificate. code: stable; words: in Chinese."""

    code: str
    words: str


class _Calendar:
    """Day by day from the notices themselves: the last notice that names a day decides."""

    def __init__(self, notices: Iterable[Notice], provisional_from: date) -> None:
        self.notices, self.provisional_from = tuple(notices), provisional_from

    def works(self, day: date) -> bool:
        for notice in reversed(self.notices):
            if day in notice.days_off or day in notice.days_of_work:
                return day in notice.days_of_work
        if day >= self.provisional_from and (day.month, day.day) in STATUTORY_FIXED:
            return False
        return day.isoweekday() < 6

    def roll(self, day: date) -> date:
        while not self.works(day):
            day += ONE
        return day


def verify_clock(certificate: ClockCertificate, notices: Iterable[Notice]) -> tuple[ClockObjection, ...]:
    """Return every objection to a certificate; an empty tuple means that each due date follows from the notices."""
    chosen = in_order(notices, certificate.place, certificate.known_on)
    calendar = _Calendar(chosen, certificate.provisional_from)
    found = list(_formal(certificate, chosen))
    for limit in certificate.limits:
        found += _limit(certificate, limit, calendar)
    return tuple(found)


def _formal(certificate: ClockCertificate, chosen: tuple[Notice, ...]) -> Iterator[ClockObjection]:
    clock = certificate.clock
    if certificate.seal != digest(certificate.model_dump(mode="json", exclude={"seal"})):
        yield ClockObjection("SEAL", "证明内容与其摘要不符")
    if certificate.calendar != version_of(chosen, certificate.place, certificate.covers):
        yield ClockObjection("CALENDAR", "所依据的工作日历与载入的通知不符")
    opened = [notice.year for notice in chosen if notice.whole_year and not notice.place]
    if certificate.provisional_from != date(max(opened, default=0) + 1, 1, 1):
        yield ClockObjection("PROVISIONAL", "暂定起始日与已公布的通知不符")
    if {limit.name for limit in certificate.limits} != {n for n in ("statutory", "promised") if getattr(clock, n)}:
        yield ClockObjection("LIMITS", "列明的期限与时钟不符")
    for stop in clock.stops:
        if not stop.notice or stop.told_on > stop.stopped_on:
            yield ClockObjection("NOTICE", f"{stop.stopped_on}停表前未书面告知")


def _limit(certificate: ClockCertificate, limit: CertifiedLimit, calendar: _Calendar) -> Iterator[ClockObjection]:
    if limit.limit != getattr(certificate.clock, limit.name):
        yield ClockObjection("LIMITS", f"{limit.name}：期限与时钟不符")
    numbers, due = _walk(certificate, limit.limit, calendar)
    if due != limit.due.on:
        yield ClockObjection("DUE", f"{limit.name}：应于{due}届满，证明写的是{limit.due.on}")
    if limit.due.provisional != (limit.due.on >= calendar.provisional_from):
        yield ClockObjection("PROVISIONAL", f"{limit.name}：是否暂定标注有误")
    told = {day.on: day.number for day in limit.days}
    span = [certificate.clock.started_on + ONE * n for n in range((due - certificate.clock.started_on).days + 1)]
    if [day.on for day in limit.days] != span or any(told.get(day) != numbers.get(day, 0) for day in span):
        yield ClockObjection("DAYS", f"{limit.name}：逐日清单与通知不符")
    if any(day.kind.is_working != calendar.works(day.on) for day in limit.days):
        yield ClockObjection("KIND", f"{limit.name}：某日是否工作日与通知不符")


def _walk(certificate: ClockCertificate, limit: TimeLimit, calendar: _Calendar) -> tuple[dict[date, int], date]:
    """Walk from the start: number each counted day, then move on past rest days and stops to the last day."""
    clock, day, numbers = certificate.clock, certificate.clock.started_on, dict[date, int]()
    spans = [(stop.stopped_on, stop.resumed_on or max(certificate.as_of, stop.stopped_on)) for stop in clock.stops]
    added = clock.extension if clock.extension and clock.extension.added.unit == limit.unit else None
    target = _target(limit, clock.started_on)
    while True:
        while len(numbers) < target:
            day += ONE
            if not any(a < day <= b for a, b in spans) and (limit.unit != "working_day" or calendar.works(day)):
                numbers[day] = len(numbers) + 1
        last = calendar.roll(day)
        while later := [b for a, b in spans if a <= last < b]:
            last = calendar.roll(max(later))
        if added is None or added.granted_on > last:
            return numbers, last
        longer = limit.model_copy(update={"length": limit.length + added.added.length})
        target, added = _target(longer, clock.started_on), None


def _target(limit: TimeLimit, start: date) -> int:
    length = ceil(limit.length)
    if limit.unit is DayUnit.HOUR:
        return -(-length // 24)
    months = {DayUnit.MONTH: 1, DayUnit.YEAR: 12}.get(limit.unit, 0) * length
    if not months:
        return length
    year, month = start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1
    return (date(year, month, min(start.day, monthrange(year, month)[1])) - start).days
