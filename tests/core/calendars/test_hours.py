from datetime import UTC, datetime, time

import pytest

from lianban.adapters.calendar_files import read_hours
from lianban.core.calendars.hours import CHINA, BusinessHours, Span, closing, hours_on, received_on
from tests.core.calendars.china import CN, day

NINE_TO_FIVE = BusinessHours(
    from_on=day("2026-01-01"),
    spans=(Span(opens=time(9), closes=time(12)), Span(opens=time(13), closes=time(17))),
)
SUMMER = BusinessHours(
    place="370304", from_on=day("2026-06-01"), until_on=day("2026-09-30"), spans=(Span(opens=time(8), closes=time(18)),)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


class TestReceivedOn:
    @pytest.mark.parametrize(
        ("moment", "received"),
        [
            ("2026-11-23 16:59", "2026-11-23"),
            ("2026-11-23 17:00", "2026-11-23"),
            ("2026-11-23 17:01", "2026-11-24"),
            ("2026-11-27 20:00", "2026-11-30"),
            ("2026-11-28 10:00", "2026-11-30"),
            ("2026-09-30 17:30", "2026-10-08"),
            ("2026-10-10 10:00", "2026-10-10"),
        ],
    )
    def test_after_the_close_it_is_the_next_working_day(self, moment, received):
        assert received_on(at(moment), CN, NINE_TO_FIVE) == day(received)

    def test_where_the_place_does_not_say_so_it_is_the_same_day(self):
        assert received_on(at("2026-11-23 23:59"), CN) == day("2026-11-23")

    def test_the_local_day_decides(self):
        assert received_on(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), CN) == day("2026-11-23")


class TestHours:
    def test_the_place_s_own_hours_come_before_the_general(self):
        assert hours_on([NINE_TO_FIVE, SUMMER], "370304", day("2026-07-01")) is SUMMER

    @pytest.mark.parametrize(
        ("on", "summer"),
        [("2026-05-31", False), ("2026-06-01", True), ("2026-09-30", True), ("2026-10-01", False)],
    )
    def test_they_hold_from_day_to_day(self, on, summer):
        assert (hours_on([NINE_TO_FIVE, SUMMER], "370304", day(on)) is SUMMER) is summer

    def test_those_of_another_county_do_not_hold(self):
        assert hours_on([NINE_TO_FIVE, SUMMER], "370303", day("2026-07-01")) is NINE_TO_FIVE

    def test_before_any_there_are_none(self):
        assert hours_on([NINE_TO_FIVE], "", day("2025-12-31")) is None

    def test_a_day_ends_at_the_close_or_at_midnight(self):
        ends = [closing(day("2026-11-23"), each) for each in (NINE_TO_FIVE, None)]
        assert ends == [at("2026-11-23 17:00"), at("2026-11-24 00:00")]

    def test_the_shipped_hours_can_be_read(self):
        assert hours_on(read_hours(), "370304", day("2026-11-23")).closes == time(17)
