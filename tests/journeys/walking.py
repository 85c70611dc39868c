"""Walking the pages as a person does: sign in, answer, fill in, look."""

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

AXE = (Path(__file__).resolve().parents[1] / "vendor/axe-core/axe.min.js").read_text("utf-8")
RUN_AXE = (
    "axe.run(document, {resultTypes: ['violations']})"
    ".then(found => found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.target).join(', ')))"
)
TYPED = {
    "number": "350", "decimal": "350", "numeric": "3", "tel": "13800000000", "email": "name@example.com",
    "date": "2026-11-01", "datetime-local": "2026-11-01T08:30",
}  # fmt: skip
ID_NUMBER = "11010519491231002X"
NAMED = {
    "id_no": ID_NUMBER, "uscc": "91350100M000100Y43", "postcode": "255200", "weeks": "39", "weight": "3200",
    "length": "50", ".age": "30", "birth_time": "2026-11-01T08:30", "entity.name": "博山演示餐饮有限公司",
    "name": "演示人员",
}  # fmt: skip
"""What is typed where a number of any size would not do, by a part of the field's name."""


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong on a page; nothing is let into the page's own scripts."""
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": AXE})
    asked = {"expression": RUN_AXE, "awaitPromise": True, "returnByValue": True}
    return session.send("Runtime.evaluate", asked)["result"]["value"]


def fits(page: Page) -> bool:
    """Whether nothing sticks out of the screen sideways, once everything is there."""
    page.wait_for_load_state("load")
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def look(page: Page, name: str) -> None:
    """Take a picture of a page on a phone and on a desk, where LIANBAN_PICTURES names a folder for them."""
    folder = os.environ.get("LIANBAN_PICTURES")
    if not folder:
        return
    size = page.viewport_size
    for width, height in ((360, 780), (1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_load_state("networkidle")
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=width == 360)
    page.set_viewport_size(size)


def press(control: Locator) -> None:
    """Click what leads to another page (or to the same one anew), and wait until that page is there."""
    with control.page.expect_navigation():
        control.click()


def settle(page: Page) -> None:
    """Wait until the page has taken in whatever it asked the server for; without scripts it asks for nothing."""
    expect(page.locator(".htmx-request")).to_have_count(0)


def sign_in_staff(page: Page, site: str, account: dict[str, str]) -> None:
    """Sign in with user name and password."""
    page.goto(f"{site}/login/staff/")
    page.locator("input[name=name]").fill(account["login"])
    page.locator("input[type=password]").fill(account["password"])
    press(page.locator("main button[type=submit]").first)
    expect(page).not_to_have_url(re.compile("/login/"))


def sign_in_with_password(page: Page, site: str, account: dict[str, str]) -> None:
    """Sign in with ID number and password."""
    page.goto(f"{site}/login/password/")
    page.locator("input[name=id_number]").fill(account["login"])
    page.locator("input[type=password]").fill(account["password"])
    press(page.locator("main button[type=submit], main form.stack button").last)
    expect(page).not_to_have_url(re.compile("/login/"))


def sign_in_citizen(page: Page, site: str, id_number: str) -> None:
    """Sign in with an ID number and the one-time code that the stand-in message service shows."""
    page.locator("input[name=id_number]").fill(id_number)
    press(page.get_by_role("button", name=re.compile("验证码")).first)
    reader = page.context.new_page()
    reader.goto(f"{site}/standin/messages/")
    code = re.search(r"\b(\d{6})\b", reader.locator("main").inner_text()).group(1)
    reader.close()
    page.locator("input[name=code]").fill(code)
    press(page.locator("main button[type=submit]").first)


UNFILLED = """() => {
  const open = [];
  for (const box of document.querySelectorAll('main form input.input, main form textarea'))
    if (!box.value && !box.readOnly && !box.disabled && box.offsetParent) open.push({
      how: 'fill', name: box.name, type: box.type, mode: box.inputMode, length: box.maxLength});
  for (const list of document.querySelectorAll('main form select'))
    if (!list.value) open.push({how: 'select', name: list.name});
  for (const choices of document.querySelectorAll('main form .choices'))
    if (!choices.querySelector(':checked')) open.push({how: 'check', name: choices.querySelector('input').name});
  for (const group of document.querySelectorAll('main form fieldset.group'))
    if (!group.querySelector('.group-row')) open.push({how: 'add', name: group.id});
  return open;
}"""
PASSES_AT_MOST = 12


def fill_section(page: Page) -> None:
    """Fill in whatever a section of the form asks and has not yet, until nothing new shows."""
    for _ in range(PASSES_AT_MOST):
        open_fields = page.evaluate(UNFILLED)
        if not open_fields:
            return
        for field in open_fields:
            _fill(page, field)
            settle(page)
    raise AssertionError(f"still open: {page.evaluate(UNFILLED)}")


def _fill(page: Page, field: dict[str, object]) -> None:
    named = page.locator(f"main form [name='{field['name']}']")
    more = page.locator(f"#{field['name']}").get_by_role("button", name=re.compile("再加"))
    if not (more if field["how"] == "add" else named).count():
        return  # an answer before it has taken the question away
    match field["how"]:
        case "fill":
            named.first.fill(_fitting(field))
            named.first.blur()
        case "select":
            named.first.select_option(index=1)
        case "check":
            named.last.check()
        case "add":
            press(more)


def _fitting(field: dict[str, object]) -> str:
    name, length = str(field["name"]), int(field["length"])
    for part, said in NAMED.items():
        if part in name:
            return said
    return TYPED.get(field["mode"]) or TYPED.get(field["type"]) or "博山区演示路1号"[: length if length > 0 else 20]
