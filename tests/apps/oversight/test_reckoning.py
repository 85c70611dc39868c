"""What pages read of warnings is what the core says about each proceeding, and follows what happens."""

from collections import Counter
from datetime import timedelta

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket.models import Proceeding
from lianban.apps.oversight import public as oversight
from lianban.apps.oversight.models import Watched
from lianban.core.clocks.remaining import WarningLevel
from lianban.core.proceedings.events import Actor, Role
from tests.apps.cases.builders import NOW, an_approver, by, reader

pytestmark = pytest.mark.django_db
SUPERVISOR = Actor(person="", role=Role.SUPERVISOR)
LEVELS = (WarningLevel.RED, WarningLevel.YELLOW, WarningLevel.NOTICE)
MOMENTS = [NOW + timedelta(days=days) for days in (0, 1, 4, 9, 21, 60)]


def by_the_core(now):
    numbers = list(Proceeding.objects.values_list("number", flat=True))
    return {key: told for key, told in oversight.signals_of(numbers, reader(SUPERVISOR, now)).items() if told}


@pytest.mark.parametrize("now", MOMENTS)
def test_counts_and_list_are_what_the_core_says(number, now):
    oversight.reckon_warnings(now)
    told, asking = by_the_core(now), reader(SUPERVISOR, now)
    levels = Counter(each[0].level for each in told.values())
    assert oversight.count_warned(asking) == {level: levels[level] for level in LEVELS}
    assert {each.number: each.signals for each in oversight.warned(asking)} == told
    for level in LEVELS:
        assert {each.level for each in oversight.warned(asking, level=level)} <= {level}


def test_looked_at_again_only_when_something_happened_or_a_day_passed(number):
    assert oversight.reckon_warnings(NOW) == Proceeding.objects.count()
    assert oversight.reckon_warnings(NOW) == 0
    item = next(each for each in cases.case(number, reader(SUPERVISOR)).items if each.item == "reg_company")
    cases.review(item.number, "审查", "符合条件", by(an_approver(item.authority)))
    assert 1 <= oversight.reckon_warnings(NOW) < Proceeding.objects.count()
    assert oversight.reckon_warnings(NOW + timedelta(days=1)) == Proceeding.objects.count()


def test_what_is_withdrawn_is_watched_no_longer(number):
    later = NOW + timedelta(days=21)
    oversight.reckon_warnings(later)
    owner = next(each.actor.person for _, log in cases.events(number, reader(SUPERVISOR)) for each in log)
    cases.withdraw(number, "不办了", by(Actor(person=owner, role=Role.APPLICANT)))
    assert oversight.warned(reader(SUPERVISOR, later)) == ()
    assert sum(oversight.count_warned(reader(SUPERVISOR, later)).values()) == 0
    oversight.reckon_warnings(later)
    assert not Watched.objects.exists()


def test_a_page_of_warnings_is_one_statement_and_so_are_its_counts(number, django_assert_num_queries):
    asking = reader(SUPERVISOR, NOW + timedelta(days=21))
    oversight.reckon_warnings(asking.now)
    oversight.warned(asking)
    with django_assert_num_queries(1):
        assert len(oversight.warned(asking, at_most=3)) == 3
    with django_assert_num_queries(1):
        oversight.count_warned(asking)
