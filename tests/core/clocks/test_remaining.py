from decimal import Decimal

import pytest

from lianban.core.clocks.remaining import WarningLevel, WarningRule, overruns, remaining
from tests.core.calendars.china import CN, day
from tests.core.clocks.building import a_stop, accepted

CLOCK = accepted("2026-11-02", promised=10)
"""Promised 2026-11-16, statutory 2026-11-30."""


class TestLevels:
    """Facts 3.2, the default."""

    @pytest.mark.parametrize(
        ("today", "days", "level"),
        [
            ("2026-11-11", 3, WarningLevel.NONE),
            ("2026-11-12", 2, WarningLevel.NOTICE),
            ("2026-11-16", 0, WarningLevel.NOTICE),
            ("2026-11-17", -1, WarningLevel.YELLOW),
            ("2026-11-19", -3, WarningLevel.YELLOW),
            ("2026-11-20", -4, WarningLevel.RED),
        ],
    )
    def test_they_rise_with_the_days(self, today, days, level):
        now = remaining(CLOCK, day(today), CN)
        assert (now.days, now.level) == (days, level)

    def test_past_the_statutory_limit_it_is_red_on_the_first_day(self):
        now = remaining(accepted("2026-11-02", promised=20), day("2026-12-01"), CN)
        assert (now.overdue, now.statutory_days, now.level) == (1, -1, WarningLevel.RED)

    def test_on_the_last_day_of_the_law_it_is_not_red_yet(self):
        now = remaining(accepted("2026-11-02"), day("2026-11-30"), CN)
        assert (now.days, now.overdue, now.level) == (0, 0, WarningLevel.NOTICE)

    def test_a_short_promise_gives_notice_one_day_before(self):
        clock = accepted("2026-11-02", promised=3)
        levels = [remaining(clock, day(each), CN).level for each in ("2026-11-03", "2026-11-04")]
        assert levels == [WarningLevel.NONE, WarningLevel.NOTICE]

    def test_a_place_may_set_its_own_rule(self):
        rule = WarningRule(share=Decimal("0.5"), least=2, red_after=0)
        levels = [remaining(CLOCK, day(each), CN, rule).level for each in ("2026-11-09", "2026-11-17")]
        assert levels == [WarningLevel.NOTICE, WarningLevel.RED]

    def test_every_level_has_its_word(self):
        assert [each.words for each in WarningLevel] == ["正常", "预警", "黄牌", "红牌"]


class TestStopped:
    STOPPED = CLOCK.stop(a_stop("2026-11-12", needed=3), CN)

    def test_the_days_left_stand_still(self):
        assert {remaining(self.STOPPED, day(each), CN).days for each in ("2026-11-12", "2026-11-20")} == {2}

    def test_nobody_is_warned_of_a_limit_that_does_not_run(self):
        now = remaining(self.STOPPED, day("2026-11-20"), CN)
        assert (now.stopped, now.level) == (True, WarningLevel.NONE)

    def test_not_even_on_its_last_day(self):
        stopped = CLOCK.stop(a_stop("2026-11-16"), CN)
        assert remaining(stopped, day("2026-11-16"), CN).level == WarningLevel.NONE

    def test_a_promise_missed_before_the_stop_stays_a_warning(self):
        stopped = CLOCK.stop(a_stop("2026-11-17"), CN)
        assert remaining(stopped, day("2026-11-18"), CN).level == WarningLevel.YELLOW

    def test_the_whole_length_leaves_the_stop_out(self):
        assert remaining(self.STOPPED, day("2026-11-20"), CN).whole == 10

    @pytest.mark.parametrize(("today", "days"), [("2026-11-17", []), ("2026-11-18", [1]), ("2026-11-20", [3])])
    def test_a_special_procedure_that_passes_its_own_length_is_found(self, today, days):
        assert [each.days for each in overruns(self.STOPPED, day(today), CN)] == days

    def test_an_ended_one_keeps_its_overrun(self):
        ended = self.STOPPED.resume(day("2026-11-19"))
        assert [each.days for each in overruns(ended, day("2026-12-01"), CN)] == [2]
