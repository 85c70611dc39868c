"""新生儿出生: a mother registers her child from her phone, at home."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import citizen, staff
from tests.journeys.walking import ID_NUMBER, fits, press, sign_in_staff, violations

pytestmark = pytest.mark.journey
ANSWERS = {
    "q4": "h", "q1": "yes", "q2": "yes", "q3": "随母", "q6": "none", "q5": "母亲", "q7": "no",
}  # fmt: skip


def test_a_newborn_is_registered(county, people, photograph):
    site = county.url
    mother = people(phone=True)
    citizen.find(mother, site, "宝宝上户口", "新生儿")
    press(mother.get_by_role("link", name=re.compile("开始")).first)
    citizen.answer(mother, ANSWERS)
    assert "出生医学证明" in citizen.be_told(mother)
    citizen.begin(mother, site, ID_NUMBER)
    citizen.fill_form(mother)
    citizen.bring_materials(mother, photograph)
    number = citizen.submit(mother)

    clerk = people()
    sign_in_staff(clerk, site, county.accounts["chuangkou2"])
    staff.accept(clerk, site, number)
    granted = staff.grant_everything(people, county, number)
    assert len(granted) >= 2

    mother.goto(f"{site}/my/{number}/")
    expect(mother.locator("main")).to_contain_text("出生医学证明")
    assert not violations(mother)
    assert fits(mother)
