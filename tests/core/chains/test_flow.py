"""The process as a picture, without a place on the page, and as BPMN."""

from itertools import pairwise
from xml.etree import ElementTree as ET

from lianban.core.chains.bpmn import bpmn
from lianban.core.chains.compose import compose
from lianban.core.chains.flow import Flow, flow_of
from lianban.core.chains.model import Dependency, DependencyKind, Member
from lianban.core.chains.naming import english_of
from lianban.core.conditions.text import parse
from lianban.core.vocabulary.model import Authority, Vocabulary
from tests.core.chains.builders import a_chain, a_step, an_item, by_key

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"


def diamond(*, certain: bool = True, language: str = "zh") -> Flow:
    """a, then b and c at once, then d."""
    items = by_key(an_item("a"), an_item("b", takes=0), an_item("c"), an_item("d"))
    members = ["a", Member(item="b", when=parse("真" if certain else "big")), "c", "d"]
    chain = a_chain(*members, waits=[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])
    return flow_of(compose(chain, items, Vocabulary()), language)


def test_it_runs_from_handing_in_once_to_collecting_once():
    flow = diamond()
    assert [(box.key, box.round) for box in flow.boxes] == [
        ("start", 0), ("a", 1), ("b", 2), ("c", 2), ("d", 3), ("end", 4),
    ]  # fmt: skip
    assert ("start", "a") in {(arrow.before, arrow.after) for arrow in flow.arrows}
    assert ("d", "end") in {(arrow.before, arrow.after) for arrow in flow.arrows}
    assert [arrow.after for arrow in flow.arrows if arrow.critical] == ["a", "c", "d", "end"]


def test_it_is_told_in_words_too():
    assert diamond().description == "第1轮：事项a。第2轮：事项b、事项c。第3轮：事项d。全部办结最多15个工作日。"
    assert "事项b（视情形）" in diamond(certain=False).description
    assert diamond(language="en").description.endswith("All done within 15 working days.")
    assert next(box.limit for box in diamond().boxes if box.key == "b") == "当场办结"


class TestEnglish:
    """Departments and what passes between them are called what somebody wrote; the rest stays Chinese."""

    def test_names_come_from_vocabulary_items_and_chain(self):
        made = an_item("a", makes="doc.a", authority="market", authority_text="市场监管局（或审批局）")
        items = by_key(made, an_item("b", authority="fire", authority_text="消防大队"))
        waits = Dependency(before="a", after="b", kind=DependencyKind.PREREQUISITE, via="执照", via_en="Licence")
        chain = a_chain("a", "b", dependencies=(waits,))
        words = Vocabulary(authorities={"market": Authority(key="market", name="市场监管局", name_en="Market Bureau")})
        flow = flow_of(compose(chain, items, words), "en", english_of(chain, items, words))
        assert [box.authority for box in flow.boxes] == ["", "Market Bureau", "消防大队", ""]
        assert "Licence" in [arrow.label for arrow in flow.arrows]

    def test_a_name_too_long_for_its_box_gives_way_to_the_short_one(self):
        long = "Human Resources and Social Security Bureau"
        words = Vocabulary(authorities={"hrss": Authority(key="hrss", name="人社局", name_en=long, short_en="HRSS")})
        assert english_of(a_chain("a"), {}, words) == {"hrss": "HRSS"}

    def test_a_chinese_picture_stays_chinese(self):
        items = by_key(an_item("a", authority="market", authority_text="市场监管局（或审批局）"))
        flow = flow_of(compose(a_chain("a"), items, Vocabulary()), "zh", {"market": "Market Bureau"})
        assert flow.boxes[1].authority == "市场监管局"


class TestBpmn:
    """Other tools open it: every element has a shape, every flow joins elements that exist."""

    def test_every_element_is_drawn_and_joined(self):
        root = ET.fromstring(bpmn(diamond()))
        process = root.find(f"{BPMN}process")
        flows = process.findall(f"{BPMN}sequenceFlow")
        nodes = {each.get("id") for each in process if each.tag.endswith(("task", "Event", "Gateway"))}
        assert {end for flow in flows for end in (flow.get("sourceRef"), flow.get("targetRef"))} == nodes
        drawn = {each.get("bpmnElement") for each in root.iter() if each.tag in (f"{DI}BPMNShape", f"{DI}BPMNEdge")}
        assert nodes | {flow.get("id") for flow in flows} <= drawn
        assert {node.text for node in root.iter(f"{BPMN}flowNodeRef")} == nodes

    def test_handing_in_and_collecting_are_the_windows_and_every_authority_has_a_lane(self):
        process = ET.fromstring(bpmn(diamond())).find(f"{BPMN}process")
        lanes = {lane.get("name"): [each.text for each in lane] for lane in process.iter(f"{BPMN}lane")}
        assert set(lanes["综合窗口"]) == {"start", "end"}
        assert set(lanes) == {"综合窗口", "bureau_a", "bureau_b", "bureau_c", "bureau_d"}

    def test_joint_acts_are_named_in_the_tasks_and_told_in_a_note(self):
        survey = (a_step("现场核查", on_site=True),)
        items = by_key(an_item("a", steps=survey), an_item("b", steps=survey))
        root = ET.fromstring(bpmn(flow_of(compose(a_chain("a", "b"), items, Vocabulary()))))
        assert [each.get("name") for each in root.iter(f"{BPMN}task")] == [
            f"事项{key}\n5个工作日\n联合踏勘" for key in "ab"
        ]
        assert [each.findtext(f"{BPMN}text") for each in root.iter(f"{BPMN}textAnnotation")] == [
            "联合踏勘：事项a、事项b。"
        ]

    def test_no_flow_runs_through_a_task(self):
        """c is done early and collected late: its flow passes the column of d along the edge of its row."""
        items = by_key(an_item("a"), an_item("c", authority="bureau_a"), an_item("d", authority="bureau_a"))
        flow = flow_of(compose(a_chain("a", "c", "d", waits=[("a", "d")]), items, Vocabulary()))
        root = ET.fromstring(bpmn(flow))
        boxes = {
            shape.get("bpmnElement"): [float(shape[0].get(name)) for name in ("x", "y", "width", "height")]
            for shape in root.iter(f"{DI}BPMNShape")
        }
        tasks = [box for element, box in boxes.items() if element.startswith("task_")]
        for edge in root.iter(f"{DI}BPMNEdge"):
            turns = [(float(each.get("x")), float(each.get("y"))) for each in edge]
            for (x, y), (to_x, to_y) in pairwise(turns):
                for left, top, wide, high in tasks:
                    beside = max(x, to_x) <= left or min(x, to_x) >= left + wide
                    assert beside or max(y, to_y) <= top or min(y, to_y) >= top + high, edge.get("id")

    def test_what_splits_joins_again(self):
        process = ET.fromstring(bpmn(diamond())).find(f"{BPMN}process")
        assert [each.get("id") for each in process.findall(f"{BPMN}parallelGateway")] == ["split_task_a", "join_task_d"]

    def test_items_that_are_perhaps_needed_are_chosen_among(self):
        process = ET.fromstring(bpmn(diamond(certain=False))).find(f"{BPMN}process")
        assert len(process.findall(f"{BPMN}inclusiveGateway")) == 2
