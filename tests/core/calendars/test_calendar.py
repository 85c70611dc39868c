import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.calendars.calendar import WorkingCalendar, calendar_as_known_on
from lianban.core.calendars.days import DayKind
from lianban.core.calendars.errors import CalendarGap, NoticeConflict
from lianban.core.calendars.notice import Notice
from tests.core.calendars.china import CN, CN_PROVISIONAL, NOTICES, WORKED_EXAMPLES, day

days = st.dates(day("2004-01-01"), day("2026-06-30"))

LOCAL = Notice(
    title="关于台风期间暂停窗口服务的公告", issuer="县人民政府", year=2026, whole_year=False, place="370304",
    announced_on=day("2026-08-10"), days_off={day("2026-08-11"): "台风停办"},
)  # fmt: skip


class TestVectors:
    """Facts 2.2.8."""

    @pytest.mark.parametrize(("start", "n", "due"), WORKED_EXAMPLES)
    def test_the_nth_working_day(self, start, n, due):
        assert CN.add_working_days(day(start), n) == day(due)

    @pytest.mark.parametrize("year", [2025, 2026])
    def test_a_year_has_248_working_days(self, year):
        assert CN.working_days_between(day(f"{year - 1}-12-31"), day(f"{year}-12-31")) == 248


class TestCounting:
    @given(days, st.integers(0, 120))
    def test_adding_and_counting_undo_each_other(self, start, n):
        assert CN.working_days_between(start, CN.add_working_days(start, n)) == n

    @given(days, st.integers(1, 120))
    def test_the_nth_working_day_is_a_working_day(self, start, n):
        assert CN.is_working_day(CN.add_working_days(start, n))

    @given(days, days, days)
    def test_spans_add_up(self, a, b, c):
        assert CN.working_days_between(a, b) + CN.working_days_between(b, c) == CN.working_days_between(a, c)

    @given(days)
    def test_a_day_s_status_agrees_with_the_count(self, on):
        assert CN.status(on).is_working == CN.is_working_day(on)

    def test_the_first_day_of_the_span_can_be_asked(self):
        assert [CN.is_working_day(day(each)) for each in ("2004-01-01", "2004-01-02")] == [False, True]

    def test_working_days_are_never_taken_away(self):
        with pytest.raises(ValueError, match="never"):
            CN.add_working_days(day("2026-01-05"), -1)

    def test_a_rest_day_moves_to_the_next_working_day(self):
        moved = [CN.working_day_from(day(each)) for each in ("2026-10-01", "2026-10-08")]
        assert moved == [day("2026-10-08"), day("2026-10-08")]


class TestGap:
    @pytest.mark.parametrize("on", ["2003-12-31", "2027-01-01"])
    def test_a_year_without_a_notice_is_never_guessed(self, on):
        with pytest.raises(CalendarGap, match=on[:4]):
            CN.is_working_day(day(on))

    def test_a_count_that_runs_into_it_raises_too(self):
        with pytest.raises(CalendarGap) as caught:
            CN.add_working_days(day("2026-12-25"), 20)
        assert caught.value.facts == {"year": 2027}

    def test_the_last_day_of_the_span_is_reached_and_not_passed(self):
        assert CN.add_working_days(day("2026-12-30"), 1) == day("2026-12-31")
        with pytest.raises(CalendarGap):
            CN.add_working_days(day("2026-12-31"), 1)

    def test_a_hole_between_two_years_is_refused_at_once(self):
        with pytest.raises(CalendarGap, match="2025"):
            WorkingCalendar([each for each in NOTICES if each.year in (2024, 2026)])

    def test_no_notice_at_all_is_refused(self):
        with pytest.raises(CalendarGap):
            WorkingCalendar([])

    def test_a_notice_cannot_call_a_day_both(self):
        with pytest.raises(NoticeConflict, match="2027-01-01"):
            Notice(
                title="某通知",
                year=2027,
                days_off={day("2027-01-01"): "元旦"},
                days_of_work={day("2027-01-01"): "元旦"},
            )


