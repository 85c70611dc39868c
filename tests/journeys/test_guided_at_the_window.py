"""A clerk guides somebody by keyboard alone, and goes on from a notice that is held under the scanner."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import fits, look, sign_in_staff, violations

pytestmark = pytest.mark.journey
KEYS_AT_MOST = 25
SAID = {"q2": "350", "q3": "1"}
"""What is pressed where it is not the key of an answer."""
PRESSED = {
    "q1": "2", "q7": "2", "q15": "2", "q8": "1", "q14": "2", "q9": "2", "q10": "1", "q16": "2", "q11": "2", "q12": "2",
    "q13": "2",
}  # fmt: skip


class Keyboard:
    """Presses keys and counts them; the mouse is never touched."""

    def __init__(self, page: Page):
        self.page, self.pressed = page, 0

    def type(self, text: str) -> None:
        self.pressed += len(text)
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        """Press a key that leads to another page."""
        self.pressed += 1
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


def test_a_known_case_takes_a_handful_of_keys(county, people):
    clerk = people()
    sign_in_staff(clerk, county.url, county.accounts["chuangkou1"])
    clerk.goto(f"{county.url}/desk/")
    keys = Keyboard(clerk)
    keys.press("t")
    keys.type("kfd")
    look(clerk, "desk-help")
    keys.press("Enter")
    if clerk.locator("[data-walk] a").count():
        keys.press("1")
    while clerk.locator("input[name=ask]").count():
        asked = clerk.locator("input[name=ask]").input_value()
        if asked in SAID:
            keys.type(SAID[asked])
            keys.press("Enter")
        else:
            keys.press(PRESSED[asked])
    look(clerk, "desk-guide-end")
    assert not violations(clerk)
    keys.press("Enter")
    expect(clerk.locator("main")).to_contain_text("打印告知单")
    assert keys.pressed <= KEYS_AT_MOST
    look(clerk, "desk-notice")
    assert not violations(clerk)
    assert fits(clerk)
    number = re.search(r"\S+〔\d{4}〕\S+号", clerk.locator("main").inner_text()).group()

    keys.press("n")
    keys.type(number)
    keys.press("Enter")
    expect(clerk.locator("main")).to_contain_text(number)
    keys.press("e")
    expect(clerk.locator("h1")).to_contain_text("营业执照")
    keys.press("3")
    expect(clerk.locator("main")).to_contain_text("个体工商户")
