"""Somebody answers at the machine by touch alone, walks away, and leaves nothing behind."""

import pytest
from playwright.sync_api import expect

from lianban.web.kiosk.views import COUNTDOWN_SECONDS, IDLE_SECONDS
from tests.journeys.walking import fits, look, press, violations

pytestmark = pytest.mark.journey
UPRIGHT = {"width": 1080, "height": 1920}
KEPT = "() => JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])"


def answer(page):
    """Touch the first card, or the digits of a number, until nothing more is asked."""
    while page.locator("input[name=ask]").count():
        pad = page.locator(".kiosk-pad")
        if pad.count():
            for digit in "350":
                pad.get_by_role("button", name=digit, exact=True).tap()
            assert page.locator("main form input.input").first.input_value() == "350"
        else:
            page.locator("main .choice").first.tap()
        with page.expect_navigation():
            page.get_by_role("button", name="下一题").tap()


def test_nothing_is_left_behind(county, browser):
    window = browser.new_context(locale="zh-CN", viewport=UPRIGHT, has_touch=True)
    page = window.new_page()
    page.goto(f"{county.url}/kiosk/")
    page.clock.install()
    for letter in "KFD":
        page.locator(".kiosk-pad").get_by_role("button", name=letter, exact=True).tap()
    look(page, "kiosk-home")
    page.set_viewport_size(UPRIGHT)
    assert not violations(page)
    with page.expect_navigation():
        page.get_by_role("button", name="查找").tap()
    with page.expect_navigation():
        page.locator(".tile").first.tap()
    look(page, "kiosk-question")
    assert not violations(page)
    answer(page)
    look(page, "kiosk-end")
    with page.expect_navigation():
        page.get_by_role("button", name="出一次性告知单").tap()
    expect(page.locator("main")).to_contain_text("拿走它")
    look(page, "kiosk-notice")
    assert not violations(page)
    assert fits(page)
    for size in (UPRIGHT, {"width": 1440, "height": 900}):
        page.set_viewport_size(size)
        assert fits(page)
    number = page.locator(".ask-no").first.inner_text().split()[0]

    page.clock.fast_forward(IDLE_SECONDS * 1000 + 500)
    expect(page.locator("#idle")).to_be_visible()
    page.get_by_role("button", name="我还在").tap()
    expect(page.locator("#idle")).to_be_hidden()
    page.clock.fast_forward(IDLE_SECONDS * 1000 + 500)
    expect(page.locator("#idle")).to_contain_text(str(COUNTDOWN_SECONDS))
    assert not violations(page)
    page.clock.fast_forward(COUNTDOWN_SECONDS * 1000 + 500)
    expect(page).to_have_url(f"{county.url}/kiosk/")
    assert page.evaluate(KEPT) == "[[],[]]"
    assert {each["name"] for each in window.cookies()} <= {"csrftoken", "lianban_kiosk"}

    page.go_back()
    page.wait_for_load_state()
    assert number not in page.content()
    assert "/guide/" not in page.url
    assert "/notice/" not in page.url
    window.close()


def test_without_scripts_the_page_forgets_by_itself(county, browser):
    window = browser.new_context(locale="zh-CN", viewport=UPRIGHT, java_script_enabled=False)
    page = window.new_page()
    page.goto(f"{county.url}/kiosk/")
    press(page.locator(".tile").first)
    expect(page.locator("h1")).to_be_visible()
    wait = page.content().split('http-equiv="refresh" content="')[1]
    assert wait.startswith(f"{IDLE_SECONDS + COUNTDOWN_SECONDS};url=/kiosk/clear/")
    press(page.get_by_role("link", name="结束并清除"))
    expect(page).to_have_url(f"{county.url}/kiosk/")
    window.close()
