"""Small builders and strategies for clocks."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.clocks.clock import Clock
from lianban.core.clocks.extensions import Extension, ExtensionRule
from lianban.core.clocks.licensing import ARTICLE_42_1, HEAD_OF_BODY, decision_clock
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.clocks.stops import ARTICLE_45_KINDS, Stop, StopKind
from tests.core.calendars.china import CN_PROVISIONAL, day


def working_days(length: int | str) -> TimeLimit:
    return TimeLimit(length=Decimal(length))


def limit(length: int | str, unit: DayUnit) -> TimeLimit:
    return TimeLimit(length=Decimal(length), unit=unit)


def accepted(on: str, promised: int | None = None, **more) -> Clock:
    """A licence clock accepted on a day, with a promise in working days."""
    return decision_clock(day(on), promised=None if promised is None else working_days(promised), **more)


def a_stop(on: str, until: str | None = None, kind: StopKind = StopKind.TESTING, needed: int = 10, **more) -> Stop:
    """A lawful stop: told on the same day, with a notice."""
    facts = {"reason": "需要检测", "notice": "博审服特〔2026〕0001号", "told_on": day(on), **more}
    return Stop(kind=kind, stopped_on=day(on), resumed_on=until and day(until), needed=working_days(needed), **facts)


def an_extension(on: str, days: int = 10, approver: str = HEAD_OF_BODY, **more) -> Extension:
    facts = {"reason": "案情复杂", "notice": "博审服延〔2026〕0001号", **more}
    return Extension(added=working_days(days), granted_on=day(on), approver=approver, **facts)


limits = st.builds(
    lambda unit, tenths: TimeLimit(length=Decimal(tenths) / 10 if unit is DayUnit.WORKING_DAY else tenths // 10 % 40,
                                   unit=unit),
    st.sampled_from(DayUnit).filter(lambda unit: unit is not DayUnit.YEAR),
    st.integers(0, 900),
)  # fmt: skip


@st.composite
def clocks(draw, calendar: WorkingCalendar = CN_PROVISIONAL) -> tuple[Clock, date]:
    """A clock with up to three stops and perhaps an extension, all lawful, and the day it is looked at."""
    statutory, promised = draw(limits), draw(st.none() | limits)
    start = draw(st.dates(date(2018, 1, 1), date(2026, 12, 31)))
    longest = TimeLimit(length=30, unit=statutory.unit)
    rule = ExtensionRule(longest=longest, approver=HEAD_OF_BODY, basis=ARTICLE_42_1)
    clock = Clock(start_event="受理", started_on=start, statutory=statutory, promised=promised, extension_rule=rule)
    now = start
    for act in draw(st.lists(st.sampled_from(["stop", "stop", "extend"]), max_size=4)):
        last = clock.due(calendar, now).latest.on
        if clock.open_stop or now > last:
            break
        now = draw(st.dates(now, last))
        if act == "extend" and clock.extension is None:
            added = TimeLimit(length=draw(st.integers(1, 30)), unit=statutory.unit)
            clock = clock.extend(
                Extension(added=added, granted_on=now, approver=HEAD_OF_BODY, reason="案情复杂", notice="延1号"),
                calendar,
            )
        elif act == "stop":
            stop = Stop(
                kind=draw(st.sampled_from(sorted(ARTICLE_45_KINDS))), stopped_on=now, reason="需要", notice="特1号",
                told_on=now, needed=working_days(5),
            )  # fmt: skip
            clock, now = clock.stop(stop, calendar), now + timedelta(days=draw(st.integers(0, 60)))
            if draw(st.booleans()):
                clock = clock.resume(now)
    return clock, now + timedelta(days=draw(st.integers(0, 30)))
