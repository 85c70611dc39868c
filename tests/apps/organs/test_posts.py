"""A post makes a person an actor, for as long as it lasts."""

from datetime import date

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.apps.organs.public import AuthorityCard, HallCard, WindowCard
from lianban.core.proceedings.events import Role
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db
SUNDAY, MONDAY, TUESDAY = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 24)
HALL = HallCard("center", "区政务服务中心", "", "370304", "", (WindowCard(1, "reception", "综合受理窗口1号"),))
APPROVAL = AuthorityCard("approval", "区行政审批服务局", "", "区行政审批服务局", "博审服", "")


@pytest.fixture
def person():
    organs.put_hall(HALL)
    organs.put_authority(APPROVAL)
    return accounts.create_staff(user_name="ck01", name="综合受理窗口1号", password="x", now=NOON)


def test_a_clerk_acts_for_the_hall_of_their_post(person):
    organs.assign(person, Role.CLERK, from_on=MONDAY, hall="center", window=1)
    assert organs.actor_of(person, Role.CLERK, MONDAY).hall == "center"
    (post,) = organs.posts_of(person, MONDAY)
    assert (post.hall_name, post.window) == ("区政务服务中心", "综合受理窗口1号")


def test_an_approver_acts_for_their_authority(person):
    organs.assign(person, Role.APPROVER, from_on=MONDAY, authority="approval")
    assert organs.actor_of(person, Role.APPROVER, MONDAY).authority == "approval"


def test_a_post_begins_and_ends_with_its_days(person):
    organs.assign(person, Role.CLERK, from_on=MONDAY, hall="center")
    with pytest.raises(organs.NotAssigned):
        organs.actor_of(person, Role.CLERK, SUNDAY)
    organs.end_post(organs.posts_of(person, MONDAY)[0].id, MONDAY)
    assert organs.actor_of(person, Role.CLERK, MONDAY)
    assert organs.posts_of(person, TUESDAY) == ()


def test_nobody_acts_in_a_role_they_were_not_given(person):
    organs.assign(person, Role.CLERK, from_on=MONDAY, hall="center")
    with pytest.raises(organs.NotAssigned) as refused:
        organs.actor_of(person, Role.SUPERVISOR, MONDAY)
    assert "监察" in refused.value.message


def test_everybody_may_apply(person):
    assert organs.actor_of(person, Role.APPLICANT, MONDAY).role is Role.APPLICANT


def test_setting_up_twice_changes_nothing(person):
    for _ in range(2):
        organs.put_hall(HALL)
        organs.put_authority(APPROVAL)
        organs.assign(person, Role.CLERK, from_on=MONDAY, hall="center", window=1)
    assert len(organs.posts_of(person, MONDAY)) == 1
    assert organs.halls() == (HALL,)
    assert organs.authorities() == (APPROVAL,)
