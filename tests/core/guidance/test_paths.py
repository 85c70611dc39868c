"""Recorded paths: what somebody vouched for keeps following, or the definitions are refused."""

import pytest

from lianban.core.chains.model import RecordedPath
from lianban.core.guidance.paths import check_paths
from lianban.core.vocabulary.model import Vocabulary
from tests.core.guidance.builders import a_chain, an_item, items_of, single, yes_no

SHOP = items_of(an_item("sign", {"drawing": "真"}, name="招牌"), an_item("alcohol", name="酒类"), an_item("basic"))
PATH = RecordedPath(name="有招牌", answers={"sign": "yes", "drinks": "no"}, items=("basic", "sign"))


def findings(*paths, sign_when="sign"):
    questions = [yes_no("sign"), yes_no("drinks"), single("size", "small", "big")]
    members = {"basic": "真", "sign": sign_when, "alcohol": "drinks"}
    return check_paths(a_chain(questions, members, paths=paths), SHOP, Vocabulary())


def changed(**said):
    return PATH.model_copy(update=said)


def test_a_path_that_leads_where_it_did_says_nothing():
    assert findings(PATH, changed(materials=("drawing",))) == []


def test_a_changed_condition_is_found_and_says_what_is_missing():
    (found,) = findings(PATH, sign_when="sign 且 size = big 且 drinks")
    assert (found.rule, found.level, found.where) == ("PATH_FAILS", "error", "chains/chain/paths/0/items")
    assert found.message == "路径“有招牌”的必办事项与记录不符：少了招牌（sign）。"


def test_what_came_in_addition_is_found_too():
    (found,) = findings(changed(answers={"sign": "yes", "drinks": "yes"}))
    assert found.message.endswith("多了酒类（alcohol）。")


@pytest.mark.parametrize("left_open", [{"sign": "yes"}, {"sign": "yes", "drinks": "unknown"}])
def test_what_an_open_answer_leaves_possible_must_be_recorded(left_open):
    (found,) = findings(changed(answers=left_open))
    assert found.where == "chains/chain/paths/0/possible"
    assert findings(changed(answers=left_open, possible=("alcohol",))) == []


def test_the_materials_are_compared_only_where_they_are_recorded():
    (found,) = findings(changed(materials=()))
    assert found.message == "路径“有招牌”的要交的材料与记录不符：多了drawing（drawing）。"


@pytest.mark.parametrize("wrong", [{"gone": "yes"}, {"sign": "perhaps"}, {"size": "huge"}])
def test_an_answer_that_can_no_longer_be_given_is_found_by_its_place(wrong):
    (found,) = findings(PATH, changed(answers=wrong))
    assert found.where == "chains/chain/paths/1/answers"
    assert "走不通" in found.message
