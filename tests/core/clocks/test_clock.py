import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianban.core.clocks import errors
from lianban.core.clocks.clock import Clock
from lianban.core.clocks.due import due_on
from lianban.core.clocks.licensing import HEAD_OF_GOVERNMENT, acceptance_clock
from lianban.core.clocks.limits import DayUnit
from lianban.core.clocks.stops import StopGround, StopKind
from lianban.core.kernel.legal import LegalBasis
from tests.core.calendars.china import CN, CN_PROVISIONAL, day
from tests.core.clocks.building import a_stop, accepted, an_extension, clocks, limit, working_days

PUBLICITY = StopGround(kind=StopKind.PUBLIC_NOTICE, basis=LegalBasis(document="某条例", article="第九条"))


def dues(clock: Clock, today: str | None = None) -> list[str]:
    due = clock.due(CN, today and day(today))
    return [str(each.on) for each in (due.statutory, due.promised) if each]


class TestSideBySide:
    def test_the_promise_ends_before_the_law(self):
        assert dues(accepted("2026-09-18", promised=10)) == ["2026-10-22", "2026-10-09"]

    def test_the_earlier_one_leads(self):
        due = accepted("2026-09-18", promised=10).due(CN)
        assert (due.first.on, due.latest.on) == (day("2026-10-09"), day("2026-10-22"))

    def test_telling_what_is_missing_has_five_days_from_receipt(self):
        assert dues(acceptance_clock(day("2026-04-30"))) == ["2026-05-11"]

    def test_a_clock_without_any_limit_is_none(self):
        with pytest.raises(ValueError, match="a clock needs"):
            Clock(start_event="受理", started_on=day("2026-09-18"))


class TestStopping:
    def test_a_stop_moves_both_limits_by_its_working_days(self):
        clock = accepted("2026-11-02", promised=10).stop(a_stop("2026-11-04", "2026-11-11"), CN)
        assert dues(clock) == ["2026-12-07", "2026-11-23"]

    def test_a_stop_over_a_holiday_costs_nothing_for_the_holiday(self):
        clock = accepted("2026-09-18", promised=10).stop(a_stop("2026-09-30", "2026-10-07"), CN)
        assert dues(clock) == ["2026-10-22", "2026-10-09"]

    def test_a_stop_that_ends_on_the_same_day_costs_nothing(self):
        clock = accepted("2026-11-02", promised=10).stop(a_stop("2026-11-04", "2026-11-04"), CN)
        assert dues(clock) == dues(accepted("2026-11-02", promised=10))

    def test_stopped_on_its_last_day_it_is_due_when_it_resumes(self):
        clock = accepted("2026-11-02", promised=5).stop(a_stop("2026-11-09", "2026-11-14"), CN)
        assert dues(clock)[1] == "2026-11-16"

    def test_while_it_stands_still_the_due_date_moves_with_the_day(self):
        clock = accepted("2026-11-02", promised=10).stop(a_stop("2026-11-04"), CN)
        assert [dues(clock, today)[1] for today in ("2026-11-04", "2026-11-06")] == ["2026-11-16", "2026-11-18"]

    def test_an_open_stop_needs_the_day_it_is_looked_at(self):
        with pytest.raises(ValueError, match="open stop"):
            accepted("2026-11-02").stop(a_stop("2026-11-04"), CN).due(CN)

    def test_a_stop_after_the_promise_was_missed_does_not_revive_it(self):
        clock = accepted("2026-11-02", promised=5).stop(a_stop("2026-11-16", "2026-11-20"), CN)
        assert dues(clock) == ["2026-12-04", "2026-11-09"]

    def test_resuming_ends_it(self):
        clock = accepted("2026-11-02").stop(a_stop("2026-11-04"), CN).resume(day("2026-11-11"))
        assert clock == accepted("2026-11-02").stop(a_stop("2026-11-04", "2026-11-11"), CN)

    def test_calendar_days_are_lengthened_by_calendar_days(self):
        clock = accepted("2026-11-02", statutory=limit(30, DayUnit.CALENDAR_DAY))
        assert dues(clock.stop(a_stop("2026-11-04", "2026-11-11"), CN)) == ["2026-12-09"]


