"""Guidance lives in its address: it is shared, gone back in, and works where no script runs."""

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import fits, look, press, violations

pytestmark = pytest.mark.journey
CHAIN = "kaiban-canyindian"


def choose(page, label):
    page.get_by_text(label, exact=True).first.click()
    press(page.get_by_role("button", name="下一题"))


@pytest.mark.parametrize("scripts", [True, False])
def test_back_forward_and_a_shared_link(county, people, scripts):
    first = people(phone=True, scripts=scripts)
    first.goto(f"{county.url}/chains/{CHAIN}/guide/")
    first.get_by_text("看图").click()
    expect(first.get_by_role("img", name="营业执照示意图")).to_be_visible()
    look(first, "guide-picture")
    if scripts:
        assert not violations(first)
        assert fits(first)
    choose(first, "未领取，拟办公司")
    second_question = first.locator("h1").inner_text()
    choose(first, "否")
    third_question = first.locator("h1").inner_text()
    assert third_question != second_question

    first.go_back()
    expect(first.locator("h1")).to_have_text(second_question)
    first.go_forward()
    expect(first.locator("h1")).to_have_text(third_question)
    press(first.get_by_role("link", name="上一题"))
    expect(first.locator("h1")).to_have_text(second_question)
    expect(first.locator("input[name=value][value=no]")).to_be_checked()

    first.go_back()
    friend = people(scripts=not scripts)
    friend.goto(first.url)
    expect(friend.locator("h1")).to_have_text(third_question)
    expect(friend.locator("main")).to_contain_text("拟办公司")
    assert not {each["name"] for each in friend.context.cookies()} & {"sessionid"}
    assert friend.evaluate("() => localStorage.length") == 0
