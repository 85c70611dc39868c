"""The tree of divisions, on the shipped list."""

import pytest

from lianban.adapters.division_file import read_divisions
from lianban.core.kernel.divisions import Divisions

SHIPPED = read_divisions()


def test_every_division_stands_under_one_that_is_listed():
    lonely = [code for code in codes() if len(SHIPPED.path(code)) != {2: 1, 4: 2, 6: 3, 9: 4, 12: 5}[len(code)]]
    assert lonely == []


def codes():
    found, left = [], list(SHIPPED.below())
    while left:
        each = left.pop()
        found.append(each.code)
        left += SHIPPED.below(each.code)
    return found


def test_the_whole_country_is_there_and_the_county_down_to_its_villages():
    assert len(SHIPPED.below()) == 34
    assert [each.name for each in SHIPPED.below("370304")] == [
        "城东街道", "城西街道", "山头街道", "域城镇", "白塔镇", "八陡镇", "石马镇", "源泉镇", "池上镇", "博山镇",
    ]  # fmt: skip
    assert sum(len(SHIPPED.below(town.code)) for town in SHIPPED.below("370304")) == 296


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("山东省淄博市博山区演示街道演示路1号", "370304"),
        ("山东省淄博市博山区域城镇某村", "370304102"),
        ("山东省 淄博市 博山区 城东街道公平庄居委会3号", "370304001001"),
        ("北京市朝阳区建国路1号", "110105"),
        ("广东省东莞市", "4419"),
        ("某地不详", ""),
    ],
)
def test_a_written_address_lies_in_the_smallest_division_it_names(address, code):
    assert SHIPPED.located(address) == code


@pytest.mark.parametrize(
    ("code", "spoken"), [("370304", "山东省淄博市博山区"), ("110105", "北京市朝阳区"), ("99", "99")]
)
def test_a_place_is_said_as_an_address_writes_it(code, spoken):
    assert SHIPPED.spoken(code) == spoken


def test_a_search_finds_larger_divisions_first():
    assert [each.name for each in SHIPPED.search("博山")][:2] == ["博山区", "博山镇"]
    assert SHIPPED.search("  ") == ()
    assert {each.code[:2] for each in SHIPPED.search("城东", within="37")} == {"37"}


def test_an_installations_own_file_comes_before_the_shipped_one(tmp_path):
    own = tmp_path / "divisions.csv"
    own.write_text("# 来源：本县\n37,山东省\n3703,淄博市\n", encoding="utf-8")
    assert [each.name for each in read_divisions(own).below("37")] == ["淄博市"]
    assert read_divisions(tmp_path / "missing.csv").name("37") == "山东省"


def test_a_place_no_list_holds_is_called_by_its_code():
    assert Divisions({}).spoken("370304") == "370304"
