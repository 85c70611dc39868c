"""An author walks the guide, keeps where it led, and sees at once when it no longer leads there."""

import pytest

from lianban.apps.catalogue import public as catalogue
from tests.apps.cases.builders import NOW
from tests.apps.catalogue.shipped import shipped
from tests.web.work.people import an_item_administrator_of

pytestmark = pytest.mark.usefixtures("county")
CHAIN = "gongjijin-tiqu"
HOME = f"/studio/chains/{CHAIN}/paths/"


@pytest.fixture
def author(county):
    return an_item_administrator_of("housing_fund")


def walk(author):
    """Answer what is asked with the first card until nothing more is; return the last page."""
    page = author.get(f"{HOME}record/")
    while "cards" in page.context:
        said = {"q": page.context["hidden"], "ask": page.context["question"]["key"]}
        page = author.get(f"{HOME}record/", {**said, "value": page.context["cards"][0].value}, follow=True)
    return page


def keep(author, page, name):
    said = {"q": page.context["hidden"], "name": name}
    return author.post(page.context["tell_address"], said, follow=True)


def test_a_walk_becomes_a_path_that_holds(author):
    end = walk(author)
    assert "记录一条路径" in end.content.decode()
    page = keep(author, end, "第一种情形")
    (run,) = page.context["runs"]
    assert (run["name"], run["findings"]) == ("第一种情形", [])
    assert run["items"] == list(end.context["standing"].certain)
    assert "housing_fund事项管理员1" in run["by"]
    assert "以后每次发布都会核对" in page.content.decode()


def test_a_path_that_no_longer_holds_says_what_differs(author):
    keep(author, walk(author), "第一种情形")
    (kept,), chain = catalogue.run_paths(CHAIN), shipped().chains[CHAIN]
    others = tuple(each for each in chain.members if each.item != kept.path.items[0])
    fewer = {**shipped().chains, CHAIN: chain.model_copy(update={"members": others})}
    with pytest.raises(catalogue.PathsFail, match="第一种情形"):
        catalogue.publish(shipped().items, fewer, shipped().vocabulary, by="测试", now=NOW)


def test_a_name_is_needed_and_stands_once(author):
    end = walk(author)
    again = keep(author, end, " ")
    assert "请给这条路径起个名称" in again.content.decode()
    assert "记录一条路径" in again.content.decode()
    keep(author, end, "第一种情形")
    assert len(keep(author, end, "第一种情形").context["runs"]) == 1


def test_a_retired_path_is_gone_from_the_list(author):
    (run,) = keep(author, walk(author), "第一种情形").context["runs"]
    page = author.post(f"{HOME}{run['id']}/remove/", follow=True)
    assert page.context["runs"] == []
    assert "像办事人一样答一遍" in page.content.decode()


def test_the_definitions_own_paths_are_run_and_cannot_be_retired(author):
    page = author.get("/studio/chains/xinshenger/paths/")
    assert len(page.context["runs"]) == len(shipped().chains["xinshenger"].paths)
    assert {run["id"] for run in page.context["runs"]} == {None}
    assert page.context["broken"] == 0


def test_all_paths_of_all_chains_are_walked_at_a_press(author):
    keep(author, walk(author), "第一种情形")
    counted = {row["cells"][0]["address"]: row["cells"][5] for row in author.get("/studio/chains/").context["rows"]}
    assert counted[f"/studio/chains/{CHAIN}/"]["text"] == "1"
    rows = author.get("/studio/chains/?run=1").context["rows"]
    walked = {row["cells"][0]["address"]: row["cells"][5] for row in rows}
    assert (walked[f"/studio/chains/{CHAIN}/"]["text"], walked[f"/studio/chains/{CHAIN}/"]["tone"]) == (
        "1 条都符合",
        "done",
    )
    assert {each["text"] for each in walked.values() if "tone" not in each} == {"—"}
    assert all(each.get("tone") != "late" for each in walked.values())
