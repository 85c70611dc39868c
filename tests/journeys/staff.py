"""What the people at work do, page by page."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from tests.journeys.walking import look, press, sign_in_staff

SUPERVISOR = Actor(person="00000000-0000-0000-0000-000000000000", role=Role.SUPERVISOR)


def accept(page: Page, site: str, number: str) -> str:
    """Take an application at the window and accept it; returns what the page says then."""
    page.goto(f"{site}/desk/case/{number}/")
    page.goto(f"{page.url}accept/")
    press(page.get_by_role("button", name=re.compile("受理，出具受理通知书")))
    expect(page.locator("main")).to_contain_text("受理通知书")
    return page.locator("main").inner_text()


def grant_everything(people, county, number: str) -> list[str]:
    """Every authority decides what waits for it, until nothing waits any more; returns the items in that order."""
    windows: dict[str, Page] = {}
    granted: list[str] = []
    while waiting := [item for item in _items(number) if item.state == "accepted"]:
        for item in waiting:
            if item.authority not in windows:
                windows[item.authority] = people()
                login = f"shenpi-{item.authority.replace('_', '-')}"
                sign_in_staff(windows[item.authority], county.url, county.accounts[login])
            _decide(windows[item.authority], county.url, item)
            granted.append(item.name)
    return granted


def hand_over(page: Page, site: str, number: str, id_number: str) -> None:
    """Compare the collector with the document and hand everything over."""
    page.goto(f"{site}/desk/to-issue/{number}/handover/")
    page.locator("input[name=name]").fill("演示申请人甲")
    page.locator("input[name=id_number]").fill(id_number)
    page.locator("input[name=compared][value=yes]").check()
    press(page.get_by_role("button", name=re.compile("登记领取")))
    expect(page.locator("main")).to_contain_text("送达回证")


def look_into_the_record(page: Page, site: str, number: str) -> None:
    """See the event log of a case, verified."""
    page.goto(f"{site}/oversight/cases/{number}/")
    expect(page.locator("main")).to_contain_text("日志完整")


def _items(number: str) -> tuple[cases.ItemView, ...]:
    return cases.case(number, cases.Reader(SUPERVISOR, datetime.now(UTC))).items  # noqa: TID251


def notify_once(page: Page, site: str, number: str, problem: str, remedy: str) -> None:
    """Tell once, at the window, what is to be corrected: one material."""
    page.goto(f"{site}/desk/to-accept/{number}/notify/")
    press(page.get_by_role("button", name="再加一个补正内容"))
    page.locator("main select[name$='.subject']").first.select_option(index=1)
    page.locator("[name$='.problem']").first.fill(problem)
    page.locator("[name$='.remedy']").first.fill(remedy)
    page.locator("input[name=complete][value=yes]").check()
    press(page.get_by_role("button", name="出具一次性告知书"))


def refuse(page: Page, site: str, number: str, facts: str, reason: str) -> None:
    """Look at an item and refuse it."""
    _review(page, site, number)
    page.goto(f"{site}/office/{number}/refuse/")
    page.locator("[name=facts]").fill(facts)
    page.locator("[name=reason]").fill(reason)
    press(page.get_by_role("button", name="出具不予许可决定书"))


def first_item(number: str) -> cases.ItemView:
    """The first item of an application that waits for a decision."""
    return next(item for item in _items(number) if item.state == "accepted")


def _decide(page: Page, site: str, item: cases.ItemView) -> None:
    page.goto(f"{site}/office/")
    expect(page.locator("body")).to_contain_text(item.name)
    page.goto(f"{site}/office/{item.number}/")
    look(page, "office")
    _review(page, site, item.number)
    page.goto(f"{site}/office/{item.number}/grant/")
    press(page.get_by_role("button", name=re.compile("准予，出具决定书")))
    expect(page.locator("main")).to_contain_text("准予许可决定书")


def _review(page: Page, site: str, number: str) -> None:
    page.goto(f"{site}/office/{number}/review/")
    page.locator("[name=stage]").first.check() if page.locator("input[name=stage]").count() else None
    page.locator("[name=opinion]").fill("符合法定条件、标准")
    page.locator("input[name=on_site][value=yes]").check()
    page.locator("[name=inspectors]").fill("鲁0001、鲁0002")
    page.locator("[name=place]").fill("经营场所")
    page.locator("[name=findings]").fill("与申请材料一致")
    press(page.get_by_role("button", name=re.compile("记录审查意见")))
    expect(page.locator("main")).to_contain_text("已")
