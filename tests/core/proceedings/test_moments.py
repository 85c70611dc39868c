"""A legal day begins at midnight in China, wherever the clock that told it stands."""

from datetime import UTC, date, datetime, timedelta

from lianban.core.proceedings.moments import local_day, midnight


def test_a_day_begins_when_the_one_before_has_passed():
    day = date(2026, 11, 22)
    assert midnight(day) == datetime(2026, 11, 21, 16, tzinfo=UTC)
    assert local_day(midnight(day)) == day
    assert local_day(midnight(day) - timedelta(microseconds=1)) == date(2026, 11, 21)
