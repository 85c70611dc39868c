"""开办餐饮店: a restaurant is opened by the six people it takes, in their own windows."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import citizen, staff
from tests.journeys.walking import ID_NUMBER, fits, look, press, sign_in_staff, violations

pytestmark = pytest.mark.journey
ANSWERS = {"q1": "company", "q2": "350", "q3": "热食类食品制售", "q8": "door", "q10": "告知承诺"}


def test_a_restaurant_is_opened(county, people, photograph):
    site = county.url
    owner = people(phone=True)
    owner.goto(site)
    look(owner, "home")
    citizen.find(owner, site, "开饭店", "餐饮店")
    look(owner, "chain")
    assert fits(owner)
    press(owner.get_by_role("link", name=re.compile("开始")).first)
    look(owner, "question")
    citizen.answer(owner, ANSWERS)
    told = citizen.be_told(owner)
    look(owner, "notice")
    assert all(item in told for item in ("食品经营许可", "消防安全检查", "公司设立登记"))
    citizen.begin(owner, site, ID_NUMBER)
    look(owner, "form")
    assert citizen.fill_form(owner) > 5
    look(owner, "materials")
    citizen.bring_materials(owner, photograph)
    number = citizen.submit(owner)

    clerk = people()
    sign_in_staff(clerk, site, county.accounts["chuangkou1"])
    clerk.goto(f"{site}/desk/case/{number}/")
    look(clerk, "desk")
    acceptance = staff.accept(clerk, site, number)
    assert re.search(r"〔20\d\d〕\d+号", acceptance)

    granted = staff.grant_everything(people, county, number)
    assert granted.index("公司设立登记") < granted.index("食品经营许可（新办）")

    issuer = people()
    sign_in_staff(issuer, site, county.accounts["chuzheng1"])
    staff.hand_over(issuer, site, number, ID_NUMBER)

    owner.goto(f"{site}/my/{number}/")
    expect(owner.locator("main")).to_contain_text("食品经营许可证")
    look(owner, "case")
    assert not violations(owner)
    assert fits(owner)
    verify = owner.locator("a[href*='/verify/']").first.get_attribute("href")
    stranger = people()
    stranger.goto(verify if verify.startswith("http") else f"{site}{verify}")
    expect(stranger.locator("main")).to_contain_text("有效")
    look(stranger, "verify")

    owner.goto(f"{site}/my/{number}/rate/")
    owner.locator("input[name=stars][value='5']").check()
    press(owner.get_by_role("button", name="下一步"))
    owner.locator("main input[type=checkbox]").first.check()
    press(owner.get_by_role("button", name="提交评价"))
    expect(owner.locator("main")).to_contain_text("作出了评价")

    supervisor = people()
    sign_in_staff(supervisor, site, county.accounts["jiancha"])
    staff.look_into_the_record(supervisor, site, number)
    look(supervisor, "record")
    supervisor.goto(f"{site}/oversight/")
    look(supervisor, "oversight")

    anybody = people()
    anybody.goto(f"{site}/track/?number={number}")
    expect(anybody.locator("main")).to_contain_text("已办结")
    assert ID_NUMBER not in anybody.content()