class TestRefusedStops:
    def test_only_one_may_be_open(self):
        with pytest.raises(errors.ClockAlreadyStopped, match="2026-11-04"):
            accepted("2026-11-02").stop(a_stop("2026-11-04"), CN).stop(a_stop("2026-11-05"), CN)

    def test_resuming_needs_a_stop(self):
        with pytest.raises(errors.ClockNotStopped):
            accepted("2026-11-02").resume(day("2026-11-05"))

    def test_it_cannot_end_before_it_began(self):
        with pytest.raises(errors.OutOfOrder):
            accepted("2026-11-02").stop(a_stop("2026-11-04"), CN).resume(day("2026-11-03"))

    def test_it_cannot_begin_before_the_clock(self):
        with pytest.raises(errors.OutOfOrder):
            accepted("2026-11-02").stop(a_stop("2026-11-01"), CN)

    def test_two_stops_cannot_overlap(self):
        with pytest.raises(errors.OutOfOrder):
            accepted("2026-11-02").stop(a_stop("2026-11-04", "2026-11-11"), CN).stop(a_stop("2026-11-10"), CN)

    def test_when_all_limits_have_ended_it_is_too_late(self):
        with pytest.raises(errors.LimitExpired, match="2026-11-30"):
            accepted("2026-11-02").stop(a_stop("2026-12-01"), CN)

    @pytest.mark.parametrize("facts", [{"notice": " "}, {"told_on": day("2026-11-05")}])
    def test_the_applicant_must_be_told_first(self, facts):
        with pytest.raises(errors.NoticeMissing, match="停表"):
            a_stop("2026-11-04", **facts)

    @pytest.mark.parametrize("kind", [StopKind.PUBLIC_NOTICE, StopKind.SITE_SURVEY, StopKind.OTHER])
    def test_other_reasons_do_not_stop_it(self, kind):
        with pytest.raises(errors.UnlawfulStop, match=kind.value):
            accepted("2026-11-02").stop(a_stop("2026-11-04", kind=kind), CN)

    def test_unless_the_item_s_own_law_says_so_and_then_that_law_is_cited(self):
        clock = accepted("2026-11-02", grounds=(PUBLICITY,)).stop(
            a_stop("2026-11-04", "2026-11-11", kind=StopKind.PUBLIC_NOTICE), CN
        )
        assert clock.stops[0].basis == PUBLICITY.basis

    def test_a_stored_clock_is_held_to_the_same_rules(self):
        stored = accepted("2026-11-02").model_dump()
        stored["stops"] = [a_stop("2026-11-04", "2026-11-05", kind=StopKind.PUBLIC_NOTICE).model_dump()]
        with pytest.raises(errors.UnlawfulStop):
            Clock.model_validate(stored)


class TestExtending:
    def test_both_limits_grow_by_the_same(self):
        clock = accepted("2026-09-18", promised=10).extend(an_extension("2026-09-30"), CN)
        assert dues(clock) == ["2026-11-05", "2026-10-22"]

    def test_a_missed_promise_stays_missed(self):
        clock = accepted("2026-09-18", promised=10).extend(an_extension("2026-10-12"), CN)
        assert dues(clock) == ["2026-11-05", "2026-10-09"]

    @pytest.mark.parametrize(
        ("facts", "why"),
        [
            ({"days": 11}, "最多只允许延长10个工作日"),
            ({"approver": HEAD_OF_GOVERNMENT}, "应由本行政机关负责人批准"),
        ],
    )
    def test_it_is_held_to_the_rule(self, facts, why):
        with pytest.raises(errors.UnlawfulExtension, match=why):
            accepted("2026-09-18").extend(an_extension("2026-10-12", **facts), CN)

    def test_it_is_granted_once(self):
        clock = accepted("2026-09-18").extend(an_extension("2026-10-12", days=5), CN)
        with pytest.raises(errors.UnlawfulExtension, match="只能延长一次"):
            clock.extend(an_extension("2026-10-13", days=5), CN)

    def test_it_comes_before_the_end(self):
        with pytest.raises(errors.LimitExpired):
            accepted("2026-09-18").extend(an_extension("2026-10-23"), CN)

    def test_a_clock_without_a_rule_cannot_be_lengthened(self):
        clock = Clock(start_event="收件", started_on=day("2026-09-18"), statutory=working_days(5))
        with pytest.raises(errors.UnlawfulExtension, match="没有规定"):
            clock.extend(an_extension("2026-09-21"), CN)

    def test_the_unit_must_be_that_of_a_limit(self):
        clock = accepted("2026-09-18", statutory=limit(2, DayUnit.MONTH))
        with pytest.raises(errors.UnlawfulExtension, match="单位"):
            clock.extend(an_extension("2026-09-21"), CN)

    @pytest.mark.parametrize("facts", [{"notice": ""}, {"reason": " "}])
    def test_the_applicant_is_told_the_reason(self, facts):
        with pytest.raises(errors.NoticeMissing, match="延长"):
            an_extension("2026-10-12", **facts)


class TestLawsOfEveryClock:
    @settings(max_examples=100, deadline=None)
    @given(clocks())
    def test_nothing_that_happens_brings_a_due_date_forward(self, drawn):
        clock, today = drawn
        due = clock.due(CN_PROVISIONAL, today)
        assert due.statutory.on >= due_on(clock.statutory, clock.started_on, CN_PROVISIONAL).on

    @settings(max_examples=100, deadline=None)
    @given(clocks())
    def test_a_due_date_is_always_a_working_day(self, drawn):
        clock, today = drawn
        assert CN_PROVISIONAL.is_working_day(clock.due(CN_PROVISIONAL, today).first.on)

    @settings(max_examples=100, deadline=None)
    @given(clocks())
    def test_a_clock_survives_the_journey_through_json(self, drawn):
        assert Clock.model_validate_json(drawn[0].model_dump_json()) == drawn[0]

    @given(st.dates(day("2004-01-01"), day("2025-12-31")), st.integers(0, 60), st.integers(0, 60))
    def test_a_longer_limit_never_ends_earlier(self, start, one, other):
        ends = [due_on(working_days(each), start, CN).on for each in sorted((one, other))]
        assert ends == sorted(ends)
