"""Days as people read them."""

from datetime import date

import pytest

from lianban.core.calendars.written import written, written_with_weekday


def test_a_day_is_written_without_leading_zeros():
    assert written(date(2026, 2, 3)) == "2026年2月3日"


@pytest.mark.parametrize(
    ("on", "weekday"), [(23, "一"), (24, "二"), (25, "三"), (26, "四"), (27, "五"), (28, "六"), (29, "日")]
)
def test_its_weekday_stands_beside_it(on, weekday):
    assert written_with_weekday(date(2026, 11, on)) == f"2026年11月{on}日（周{weekday}）"
