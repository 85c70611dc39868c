"""Warnings and figures come from the record, as far as whoever asks may see it; evidence names nobody."""

import json
from datetime import timedelta

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.cases.models import CaseFile, Rating
from lianban.apps.oversight import public as oversight
from lianban.core.clocks.remaining import WarningLevel
from lianban.core.proceedings.events import Actor, Role
from lianban.core.supervision.figures import Measure
from tests.apps.cases.builders import NOW, an_approver, by, reader

pytestmark = pytest.mark.django_db
SUPERVISOR = Actor(person="", role=Role.SUPERVISOR)
LATER = NOW + timedelta(days=21)
NOVEMBER, DECEMBER = oversight.Month(2026, 11), oversight.Month(2026, 12)


def warned(asking, *narrowed, **asked):
    oversight.reckon_warnings(asking.now)
    return oversight.warned(asking, *narrowed, **asked)


def test_nothing_is_warned_of_on_the_day_of_acceptance_but_what_is_due_tomorrow(number):
    found = warned(reader(SUPERVISOR))
    assert {each.level for each in found} == {WarningLevel.NOTICE}


def test_the_loudest_and_longest_overdue_stand_first(number):
    found = warned(reader(SUPERVISOR, LATER))
    assert found[0].level is WarningLevel.RED
    assert [(-each.level, each.worst.days) for each in found] == sorted(
        (-each.level, each.worst.days) for each in found
    )
    assert {each.case for each in found} == {number}


def test_whoever_may_not_see_a_case_sees_no_warning_and_no_figure_of_it(number):
    hotline = Actor(person="00000000-0000-0000-0000-000000000009", role=Role.HOTLINE)
    assert warned(reader(hotline, LATER)) == ()
    assert all(not share.below for share in oversight.figures(reader(hotline, LATER), NOVEMBER).shares)


def test_warnings_narrow_by_authority(number):
    everything = warned(reader(SUPERVISOR, LATER))
    office = everything[0].authority
    narrowed = warned(reader(SUPERVISOR, LATER), oversight.Narrowed(authority=office))
    assert narrowed == tuple(each for each in everything if each.authority == office)


def test_a_decision_in_time_counts_for_its_office(number):
    registration = next(each for each in cases.case(number, reader(SUPERVISOR)).items if each.item == "reg_company")
    approver = an_approver(registration.authority)
    cases.review(registration.number, "审查", "符合条件", by(approver))
    cases.grant(registration.number, {}, by(approver))
    found = oversight.measured(reader(SUPERVISOR), NOVEMBER, Measure.ON_TIME, oversight.Narrowed(), above=True)
    assert (registration.number, registration.authority) in [(each.number, each.authority) for each in found.counted]
    assert (found.tally.above, found.tally.percent) == (len(found.counted), 100)
    offices = {each.authority for each in oversight.figures_by_authority(reader(SUPERVISOR), NOVEMBER)[1]}
    assert registration.authority in offices


def test_months_follow_each_other_over_the_year():
    assert (DECEMBER.following, DECEMBER.before) == (oversight.Month(2027, 1), NOVEMBER)
    assert oversight.Month(2027, 1).before == DECEMBER


def test_the_evidence_holds_no_personal_value(number):
    told = json.dumps(oversight.evidence(number, NOW), ensure_ascii=False)
    assert number in told
    for personal in ("11010519491231002X", "13800000000", "演示申请人"):
        assert personal not in told


def test_a_rating_is_told_without_its_author(number):
    citizen = Actor(person=str(an_owner(number)), role=Role.APPLICANT)
    cases.rate(number, 2, ["209"], "晚了两天", by(citizen))
    found = cases.ratings(reader(SUPERVISOR), NOVEMBER.first, DECEMBER.first)
    assert found.stars.stars == (0, 1, 0, 0, 0)
    assert [(each.stars, each.indicators, each.words) for each in found.given] == [
        (2, ("未在承诺时间内办结",), "晚了两天")
    ]


def test_ratings_are_turned_by_the_page_and_counted_all(number, django_assert_num_queries):
    case = CaseFile.objects.get(proceeding__number=number)
    Rating.objects.bulk_create(Rating(case=case, stars=stars, rated_at=NOW) for stars in (5, 1, 4, 1, 3))
    Rating.objects.create(case=case, stars=1, rated_at=NOW - timedelta(days=60))
    with django_assert_num_queries(2):
        found = cases.ratings(reader(SUPERVISOR), NOVEMBER.first, DECEMBER.first, skip=1, limit=3)
    assert found.stars.stars == (2, 0, 1, 1, 1)
    assert [each.stars for each in found.given] == [1, 3, 4]


def an_owner(number):
    return next(each.actor.person for _, log in cases.events(number, reader(SUPERVISOR)) for each in log)
