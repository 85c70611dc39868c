"""The process as an SVG."""

from xml.etree import ElementTree as ET

import pytest

from lianban.adapters.flow_picture import GraphlayPainter, wrapped
from lianban.core.chains.flow import Arrow, Box, BoxKind, Flow

SVG = "{http://www.w3.org/2000/svg}"
FLOW = Flow(
    title="链办理流程",
    description="第1轮：<甲>。",
    language="zh",
    rounds=3,
    boxes=(
        Box(key="start", kind=BoxKind.START, title="提交申请"),
        Box(key="a", kind=BoxKind.ITEM, title="<甲>", authority="局", limit="5个工作日", round=1, critical=True),
        Box(key="b", kind=BoxKind.ITEM, title="乙", authority="所", limit="当场办结", round=1, lane=1, possible=True),
        Box(key="end", kind=BoxKind.END, title="一次领取", round=2),
    ),
    arrows=(
        Arrow(before="start", after="a", critical=True),
        Arrow(before="start", after="b"),
        Arrow(before="a", after="end", critical=True),
        Arrow(before="b", after="end"),
    ),
)


@pytest.fixture(params=["wide", "tall"])
def picture(request: pytest.FixtureRequest) -> ET.Element:
    """The picture of the flow, read as XML."""
    return ET.fromstring(getattr(GraphlayPainter(), request.param)(FLOW))


def test_it_has_a_title_and_a_description_for_those_who_cannot_see_it(picture: ET.Element):
    assert picture.get("role") == "img"
    assert picture.find(f"{SVG}title").text == "链办理流程"
    assert picture.find(f"{SVG}desc").text == "第1轮：<甲>。"


def test_it_names_every_box_and_says_how_long_it_takes(picture: ET.Element):
    words = {text.text for text in picture.iter(f"{SVG}text")}
    assert {"提交申请", "<甲>", "5个工作日", "乙", "当场办结", "一次领取"} <= words


def test_a_strict_content_security_policy_holds(picture: ET.Element):
    assert not [
        each for each in picture.iter() if "style" in each.attrib or each.tag in (f"{SVG}style", f"{SVG}script")
    ]


def test_classes_tell_what_is_on_the_path_and_what_is_only_possible(picture: ET.Element):
    classes = " ".join(each.get("class", "") for each in picture.iter())
    assert "flow-critical" in classes
    assert "flow-possible" in classes


def test_the_phones_picture_is_as_wide_as_a_phone():
    assert ET.fromstring(GraphlayPainter().tall(FLOW)).get("width") == "360"


def test_long_names_are_broken_into_even_lines():
    assert wrapped("城镇污水排入排水管网许可", 184) == ["城镇污水排入", "排水管网许可"]
    assert wrapped("Fire safety check before opening", 184) == ["Fire safety check", "before opening"]
