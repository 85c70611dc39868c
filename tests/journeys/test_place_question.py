"""Where somebody lives: list by list without scripts, by its name with them."""

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import fits, look, press, violations

pytestmark = pytest.mark.journey
ASKED = "/chains/tuixiu/guide/?q=q1:self&q=q2:no&q=q3:normal&q=q4:no"


def test_without_scripts_a_place_is_chosen_from_lists_or_found_by_a_button(county, people):
    page = people(phone=True, scripts=False)
    page.goto(county.url + ASKED)
    expect(page.locator("h1")).to_have_text("您的户口在哪里？")
    look(page, "place")
    page.get_by_label("或者按名称查找").fill("博山")
    press(page.get_by_role("button", name="查找"))
    expect(page.get_by_role("link", name="山东省淄博市博山区博山镇", exact=True)).to_be_visible()
    look(page, "place-found")
    page.get_by_label("省（自治区、直辖市）").select_option("山东省")
    press(page.get_by_role("button", name="下一题"))
    expect(page.locator("h1")).to_have_text("户籍信息核验一致吗？")
    expect(page.locator("main")).to_contain_text("山东省")


def test_with_scripts_names_appear_while_one_types(county, people):
    page = people(locale="en")
    page.goto(county.url + ASKED)
    page.get_by_label("Or find it by its name").press_sequentially("博山", delay=40)
    found = page.get_by_role("link", name="山东省淄博市博山区", exact=True)
    expect(found).to_be_visible()
    assert not violations(page)
    assert fits(page)
    look(page, "place-wide")
    press(found)
    expect(page.locator("main")).to_contain_text("山东省淄博市博山区")
