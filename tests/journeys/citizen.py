"""What a citizen does, page by page."""

import re
from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.journeys.walking import fill_section, press, sign_in_citizen

SECTIONS_AT_MOST = 30
QUESTIONS_AT_MOST = 30


def find(page: Page, site: str, words: str, title: str) -> None:
    """Type what one wants and open the thing that is found."""
    page.goto(site)
    page.locator("main input[type=search]").first.fill(words)
    page.locator("main input[type=search]").first.press("Enter")
    press(page.locator("main").get_by_role("link", name=re.compile(title)).first)
    expect(page.locator("h1")).to_contain_text(re.compile(title))


def answer(page: Page, answers: Mapping[str, str]) -> None:
    """Answer every question: value by question key; what is not named gets its last plain answer (否, 不设置)."""
    for _ in range(QUESTIONS_AT_MOST):
        asked = page.locator("main input[name=ask]")
        if not asked.count():
            return
        key = asked.input_value()
        _choose(page, answers.get(key, "no"))
        press(page.get_by_role("button", name=re.compile("下一题")))
    raise AssertionError("the questions did not end")


def be_told(page: Page) -> str:
    """Get the one-time notice; returns its text."""
    press(page.get_by_role("button", name=re.compile("一次性告知单")))
    expect(page.locator("main")).to_contain_text("一次性告知单")
    return page.locator("main").inner_text()


def begin(page: Page, site: str, id_number: str) -> None:
    """Go on online, signing in on the way."""
    press(page.get_by_role("button", name="在线办理"))
    if "/login" in page.url:
        sign_in_citizen(page, site, id_number)
    if "/apply/" not in page.url:
        press(page.get_by_role("button", name="在线办理"))
    expect(page).to_have_url(re.compile("/apply/"))


def fill_form(page: Page) -> int:
    """Fill in section after section until the materials come; returns how many sections there were."""
    for number in range(SECTIONS_AT_MOST):
        if "/form/" not in page.url:
            return number
        before = page.url
        fill_section(page)
        press(page.get_by_role("button", name="保存并继续").last)
        if page.url == before:
            fill_section(page)
            press(page.get_by_role("button", name="保存并继续").last)
        errors = page.locator(".error-summary")
        assert not errors.count(), errors.inner_text()
    raise AssertionError("the form did not end")


def bring_materials(page: Page, file: str, handed_over: re.Pattern[str] = re.compile("窗口")) -> None:
    """Upload the first material that is asked for, bring the others to the window. handed_over: the button for that."""
    uploads = page.locator("main form[data-upload]")
    if uploads.count():
        with page.expect_navigation():  # a chosen file is sent at once
            uploads.first.locator("input[type=file]").set_input_files(file)
    for _ in range(40):
        counter = page.get_by_role("button", name=handed_over).locator("visible=true")
        if not counter.count():
            return
        press(counter.first)


def submit(page: Page) -> str:
    """Look everything over, declare, hand in; returns the number."""
    press(page.get_by_role("link", name="去核对"))
    page.locator("input[name=declaration]").check()
    press(page.get_by_role("button", name="提交申请"))
    expect(page.locator("main")).to_contain_text("申请已提交")
    return re.search(r"\d{6}YJS\d{13}", page.locator("main").inner_text()).group()


def _choose(page: Page, value: str) -> None:
    box = page.locator("main form.question")
    typed = box.locator("input.input")
    if typed.count():
        typed.first.fill(value)
        return
    wanted = box.locator(f"input[name=value][value='{value}']")
    if not wanted.count():
        wanted = box.locator("input[name=value]:not([value=unknown])").last
    wanted.first.check()
