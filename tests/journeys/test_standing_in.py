"""An approver goes away; a colleague does the work for them; the record says who did what for whom."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from tests.apps.cases.builders import a_clerk, a_submission, by, reader
from tests.journeys.walking import ID_NUMBER, fits, look, press, sign_in_staff, violations

pytestmark = pytest.mark.journey


def an_item(person: str = ID_NUMBER) -> cases.ItemView:
    """Hand in and accept an application; return the registration of the company, which may begin at once."""
    applicant = Actor(person=str(accounts.find_citizen(person)), role=Role.APPLICANT)
    now = datetime.now(UTC)  # noqa: TID251 the journey happens now
    number = cases.submit(a_submission(applicant), by(applicant, now)).number
    cases.accept(number, by(a_clerk(), now))
    return next(each for each in cases.case(number, reader(a_clerk(), now)).items if each.item == "reg_company")


def in_order(page, name):
    """Look at a page, and hold it to what holds for all."""
    look(page, name)
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 780})
    assert fits(page)
    page.set_viewport_size({"width": 1440, "height": 900})


def test_a_deputy_works_for_whoever_is_away(county, people):
    item, other = an_item(), an_item()
    login = f"shenpi-{item.authority.replace('_', '-')}"
    approver, head = people(), people()
    sign_in_staff(approver, county.url, county.accounts[login])
    sign_in_staff(head, county.url, county.accounts[f"{login}-2"])

    approver.goto(f"{county.url}/office/?who=unheld")
    in_order(approver, "inbox")
    approver.keyboard.press("j")
    approver.keyboard.press("x")
    approver.keyboard.press("j")
    approver.keyboard.press("x")
    expect(approver.locator("[data-pick]:checked")).to_have_count(2)
    press(approver.get_by_role("button", name="认领"))
    expect(approver.locator("main")).to_contain_text("2 件可以这样办")
    in_order(approver, "bulk")
    press(approver.get_by_role("button", name="认领：2 件"))
    expect(approver.locator("main")).to_contain_text("已处理 2 / 2 件")
    in_order(approver, "run")

    approver.goto(f"{county.url}/office/away/")
    approver.get_by_label(re.compile("负责人")).check()
    approver.locator("[name=reason]").fill("外出培训")
    press(approver.get_by_role("button", name="登记外出和代办"))
    expect(approver.locator("main")).to_contain_text("正在代办")
    in_order(approver, "away")

    head.goto(f"{county.url}/office/?who=mine")
    expect(head.locator("main")).to_contain_text(item.number)
    expect(head.locator("main")).to_contain_text(other.number)
    head.goto(f"{county.url}/office/{item.number}/")
    expect(head.locator("main")).to_contain_text("您正在代")
    in_order(head, "item")
    head.goto(f"{county.url}/office/{item.number}/review/")
    head.locator("[name=opinion]").fill("材料齐全，符合法定条件")
    head.locator("input[name=on_site][value=no]").check()
    press(head.get_by_role("button", name="记录审查意见"))
    head.goto(f"{county.url}/office/{item.number}/?show=log")
    expect(head.locator(".timeline")).to_contain_text(re.compile("负责人（代.*审批人员）"))
    in_order(head, "log")

    head.goto(f"{county.url}/office/")
    press(head.locator("a.clock").first)
    expect(head.get_by_role("heading", name="时限证明")).to_be_visible()
    in_order(head, "clock")


def test_an_authority_that_is_asked_answers(county, people):
    item = an_item()
    approver, asked = people(), people(locale="en-GB")
    sign_in_staff(approver, county.url, county.accounts[f"shenpi-{item.authority.replace('_', '-')}"])
    sign_in_staff(asked, county.url, county.accounts["shenpi-fire"])
    approver.goto(f"{county.url}/office/{item.number}/consult/")
    approver.locator("[name=authority]").select_option("fire")
    approver.locator("[name=question]").fill("经营场所是否需要先检查")
    press(approver.get_by_role("button", name="发出征询"))
    asked.goto(f"{county.url}/office/asked/")
    in_order(asked, "asked-list")
    press(asked.locator("main tbody a").first)
    expect(asked.locator("main")).to_contain_text("经营场所是否需要先检查")
    in_order(asked, "asked")
    asked.locator("[name=answer]").fill("不需要")
    press(asked.get_by_role("button", name=re.compile("发出答复|Send the answer")))
    expect(asked.locator("main")).to_contain_text(re.compile("已答复|Answered"))
    approver.goto(f"{county.url}/office/{item.number}/")
    expect(approver.locator("main")).to_contain_text("不需要")
