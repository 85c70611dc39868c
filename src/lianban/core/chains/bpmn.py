"""The process as BPMN 2.0 with a drawing, so that other tools can open it.

Every item is a task in its authority's lane. A task that waits for several has a joining gateway before it, a task
that several wait for a splitting gateway after it; they are inclusive where items are only possibly needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from lianban.core.chains.flow import END, START, Box, BoxKind, Flow

_MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC = "http://www.omg.org/spec/DD/20100524/DC"
_DD = "http://www.omg.org/spec/DD/20100524/DI"
_COLUMN, _ROW, _LEFT, _LABEL = 260, 110, 60, 30
_SIZES = {"task": (140, 80), "event": (36, 36), "gateway": (50, 50)}


@dataclass(frozen=True, slots=True)
class _Node:
    """An element of the process and the centre of its shape."""

    id: str
    tag: str
    name: str
    lane: int
    x: float
    y: float
    size: tuple[int, int]


def bpmn(flow: Flow) -> str:
    """Return the process as BPMN 2.0 XML, the drawing included."""
    for prefix, address in (("bpmn", _MODEL), ("bpmndi", _DI), ("dc", _DC), ("di", _DD)):
        ET.register_namespace(prefix, address)
    nodes, links = _nodes(flow)
    root = ET.Element(_q("definitions"), {"id": "definitions", "targetNamespace": "urn:lianban:process"})
    collaboration = ET.SubElement(root, _q("collaboration"), {"id": "collaboration"})
    pool = {"id": "pool", "name": flow.title, "processRef": "process"}
    ET.SubElement(collaboration, _q("participant"), pool)
    process = ET.SubElement(root, _q("process"), {"id": "process", "name": flow.title, "isExecutable": "false"})
    ET.SubElement(process, _q("documentation")).text = flow.description
    lanes = _lanes(flow)
    _write_lanes(process, lanes, nodes)
    for node in nodes.values():
        element = ET.SubElement(process, _q(node.tag), {"id": node.id, "name": node.name})
        for number, (source, target) in enumerate(links):
            if node.id in (source, target):
                ET.SubElement(element, _q("incoming" if target == node.id else "outgoing")).text = f"flow_{number}"
    for number, (source, target) in enumerate(links):
        attributes = {"id": f"flow_{number}", "sourceRef": source, "targetRef": target}
        ET.SubElement(process, _q("sequenceFlow"), attributes)
    _draw(root, flow, lanes, nodes, links)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _q(tag: str, space: str = _MODEL) -> str:
    return f"{{{space}}}{tag}"


def _lanes(flow: Flow) -> dict[int, str]:
    named = {box.lane: box.authority for box in flow.boxes if box.kind is BoxKind.ITEM}
    return dict(sorted(named.items())) or {0: ""}


def _rows(flow: Flow) -> tuple[dict[str, float], dict[int, tuple[float, float]]]:
    """Return each box's height on the page, and each lane's top and bottom: no two boxes of a lane share a place."""
    rows: dict[str, float] = {}
    lanes: dict[int, tuple[float, float]] = {}
    top = 0.0
    for lane in _lanes(flow):
        taken: dict[int, int] = {}
        for box in flow.boxes:
            if box.lane == lane:
                rows[box.key] = top + _ROW * (taken.get(box.round, 0) + 0.5)
                taken[box.round] = taken.get(box.round, 0) + 1
        bottom = top + _ROW * max(taken.values(), default=1)
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
        x, y = _LEFT + _COLUMN * (box.round + 0.5), rows[box.key]
        own = _own(box, x, y)
        nodes[own.id] = own
        if incoming.get(box.key, 0) > 1:
            join = _Node(f"join_{own.id}", gateway, "", box.lane, x - 105, y, _SIZES["gateway"])
            nodes[join.id] = join
            links.append((join.id, own.id))
        if outgoing.get(box.key, 0) > 1:
            split = _Node(f"split_{own.id}", gateway, "", box.lane, x + 105, y, _SIZES["gateway"])
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
        return _Node(_id(box.key), "task", f"{box.title}（{box.limit}）", box.lane, x, y, _SIZES["task"])
    tag = "startEvent" if box.kind is BoxKind.START else "endEvent"
    return _Node(_id(box.key), tag, box.title, box.lane, x, y, _SIZES["event"])


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
    for node in nodes.values():
        wide, high = node.size
        _shape(plane, node.id, (node.x - wide / 2, node.y - high / 2, wide, high), {})
    for number, (source, target) in enumerate(links):
        edge = ET.SubElement(plane, _q("BPMNEdge", _DI), {"id": f"flow_{number}_di", "bpmnElement": f"flow_{number}"})
        for x, y in _bend(nodes[source], nodes[target]):
            ET.SubElement(edge, _q("waypoint", _DD), {"x": f"{x:.0f}", "y": f"{y:.0f}"})


def _bend(source: _Node, target: _Node) -> list[tuple[float, float]]:
    start, end = (source.x + source.size[0] / 2, source.y), (target.x - target.size[0] / 2, target.y)
    if source.y == target.y:
        return [start, end]
    middle = end[0] - 12
    return [start, (middle, start[1]), (middle, end[1]), end]


def _shape(plane: ET.Element, element: str, box: tuple[float, float, float, float], more: Mapping[str, str]) -> None:
    attributes = {"id": f"{element}_di", "bpmnElement": element, **more}
    shape = ET.SubElement(plane, _q("BPMNShape", _DI), attributes)
    names = ("x", "y", "width", "height")
    bounds = {name: f"{value:.0f}" for name, value in zip(names, box, strict=True)}
    ET.SubElement(shape, _q("Bounds", _DC), bounds)
