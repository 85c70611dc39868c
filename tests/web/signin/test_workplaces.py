"""Whoever works here comes to a page that is theirs."""

import pytest

from lianban.core.proceedings.events import Role
from lianban.web.signin.arriving import WORKPLACES
from tests.apps.cases.builders import HALL, a_county
from tests.web.work.people import browser, staff

PLACES = {Role.CLERK: {"hall": HALL}, Role.ISSUER: {"hall": HALL}, Role.APPROVER: {"authority": "market"}}
PLACES |= {Role.ITEM_ADMIN: {"authority": "market"}}


@pytest.mark.parametrize("role", list(WORKPLACES))
def test_the_first_page_of_every_role_opens(db, settings, role):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
    person = browser(staff(f"first-{role.value}", "工作人员", role, **PLACES.get(role, {})))
    reply = person.get("/account/", follow=True)
    assert reply.status_code == 200
    assert reply.redirect_chain


def test_the_hotline_looks_a_number_up(db, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
    person = browser(staff("hotline", "话务员", Role.HOTLINE))
    assert person.get("/account/").url == "/track/"
