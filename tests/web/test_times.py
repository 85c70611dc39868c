"""Days, moments and clocks in words."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from lianban.web.components.times import ClockView, day_words, moment_words, short_day_words

MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


def test_a_day_has_its_weekday():
    assert day_words(MONDAY) == "2026年11月23日（周一）"
    assert short_day_words(MONDAY) == "11月23日"


def test_a_moment_is_shown_in_the_time_of_the_county():
    assert moment_words(datetime(2026, 11, 22, 17, 30, tzinfo=UTC)) == "2026年11月23日（周一）01:30"


def test_days_follow_the_language_of_the_page():
    with translation.override("en"):
        assert day_words(MONDAY) == "Mon 23 Nov 2026"


@pytest.mark.parametrize(
    ("clock", "words", "until"),
    [
        (ClockView("running", 3, MONDAY), "还剩 3 个工作日", "（至11月23日）"),
        (ClockView("soon", 0, MONDAY), "今天到期", "（至11月23日）"),
        (ClockView("late", 2, MONDAY), "已超期 2 个工作日", "（应于11月23日办结）"),
        (ClockView("paused", 2, MONDAY, "等待现场核查"), "时限已暂停：等待现场核查", ""),
        (ClockView("done", 0, MONDAY), "按时办结", ""),
    ],
)
def test_a_clock_says_how_it_stands(clock, words, until):
    assert (clock.words, clock.until) == (words, until)
