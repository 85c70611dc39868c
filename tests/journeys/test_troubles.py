"""What does not go smoothly: something has to be corrected, an item is refused; people are told what they may do."""

import pytest
from playwright.sync_api import expect

from tests.journeys import citizen, staff
from tests.journeys.test_hard_days import begin
from tests.journeys.walking import fits, look, press, sign_in_staff, violations

pytestmark = pytest.mark.journey


@pytest.fixture
def handed_in(county, people, photograph):
    """A mother's window and the number of her application."""
    mother = people(phone=True)
    begin(mother, county.url)
    citizen.fill_form(mother)
    citizen.bring_materials(mother, photograph)
    return mother, citizen.submit(mother)


@pytest.fixture
def clerk(county, people):
    page = people()
    sign_in_staff(page, county.url, county.accounts["chuangkou1"])
    return page


def test_what_is_to_be_corrected_is_told_once_and_corrected_from_home(county, handed_in, clerk):
    mother, number = handed_in
    staff.notify_once(clerk, county.url, number, "与证件不一致", "照证件填写")
    mother.goto(f"{county.url}/my/{number}/")
    expect(mother.locator("main")).to_contain_text("与证件不一致")
    expect(mother.locator("main")).to_contain_text("一次性告知书")
    press(mother.get_by_role("link", name="现在补充"))
    wrong = mother.locator("main form input.input").first
    wrong.fill("")
    press(mother.get_by_role("button", name="提交补充内容"))
    expect(mother.locator(".error-summary")).to_be_visible()
    look(mother, "supply")
    wrong.fill("演示宝宝")
    assert fits(mother)
    press(mother.get_by_role("button", name="提交补充内容"))
    expect(mother.locator("main")).to_contain_text("提交了补正材料")
    staff.accept(clerk, county.url, number)


def test_who_is_refused_reads_why_and_where_to_turn(county, people, handed_in, clerk):
    mother, number = handed_in
    staff.accept(clerk, county.url, number)
    item = staff.first_item(number)
    approver = people()
    sign_in_staff(approver, county.url, county.accounts[f"shenpi-{item.authority.replace('_', '-')}"])
    staff.refuse(approver, county.url, item.number, "出生信息与登记不一致", "不符合受理条件")
    mother.goto(f"{county.url}/my/{number}/")
    look(mother, "refused")
    expect(mother.locator("main")).to_contain_text("不予")
    expect(mother.locator("main")).to_contain_text("60日内")
    expect(mother.locator("main")).to_contain_text("申请行政复议")
    assert not violations(mother)
    assert fits(mother)
