"""A restaurant for somebody without a phone: a clerk guides, fills in, prints, scans, hands in, gives the receipt."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import citizen
from tests.journeys.walking import fits, look, press, sign_in_staff, violations

pytestmark = pytest.mark.journey
ANSWERS = {"q1": "company", "q2": "350", "q3": "热食类食品制售", "q8": "door", "q10": "告知承诺"}
ID_NUMBER = "370304196001010001"
"""Of somebody who never had an account; the serial 000 is given to nobody."""
WRONG = ID_NUMBER[:-1] + ("1" if ID_NUMBER[-1] != "1" else "2")


def checked(page, name):
    """Look at a page, and that anybody can use it."""
    look(page, name)
    assert not violations(page)
    assert fits(page)


def test_from_the_guidance_to_the_receipt(county, people, photograph):
    site, clerk = county.url, people()
    sign_in_staff(clerk, site, county.accounts["chuangkou1"])
    clerk.goto(f"{site}/desk/help/kaiban-canyindian/questions/")
    citizen.answer(clerk, ANSWERS)
    press(clerk.get_by_role("button", name=re.compile("出一次性告知单")))
    press(clerk.get_by_role("link", name="替来人填写申请"))

    checked(clerk, "desk-arrival")
    clerk.locator("input[name=name]").fill("演示申请人")
    clerk.locator("input[name=id_number]").fill(WRONG)
    clerk.locator("input[name=compared][value=yes]").check()
    press(clerk.get_by_role("button", name="核对无误，开始填写"))
    expect(clerk.locator(".error-summary")).to_contain_text("身份证号")
    checked(clerk, "desk-arrival-wrong")
    clerk.locator("input[name=id_number]").fill(ID_NUMBER)
    press(clerk.get_by_role("button", name="核对无误，开始填写"))

    checked(clerk, "desk-form")
    press(clerk.get_by_role("button", name="先存着，下次再填"))
    checked(clerk, "desk-taken-down")
    press(clerk.locator("main ul.list a").first)
    assert citizen.fill_form(clerk) > 5
    checked(clerk, "desk-materials")
    citizen.bring_materials(clerk, photograph, handed_over=re.compile("已收纸质件"))
    press(clerk.get_by_role("link", name="去核对"))
    checked(clerk, "desk-confirm")

    press(clerk.get_by_role("button", name="打印申请确认单"))
    expect(clerk.locator("main")).to_contain_text(ID_NUMBER)
    checked(clerk, "desk-sheet")
    press(clerk.get_by_role("link", name="签好了，去上传"))
    assert not clerk.get_by_role("button", name="代为提交申请").count()
    with clerk.expect_navigation():  # a chosen file is sent at once
        clerk.locator("input[type=file][name=sheet]").set_input_files(photograph)
    expect(clerk.locator("main")).to_contain_text("已签字确认")
    checked(clerk, "desk-confirmed")
    press(clerk.get_by_role("button", name="代为提交申请"))
    expect(clerk.locator("main")).to_contain_text("申请已提交")
    checked(clerk, "desk-receipt")
    number = re.search(r"\d{6}YJS\d{13}", clerk.locator("main").inner_text()).group()

    press(clerk.get_by_role("link", name="看办理进度"))
    expect(clerk.locator("main")).to_contain_text("申请确认单（签字）")
    clerk.goto(f"{site}/desk/apply/")
    expect(clerk.locator("main")).to_contain_text("没有没填完的代录")

    anybody = people()
    anybody.goto(f"{site}/track/?number={number}")
    expect(anybody.locator("main")).to_contain_text("收件")
    assert ID_NUMBER not in anybody.content()
