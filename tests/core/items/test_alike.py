"""One item, one definition, whatever the level of government (三级四同)."""

import pytest

from lianban.core.items.alike import check_alike
from lianban.core.kernel.legal import LegalBasis
from tests.core.items.test_quality import days, item


def told(*items):
    return [(each.rule, each.level, each.where) for each in check_alike(items)]


def test_one_name_under_one_authority_is_one_item():
    twins = told(item(), item(key="food2", promised_limit=days(3)))
    assert twins == [("SAME_ITEM_DIFFERENT_DATA", "error", "items/food2/name")]


def test_two_authorities_may_share_a_name():
    assert told(item(), item(key="food2", authority="approval")) == []


class TestLevels:
    """Facts 1.5.1: 事项名称、事项类型、设定依据、基本编码 are the same at every level."""

    @pytest.mark.parametrize(
        ("change", "word"),
        [
            ({"type": "行政确认"}, "事项类型"),
            ({"code": "0131016000"}, "基本编码"),
            ({"legal_basis": (LegalBasis(document="某条例", article="第一条"),)}, "设定依据"),
        ],
    )
    def test_what_differs_is_named(self, change, word):
        (finding,) = check_alike([item(), item(key="food_city", level="市级", **change)])
        assert (finding.rule, finding.level, finding.where) == ("LEVELS_DIFFER", "warning", "items/food_city/level")
        assert word in finding.message

    def test_one_code_has_one_name(self):
        city = item(key="food_city", level="市级", authority="market_city", name="食品经营核准", code="X")
        assert "事项名称" in check_alike([item(code="X"), city])[0].message

    def test_limits_and_materials_may_differ_from_level_to_level(self):
        assert told(item(), item(key="food_city", level="市级", promised_limit=days(3), materials=())) == []

    def test_a_law_is_the_same_with_and_without_its_long_name(self):
        long = (LegalBasis(document="中华人民共和国食品安全法", article="第三十五条"),)
        assert told(item(), item(key="food_city", level="市级", legal_basis=long)) == []
