import pytest

from lianban.core.conditions.text import parse
from lianban.core.conditions.words import FactName, say

NAMES = {
    "premises.area": FactName("经营面积", "平方米"),
    "agent.used": FactName("委托他人办理"),
    "scope": FactName("经营项目", options={"cold": "冷食类", "raw": "生食类"}),
    "born": FactName("出生日期"),
}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("premises.area >= 300 且 非 agent.used", "经营面积在300平方米以上（含），且委托他人办理：否"),
        ("非 premises.area >= 300", "经营面积不足300平方米"),
        ("scope 含 cold 或 agent.used 且 born < 2026-11-23",
         "经营项目包含“冷食类”，或者（委托他人办理：是，且出生日期在2026年11月23日之前）"),
        ("scope != raw", "经营项目不为“生食类”"),
        ("scope 属于 [cold, raw]", "经营项目为“冷食类”、“生食类”之一"),
        ("非 (agent.used 且 scope = raw)", "不满足“委托他人办理：是，且经营项目为“生食类””"),
        ("真", "任何情形"),
        ("unknown.fact", "unknown.fact：是"),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_chinese(written, said):
    assert say(parse(written), NAMES) == said


def test_a_condition_is_said_in_english():
    names = {"premises.area": FactName("floor area", "m²"), "agent.used": FactName("handled by an agent")}
    said = say(parse("premises.area >= 300 and not agent.used"), names, "en")
    assert said == "floor area is at least 300 m² and handled by an agent: no"


SAID = {
    "sign": FactName(
        "招牌", options={"door": "一层门楣"}, said={"door": "设门楣招牌", "big": "设大型广告", "!door": "不设门楣招牌"}
    ),
    "open_fire": FactName("明火", said={"yes": "有明火", "no": "没有明火"}),
    "home": FactName("户口", options={"37": "山东省"}, said={"3703": "户口在淄博"}),
}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("open_fire", "有明火"),
        ("非 open_fire", "没有明火"),
        ("open_fire = 假", "没有明火"),
        ("sign = door", "设门楣招牌"),
        ("sign != door", "不设门楣招牌"),
        ("sign 含 big 且 open_fire", "设大型广告，且有明火"),
        ("sign != big", "不是“设大型广告”"),
        ("sign 属于 [big, door]", "设门楣招牌或设大型广告"),
        ("非 sign 属于 [big, door]", "以下都不是：设门楣招牌、设大型广告"),
        ("sign 属于 [door, none]", "招牌为“none”、“一层门楣”之一"),
        ("home 位于 37", "户口在山东省"),
        ("非 home 位于 37", "户口不在山东省"),
        ("home 位于 3703", "户口在淄博"),
    ],
)  # fmt: skip
def test_what_somebody_wrote_for_a_value_is_said(written, said):
    assert say(parse(written), SAID) == said
