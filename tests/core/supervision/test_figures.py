"""Figures: what is counted above and below the line."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.supervision.figures import Counted, Measure, Period, Satisfaction, share, shortened

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
PERIOD = Period(first=FIRST, last=LAST, today=LAST)
DAYS = st.integers(-40, 60).map(lambda n: FIRST + timedelta(days=n))


def counted(number="A", accepted=date(2026, 11, 2), due=date(2026, 11, 9), closed=None):
    return Counted(number=number, authority="x", chain="c", accepted_on=accepted, due_on=due, closed_on=closed)


@st.composite
def cases(draw):
    found = []
    for number in range(draw(st.integers(0, 8))):
        accepted = draw(DAYS)
        closed = draw(st.none() | st.integers(0, 40).map(lambda n, a=accepted: a + timedelta(days=n)))
        due = accepted + timedelta(days=draw(st.integers(0, 20)))
        found.append(counted(str(number), accepted, due, closed))
    return found


def test_finished_on_its_last_day_is_in_time_and_not_early():
    case = [counted(closed=date(2026, 11, 9))]
    assert share(Measure.ON_TIME, case, PERIOD).percent == 100
    assert share(Measure.EARLY, case, PERIOD).percent == 0


def test_what_is_open_past_its_day_counts_against_the_office():
    found = [counted("late"), counted("done", closed=date(2026, 11, 5))]
    on_time = share(Measure.ON_TIME, found, PERIOD)
    assert (on_time.above, on_time.rest, on_time.percent) == (("done",), ("late",), Decimal("50.0"))


def test_what_is_due_later_is_not_measured_yet():
    assert share(Measure.ON_TIME, [counted(due=date(2026, 12, 5))], PERIOD).percent is None


def test_what_was_finished_before_the_period_belongs_to_another():
    earlier = counted(accepted=date(2026, 10, 20), due=date(2026, 11, 3), closed=date(2026, 10, 28))
    assert share(Measure.ON_TIME, [earlier], PERIOD).below == ()


def test_early_is_a_share_of_what_was_finished_not_of_what_came_in():
    found = [counted("early", closed=date(2026, 11, 5)), counted("open", due=date(2026, 12, 1))]
    assert share(Measure.EARLY, found, PERIOD).percent == 100


def test_same_day():
    found = [counted("now", closed=date(2026, 11, 2)), counted("later", closed=date(2026, 11, 3))]
    assert share(Measure.SAME_DAY, found, PERIOD).above == ("now",)


@given(cases())
def test_in_time_and_overdue_are_the_whole(found):
    on_time, overdue = share(Measure.ON_TIME, found, PERIOD), share(Measure.OVERDUE, found, PERIOD)
    assert on_time.below == overdue.below
    assert sorted(on_time.above + overdue.above) == sorted(on_time.below)
    assert on_time.rest == overdue.above


@given(cases())
def test_early_and_same_day_are_of_what_was_finished_in_the_period(found):
    finished = [each.number for each in found if PERIOD.holds(each.closed_on)]
    for measure in (Measure.EARLY, Measure.SAME_DAY):
        assert list(share(measure, found, PERIOD).below) == finished


def limit(length, unit=DayUnit.WORKING_DAY):
    return TimeLimit(length=Decimal(length), unit=unit)


def test_promises_are_compared_with_the_law_in_one_unit_only():
    found = shortened(
        [
            ("a", limit(20), limit(5)),
            ("b", None, limit(1)),
            ("c", limit(1, DayUnit.MONTH), limit(5)),
            ("d", limit(0), limit(0)),
        ]
    )
    assert (found.items, found.percent) == (("a",), Decimal("75.0"))
    assert shortened([]).percent is None


def test_three_stars_and_more_are_good():
    assert Satisfaction(stars=(1, 0, 1, 1, 1)).percent == 75
    assert Satisfaction(stars=(0, 0, 0, 0, 0)).percent is None
