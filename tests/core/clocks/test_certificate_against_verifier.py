"""The clocks count with prefix sums and closed forms, the verifier walks day by day: they must agree."""

import ast
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianban.core.calendars.days import DayKind
from lianban.core.clocks import verifier
from lianban.core.clocks.certificate import ClockCertificate, certificate, seal_of
from lianban.core.clocks.due import DueDate
from lianban.core.clocks.verifier import ClockObjection
from tests.core.calendars.china import CN, CN_PROVISIONAL, NOTICES, day
from tests.core.clocks.building import a_stop, accepted, an_extension, clocks

PUBLISHED = [notice.model_dump(mode="json") for notice in NOTICES]


def verify_clock(made: ClockCertificate, notices=None) -> tuple[ClockObjection, ...]:
    told = PUBLISHED if notices is None else [notice.model_dump(mode="json") for notice in notices]
    return verifier.verify_clock(made.model_dump(mode="json"), told)


class TestTheTwoAgree:
    @settings(max_examples=250, deadline=None)
    @given(clocks())
    def test_every_certificate_is_confirmed(self, drawn):
        clock, today = drawn
        made = certificate(clock, CN_PROVISIONAL, subject="K1", as_of=today)
        assert verify_clock(made) == ()

    @settings(max_examples=100, deadline=None)
    @given(clocks(), st.integers(-5, 5).filter(bool))
    def test_a_moved_due_date_is_objected_to_even_when_resealed(self, drawn, days):
        clock, today = drawn
        made = certificate(clock, CN_PROVISIONAL, subject="K1", as_of=today)
        first = made.limits[0]
        moved = first.model_copy(update={"due": DueDate(first.due.on + timedelta(days=days), first.due.provisional)})
        forged = made.model_copy(update={"limits": (moved, *made.limits[1:])})
        assert "DUE" in codes(resealed(forged))

    @settings(max_examples=100, deadline=None)
    @given(clocks())
    def test_it_survives_the_journey_through_json(self, drawn):
        clock, today = drawn
        made = certificate(clock, CN_PROVISIONAL, subject="K1", as_of=today)
        assert ClockCertificate.model_validate_json(made.model_dump_json()) == made


def resealed(forged: ClockCertificate) -> ClockCertificate:
    return forged.model_copy(update={"seal": seal_of(forged)})


def codes(made: ClockCertificate, notices=None) -> set[str]:
    return {objection.code for objection in verify_clock(made, notices)}


@pytest.fixture
def made() -> ClockCertificate:
    clock = accepted("2026-09-18", promised=10).stop(a_stop("2026-09-22", "2026-09-29"), CN)
    return certificate(clock, CN, subject="113703040042152345437011700201120260918" + "0001", as_of=day("2026-09-30"))


class TestWhatItSays:
    def test_the_start_day_is_shown_and_not_counted(self, made):
        first = made.limits[0].days[0]
        assert (first.on, first.number, first.why) == (day("2026-09-18"), 0, "start")

    def test_a_make_up_sunday_is_counted_with_its_notice(self, made):
        sunday = made.limits[0].days[2]
        assert (sunday.on, sunday.number, sunday.kind) == (day("2026-09-20"), 1, "make_up")
        assert sunday.notice == "国办发明电〔2025〕7号"

    def test_the_days_of_a_test_are_left_out(self, made):
        stopped = [each.on for each in made.limits[0].days if each.why == "stopped"]
        assert (stopped[0], stopped[-1]) == (day("2026-09-23"), day("2026-09-29"))

    def test_a_holiday_is_named(self, made):
        holiday = next(each for each in made.limits[0].days if each.on == day("2026-10-01"))
        assert (holiday.number, holiday.why, holiday.occasion) == (0, "rest", "国庆节")

    def test_both_limits_stand_side_by_side(self, made):
        assert [(each.name, each.due.on) for each in made.limits] == [
            ("statutory", day("2026-10-28")),
            ("promised", day("2026-10-14")),
        ]

    def test_the_last_number_is_the_length_of_the_limit(self, made):
        assert [each.days[-1].number for each in made.limits] == [20, 10]


class TestForgeries:
    def test_a_changed_word_breaks_the_seal(self, made):
        assert codes(made.model_copy(update={"subject": "K2"})) == {"SEAL"}

    def test_a_dropped_day_is_noticed(self, made):
        first = made.limits[0]
        shorter = first.model_copy(update={"days": first.days[:5] + first.days[6:]})
        assert codes(resealed(made.model_copy(update={"limits": (shorter, made.limits[1])}))) == {"DAYS"}

    def test_a_holiday_called_a_working_day_is_noticed(self, made):
        first = made.limits[0]
        days = tuple(
            each.model_copy(update={"kind": DayKind.WEEKDAY}) if each.on == day("2026-10-01") else each
            for each in first.days
        )
        changed = first.model_copy(update={"days": days})
        forged = ClockCertificate.model_validate(
            {**dict(made), "limits": (changed.model_dump(), made.limits[1].model_dump())}
        )
        assert codes(resealed(forged)) == {"KIND"}

    def test_a_dropped_limit_is_noticed(self, made):
        assert codes(resealed(made.model_copy(update={"limits": made.limits[:1]}))) == {"LIMITS"}

    def test_a_limit_other_than_the_clock_s_is_noticed(self, made):
        swapped = (made.limits[0].model_copy(update={"name": "promised"}), made.limits[1])
        assert "LIMITS" in codes(resealed(made.model_copy(update={"limits": swapped})))

    def test_another_calendar_is_noticed(self, made):
        known = [each for each in NOTICES if each.year != 2025]
        later = [each.model_copy(update={"days_of_work": {}}) if each.year == 2026 else each for each in known]
        assert "CALENDAR" in codes(made, later)

    def test_a_firm_date_sold_as_provisional_is_noticed(self, made):
        first = made.limits[0]
        marked = first.model_copy(update={"due": DueDate(first.due.on, provisional=True)})
        assert codes(resealed(made.model_copy(update={"limits": (marked, made.limits[1])}))) == {"PROVISIONAL"}

    def test_a_provisional_year_passed_off_as_announced_is_noticed(self):
        clock = accepted("2026-12-25")
        made = certificate(clock, CN_PROVISIONAL, subject="K1", as_of=day("2026-12-25"))
        firm = made.model_copy(update={"provisional_from": date(2028, 1, 1)})
        assert "PROVISIONAL" in codes(resealed(firm))

    def test_a_stop_without_earlier_notice_is_noticed(self, made):
        silent = made.clock.stops[0].model_copy(update={"notice": ""})
        clock = made.clock.model_copy(update={"stops": (silent,)})
        assert codes(resealed(made.model_copy(update={"clock": clock}))) == {"NOTICE"}


class TestExtension:
    def test_the_count_goes_on_to_thirty(self):
        clock = accepted("2026-09-18").extend(an_extension("2026-10-20"), CN)
        made = certificate(clock, CN, subject="K1", as_of=day("2026-10-20"))
        assert (made.limits[0].due.on, made.limits[0].days[-1].number) == (day("2026-11-05"), 30)
        assert codes(made) == set()


class TestIndependence:
    SOURCE = Path(verifier.__file__).read_text(encoding="utf-8")

    def test_the_verifier_knows_no_counting_of_the_clocks(self):
        imported = {node.module for node in ast.walk(ast.parse(self.SOURCE)) if isinstance(node, ast.ImportFrom)}
        assert imported <= sys.stdlib_module_names | {"collections.abc"}

    def test_it_can_be_read_in_one_sitting(self):
        assert len(self.SOURCE.splitlines()) <= 120
