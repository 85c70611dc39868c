"""The process as BPMN 2.0 with a drawing, so that other tools can open it.

Every item is a task in its authority's lane, handing in and collecting are in the window's. A task that waits for
several has a joining gateway before it, a task that several wait for a splitting gateway after it; they are inclusive
where items are only possibly needed. What authorities do together is named in each task and told in notes below.

Flows turn only in the gaps between columns; one that passes a column runs along the edge of its row, under the boxes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from lianban.core.chains.flow import END, START, Box, BoxKind, Flow

_MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC = "http://www.omg.org/spec/DD/20100524/DC"
_DD = "http://www.omg.org/spec/DD/20100524/DI"
_COLUMN, _ROW, _LEFT, _LABEL = 370, 130, 60, 30
_GATEWAY, _TURN, _PASSING = 125, 185, 58
_SIZES = {"task": (170, 90), "event": (36, 36), "gateway": (50, 50)}
_SIGN, _NOTE = 15, 40
_WINDOW = {"zh": "综合窗口", "en": "One window"}

_Bounds = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True, slots=True)
class _Node:
    """An element of the process and the centre of its shape. column: that of the box it belongs to, and its centre."""

    id: str
    tag: str
    name: str
    lane: int
    x: float
    y: float
    size: tuple[int, int]
    column: int
    centre: float


def bpmn(flow: Flow) -> str:
    """Return the process as BPMN 2.0 XML, the drawing included."""
    for prefix, address in (("bpmn", _MODEL), ("bpmndi", _DI), ("dc", _DC), ("di", _DD)):
        ET.register_namespace(prefix, address)
    nodes, links = _nodes(flow)
    lanes = _lanes(flow)
    root = ET.Element(_q("definitions"), {"id": "definitions", "targetNamespace": "urn:lianban:process"})
    _write_pool(root, flow)
    process = ET.SubElement(root, _q("process"), {"id": "process", "name": flow.title, "isExecutable": "false"})
    ET.SubElement(process, _q("documentation")).text = flow.description
    _write_lanes(process, lanes, nodes)
    _write_flow(process, nodes, links)
    _draw(root, flow, lanes, nodes, links)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _write_pool(root: ET.Element, flow: Flow) -> None:
    collaboration = ET.SubElement(root, _q("collaboration"), {"id": "collaboration"})
    pool = {"id": "pool", "name": flow.title, "processRef": "process"}
    ET.SubElement(collaboration, _q("participant"), pool)
    for number, act in enumerate(flow.acts):
        note = ET.SubElement(collaboration, _q("textAnnotation"), {"id": f"note_{number}"})
        ET.SubElement(note, _q("text")).text = act


def _write_flow(process: ET.Element, nodes: Mapping[str, _Node], links: list[tuple[str, str]]) -> None:
    for node in nodes.values():
        element = ET.SubElement(process, _q(node.tag), {"id": node.id, "name": node.name})
        for number, (source, target) in enumerate(links):
            if node.id in (source, target):
                ET.SubElement(element, _q("incoming" if target == node.id else "outgoing")).text = f"flow_{number}"
    for number, (source, target) in enumerate(links):
        attributes = {"id": f"flow_{number}", "sourceRef": source, "targetRef": target}
        ET.SubElement(process, _q("sequenceFlow"), attributes)


def _q(tag: str, space: str = _MODEL) -> str:
    return f"{{{space}}}{tag}"


def _lane(box: Box) -> int:
    return box.lane + 1 if box.kind is BoxKind.ITEM else 0


def _lanes(flow: Flow) -> dict[int, str]:
    named = {_lane(box): box.authority for box in flow.boxes if box.kind is BoxKind.ITEM}
    return {0: _WINDOW[flow.language], **dict(sorted(named.items()))}


def _rows(flow: Flow) -> tuple[dict[str, float], dict[int, tuple[float, float]]]:
    """Return each box's height on the page, and each lane's top and bottom: no two boxes of a lane share a place."""
    rows: dict[str, float] = {}
    lanes: dict[int, tuple[float, float]] = {}
    top = 0.0
    for lane, name in _lanes(flow).items():
        taken: dict[int, int] = {}
        for box in flow.boxes:
            if _lane(box) == lane:
                rows[box.key] = top + _ROW * (taken.get(box.round, 0) + 0.5)
                taken[box.round] = taken.get(box.round, 0) + 1
        bottom = top + max(_ROW * max(taken.values(), default=1), _SIGN * len(name) if flow.language == "zh" else 0)
        lanes[lane] = (top, bottom)
        top = bottom
    return rows, lanes


def _nodes(flow: Flow) -> tuple[dict[str, _Node], list[tuple[str, str]]]:
    rows, _ = _rows(flow)
    incoming, outgoing = _degrees(flow, after=True), _degrees(flow, after=False)
    gateway = "inclusiveGateway" if any(box.possible for box in flow.boxes) else "parallelGateway"
    nodes: dict[str, _Node] = {}
    links: list[tuple[str, str]] = []
    for box in flow.boxes:
        own = _own(box, _LEFT + _COLUMN * (box.round + 0.5), rows[box.key])
        nodes[own.id] = own
        if incoming.get(box.key, 0) > 1:
            join = replace(own, id=f"join_{own.id}", tag=gateway, name="", x=own.x - _GATEWAY, size=_SIZES["gateway"])
            nodes[join.id] = join
            links.append((join.id, own.id))
        if outgoing.get(box.key, 0) > 1:
            split = replace(own, id=f"split_{own.id}", tag=gateway, name="", x=own.x + _GATEWAY, size=_SIZES["gateway"])
            nodes[split.id] = split
            links.append((own.id, split.id))
    for arrow in flow.arrows:
        source, target = _id(arrow.before), _id(arrow.after)
        source = f"split_{source}" if f"split_{source}" in nodes else source
        links.append((source, f"join_{target}" if f"join_{target}" in nodes else target))
    return nodes, links


def _degrees(flow: Flow, after: bool) -> dict[str, int]:
    count: dict[str, int] = {}
    for arrow in flow.arrows:
        key = arrow.after if after else arrow.before
        count[key] = count.get(key, 0) + 1
    return count


def _own(box: Box, x: float, y: float) -> _Node:
    if box.kind is BoxKind.ITEM:
        name = "\n".join(filter(None, (box.title, box.limit, " · ".join(box.joint))))
        return _Node(_id(box.key), "task", name, _lane(box), x, y, _SIZES["task"], box.round, x)
    tag = "startEvent" if box.kind is BoxKind.START else "endEvent"
    return _Node(_id(box.key), tag, box.title, _lane(box), x, y, _SIZES["event"], box.round, x)


def _id(key: str) -> str:
    return key if key in (START, END) else f"task_{key}"


def _write_lanes(process: ET.Element, lanes: Mapping[int, str], nodes: Mapping[str, _Node]) -> None:
    lane_set = ET.SubElement(process, _q("laneSet"), {"id": "lanes"})
    for number, name in lanes.items():
        lane = ET.SubElement(lane_set, _q("lane"), {"id": f"lane_{number}", "name": name})
        for node in nodes.values():
            if node.lane == number:
                ET.SubElement(lane, _q("flowNodeRef")).text = node.id


def _draw(
    root: ET.Element, flow: Flow, lanes: Mapping[int, str], nodes: Mapping[str, _Node], links: list[tuple[str, str]]
) -> None:
    diagram = ET.SubElement(root, _q("BPMNDiagram", _DI), {"id": "diagram"})
    plane = ET.SubElement(diagram, _q("BPMNPlane", _DI), {"id": "plane", "bpmnElement": "collaboration"})
    width = _LEFT + _COLUMN * flow.rounds
    _, places = _rows(flow)
    bottom = max(each[1] for each in places.values())
    _shape(plane, "pool", (0, 0, width, bottom), {"isHorizontal": "true"})
    for number in lanes:
        top, end = places[number]
        _shape(plane, f"lane_{number}", (_LABEL, top, width - _LABEL, end - top), {"isHorizontal": "true"})
    for number in range(len(flow.acts)):
        _shape(plane, f"note_{number}", (_LABEL, bottom + 20 + (_NOTE + 10) * number, width - _LABEL, _NOTE), {})
    for node in nodes.values():
        wide, high = node.size
        shape = _shape(plane, node.id, (node.x - wide / 2, node.y - high / 2, wide, high), {})
        if node.tag.endswith("Event"):
            _bounds(ET.SubElement(shape, _q("BPMNLabel", _DI)), (node.x - 50, node.y + high / 2 + 6, 100, 16))
    for number, (source, target) in enumerate(links):
        edge = ET.SubElement(plane, _q("BPMNEdge", _DI), {"id": f"flow_{number}_di", "bpmnElement": f"flow_{number}"})
        for x, y in _bend(nodes[source], nodes[target]):
            ET.SubElement(edge, _q("waypoint", _DD), {"x": f"{x:.0f}", "y": f"{y:.0f}"})


def _bend(source: _Node, target: _Node) -> list[tuple[float, float]]:
    """Where a flow turns: in the gap before its target's column, and, passing a column, after its source's."""
    start, end = (source.x + source.size[0] / 2, source.y), (target.x - target.size[0] / 2, target.y)
    shift = source.y / _ROW % 5 * 4 - 8
    turn, leave = target.centre - _TURN + shift, source.centre + _COLUMN - _TURN + shift
    if target.column - source.column > 1:
        under = source.y + _PASSING
        return [start, (leave, start[1]), (leave, under), (turn, under), (turn, end[1]), end]
    return [start, end] if source.y == target.y else [start, (turn, start[1]), (turn, end[1]), end]


def _shape(plane: ET.Element, element: str, box: _Bounds, more: Mapping[str, str]) -> ET.Element:
    attributes = {"id": f"{element}_di", "bpmnElement": element, **more}
    shape = ET.SubElement(plane, _q("BPMNShape", _DI), attributes)
    _bounds(shape, box)
    return shape


def _bounds(of: ET.Element, box: _Bounds) -> None:
    names = ("x", "y", "width", "height")
    ET.SubElement(of, _q("Bounds", _DC), {name: f"{value:.0f}" for name, value in zip(names, box, strict=True)})
