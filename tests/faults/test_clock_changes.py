"""A machine's clock goes wrong: a step never stands before the one it follows, and no case gets stuck."""

from datetime import timedelta

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from tests.apps.cases.builders import NOW, a_clerk, a_county, an_applicant, an_application, by, reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def number():
    a_county()
    applicant = an_applicant()
    return an_application(applicant)


def stage(number):
    return cases.case(number, reader(a_clerk())).stage


@pytest.mark.parametrize("back", [timedelta(minutes=6), timedelta(days=1), timedelta(days=400)], ids=str)
def test_an_act_of_a_machine_whose_clock_is_behind_is_refused_and_leaves_nothing(number, back):
    with pytest.raises(docket.ClockBehind) as refused:
        cases.accept(number, by(a_clerk(), NOW - back))
    assert "校准时间" in refused.value.message
    assert stage(number) == "received"


def test_the_act_succeeds_once_the_clock_is_right_even_under_the_same_key(number):
    clerk = a_clerk()
    with pytest.raises(docket.ClockBehind):
        cases.accept(number, by(clerk, NOW - timedelta(hours=1), key="one-click"))
    cases.accept(number, by(clerk, NOW, key="one-click"))
    assert stage(number) == "in_progress"


def test_clocks_of_several_machines_may_differ_by_minutes(number):
    cases.accept(number, by(a_clerk(), NOW - timedelta(minutes=2)))
    assert stage(number) == "in_progress"
    assert docket.verify_log(number) == ()
    assert docket.replay_differences(number) == ()