class TestProvisional:
    def test_days_of_a_year_without_notice_are_marked(self):
        assert [CN_PROVISIONAL.is_provisional(day(each)) for each in ("2026-12-31", "2027-01-01")] == [False, True]

    def test_weekends_and_the_fixed_statutory_days_rest(self):
        kinds = [CN_PROVISIONAL.status(day(each)).kind for each in ("2027-01-01", "2027-01-02", "2027-01-04")]
        assert kinds == [DayKind.HOLIDAY, DayKind.WEEKEND, DayKind.WEEKDAY]

    def test_known_years_stay_as_announced(self):
        assert CN_PROVISIONAL.add_working_days(day("2026-09-18"), 20) == day("2026-10-22")

    def test_it_is_another_calendar_by_name(self):
        assert CN_PROVISIONAL.version != CN.version


class TestKnownWhen:
    @pytest.mark.parametrize(
        ("known", "on", "working"),
        [
            ("2019-03-21", "2019-05-02", True),
            ("2019-03-22", "2019-05-02", False),
            ("2019-03-21", "2019-04-28", False),
            ("2019-03-22", "2019-04-28", True),
            ("2020-01-25", "2020-02-01", True),
            ("2020-01-26", "2020-02-01", False),
            ("2015-05-12", "2015-09-03", True),
            ("2015-05-13", "2015-09-03", False),
            ("2018-12-03", "2018-12-29", False),
            ("2018-12-04", "2018-12-29", True),
        ],
    )
    def test_a_later_notice_changes_a_day_from_its_announcement_on(self, known, on, working):
        assert calendar_as_known_on(NOTICES, day(known)).is_working_day(day(on)) is working

    def test_next_year_is_unknown_until_its_notice(self):
        with pytest.raises(CalendarGap):
            calendar_as_known_on(NOTICES, day("2025-11-03")).is_working_day(day("2026-01-05"))
        assert calendar_as_known_on(NOTICES, day("2025-11-04")).is_working_day(day("2026-01-05"))

    def test_the_name_of_a_calendar_changes_with_its_notices(self):
        before, after = (calendar_as_known_on(NOTICES, day(each)).version for each in ("2019-03-21", "2019-03-22"))
        assert before != after

    def test_a_remark_does_not_change_the_name(self):
        remarked = [each.model_copy(update={"note": "已复核", "source": ("国务院公报",)}) for each in NOTICES]
        assert WorkingCalendar(remarked).version == CN.version

    def test_the_order_of_reading_does_not_change_the_name(self):
        assert WorkingCalendar(reversed(NOTICES)).version == CN.version


class TestLocalClosure:
    @pytest.mark.parametrize(("place", "working"), [("370304", False), ("370303", True), ("", True)])
    def test_it_holds_in_its_county_only(self, place, working):
        assert WorkingCalendar([*NOTICES, LOCAL], place=place).is_working_day(day("2026-08-11")) is working

    def test_a_city_s_closure_holds_in_its_counties(self):
        city = LOCAL.model_copy(update={"place": "370300"})
        held = [WorkingCalendar([*NOTICES, city], place=each) for each in ("370304", "371302")]
        assert [each.is_working_day(day("2026-08-11")) for each in held] == [False, True]

    @pytest.mark.parametrize("place", ["370000", "370304"])
    def test_of_two_notices_on_a_day_the_later_decides(self, place):
        open_again = LOCAL.model_copy(
            update={"announced_on": day("2026-08-11"), "place": place, "days_off": {},
                    "days_of_work": {day("2026-08-11"): "台风未至"}}
        )  # fmt: skip
        calendar = WorkingCalendar([open_again, *NOTICES, LOCAL], place="370304")
        status = calendar.status(day("2026-08-11"))
        assert (status.kind, status.occasion) == (DayKind.WEEKDAY, "台风未至")

    def test_a_local_notice_of_the_same_day_comes_after_the_national_one(self):
        national = LOCAL.model_copy(update={"place": "", "days_off": {}, "days_of_work": LOCAL.days_off})
        assert not WorkingCalendar([LOCAL, *NOTICES, national], place="370304").is_working_day(day("2026-08-11"))

    def test_the_day_says_why(self):
        status = WorkingCalendar([*NOTICES, LOCAL], place="370304").status(day("2026-08-11"))
        assert (status.kind, status.occasion, status.notice) == (
            DayKind.CLOSURE, "台风停办", "《关于台风期间暂停窗口服务的公告》",
        )  # fmt: skip

    def test_it_does_not_open_a_year(self):
        with pytest.raises(CalendarGap):
            WorkingCalendar([LOCAL], place="370304")
