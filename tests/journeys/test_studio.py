"""An item administrator reads a chain, records a path, changes a definition; a second one publishes it."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import fits, look, press, sign_in_staff, violations

pytestmark = pytest.mark.journey
CHAIN = "youeryuan-sheli"


def test_a_chain_is_read_tested_and_changed(county, people, tmp_path):
    author, site = people(), county.url
    sign_in_staff(author, site, county.accounts["shixiang"])
    expect(author).to_have_url(re.compile("/studio/"))
    for page, name in (("chains/", "studio-chains"), ("items/", "studio-items"), (f"chains/{CHAIN}/", "studio-chain"),
                       ("words/", "studio-words"), ("names/", "studio-names")):  # fmt: skip
        author.goto(f"{site}/studio/{page}")
        look(author, name)
        assert not violations(author)
        assert fits(author)

    author.goto(f"{site}/studio/chains/{CHAIN}/")
    expect(author.locator("main")).to_contain_text("证明有效")
    press(author.get_by_role("link", name=re.compile("记录的路径")))
    press(author.get_by_role("link", name=re.compile("记录一条")))
    while author.locator("input[name=ask]").count():
        with author.expect_navigation():
            author.keyboard.press("1")
    author.get_by_role("textbox", name="名称", exact=True).fill("每题都选第一项")
    look(author, "studio-record")
    press(author.get_by_role("button", name="记录"))
    expect(author.locator("main")).to_contain_text("都符合")
    look(author, "studio-paths")
    assert not violations(author)

    author.goto(f"{site}/studio/chains/{CHAIN}/")
    with author.expect_download() as handed:
        author.get_by_role("link", name="下载定义").click()
    changed = tmp_path / f"{CHAIN}.yaml"
    changed.write_text(handed.value.path().read_text("utf-8").replace("\nsummary: ", "\nsummary: 新写的"), "utf-8")
    author.goto(f"{site}/studio/changes/")
    author.locator("input[type=file]").set_input_files(changed)
    press(author.get_by_role("button", name=re.compile("检查并提交")))
    expect(author.locator("main")).to_contain_text("新写的")
    look(author, "studio-change")
    assert not violations(author)

    second = people(locale="en-US")
    sign_in_staff(second, site, county.accounts["shixiang2"])
    second.goto(author.url)
    look(second, "studio-change-en")
    press(second.get_by_role("button", name=re.compile("publish")))
    expect(second.locator("body")).to_contain_text("is published")
