"""《中华人民共和国民法典》总则编第十章 期间计算."""

from datetime import datetime, time

import pytest

from lianban.core.calendars.hours import CHINA, BusinessHours, Span
from lianban.core.clocks.due import due_on
from lianban.core.clocks.limits import DayUnit
from lianban.core.clocks.moments import due_at
from tests.core.calendars.china import CN, day
from tests.core.clocks.building import limit


class TestArticle200Units:
    """第二百条 民法所称的期间按照公历年、月、日、小时计算。"""

    @pytest.mark.parametrize(
        ("unit", "ends"),
        [
            (DayUnit.YEAR, "2026-03-10"),
            (DayUnit.MONTH, "2025-04-10"),
            (DayUnit.CALENDAR_DAY, "2025-03-11"),
            (DayUnit.HOUR, "2025-03-11"),
        ],
    )
    def test_a_limit_may_be_counted_in_each(self, unit, ends):
        assert due_on(limit(1, unit), day("2025-03-10"), CN).on == day(ends)


class TestArticle201Start:
    """第二百零一条 按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。
    按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。"""

    def test_the_first_day_is_the_day_after_the_event(self):
        assert due_on(limit(1, DayUnit.CALENDAR_DAY), day("2026-11-23"), CN).on == day("2026-11-24")

    def test_hours_run_from_the_moment_itself(self):
        started = datetime(2026, 11, 23, 10, 30, tzinfo=CHINA)
        assert due_at(limit(24, DayUnit.HOUR), started, CN) == datetime(2026, 11, 24, 10, 30, tzinfo=CHINA)


class TestArticle202End:
    """第二百零二条 按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。"""

    @pytest.mark.parametrize(
        ("start", "months", "ends"),
        [
            ("2026-03-16", 1, "2026-04-16"),
            ("2025-12-31", 2, "2026-02-28"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2026-07-31", 2, "2026-09-30"),
            ("2025-12-15", 1, "2026-01-15"),
        ],
    )
    def test_it_is_the_corresponding_day_or_the_last_of_the_month(self, start, months, ends):
        assert_ends(limit(months, DayUnit.MONTH), start, ends)

    def test_a_leap_day_has_no_corresponding_day_a_year_later(self):
        assert_ends(limit(1, DayUnit.YEAR), "2024-02-29", "2025-02-28")


class TestArticle203RestDay:
    """第二百零三条 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。
    期间的最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间。"""

    @pytest.mark.parametrize(
        ("start", "days", "ends"),
        [
            ("2026-09-21", 10, "2026-10-08"),
            ("2026-11-23", 5, "2026-11-30"),
            ("2026-09-10", 10, "2026-09-20"),
        ],
    )
    def test_a_last_day_of_rest_moves_behind_the_rest(self, start, days, ends):
        assert_ends(limit(days, DayUnit.CALENDAR_DAY), start, ends)

    def test_rest_days_on_the_way_count(self):
        assert_ends(limit(15, DayUnit.CALENDAR_DAY), "2026-09-28", "2026-10-13")

    def test_without_business_hours_it_ends_at_midnight(self):
        assert ends_at([]) == datetime(2026, 11, 25, 0, tzinfo=CHINA)

    def test_with_business_hours_it_ends_at_the_close(self):
        hours = BusinessHours(from_on=day("2026-01-01"), spans=(Span(opens=time(9), closes=time(17)),))
        assert ends_at([hours]) == datetime(2026, 11, 24, 17, tzinfo=CHINA)


class TestArticle204Otherwise:
    """第二百零四条 期间的计算方法依照本法的规定，但是法律另有规定或者当事人另有约定的除外。"""

    def test_a_law_that_says_working_days_leaves_every_rest_day_out(self):
        assert_ends(limit(5, DayUnit.WORKING_DAY), "2026-09-28", "2026-10-10")


def assert_ends(length, start: str, ends: str) -> None:
    assert due_on(length, day(start), CN).on == day(ends)


def ends_at(hours) -> datetime:
    return due_at(limit(1, DayUnit.CALENDAR_DAY), datetime(2026, 11, 23, 10, tzinfo=CHINA), CN, hours)
