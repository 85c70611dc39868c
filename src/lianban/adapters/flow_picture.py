"""Draws a process as an accessible SVG: graphlay places the boxes, we draw them.

Colours are presentation attributes, which any style sheet overrides by class (`flow-box`, `flow-critical`,
`flow-possible`, `flow-lane-0`…); there is no style attribute, so a strict content security policy holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

import graphlay

from lianban.core.chains.flow import Arrow, Box, BoxKind, Flow

_WIDTH, _LINE, _PAD = 184, 20, 12
_PHONE = 360
_LANES = ("#1d5fd1", "#0f7b5f", "#a85b00", "#7a3fb5", "#b0325d", "#14708a", "#5b6b00", "#6b4a3a")
_INK, _QUIET, _RULE, _ACTION = "#1b2430", "#566070", "#9aa5b4", "#1d5fd1"
_FONT = "PingFang SC, HarmonyOS Sans SC, Noto Sans SC, Microsoft YaHei, sans-serif"
_TOGETHER = {"zh": "可同时办理", "en": "at the same time"}
_Point = tuple[float, float]


class GraphlayPainter:
    """The painter of `ports.flow`."""

    def wide(self, flow: Flow) -> str:
        """Return an SVG in which time runs from left to right."""
        graph = graphlay.Graph()
        for box in flow.boxes:
            graph.node(box.key, width=_width(box), height=_height(box, _WIDTH))
        for arrow in flow.arrows:
            graph.edge(arrow.before, arrow.after, weight=2.0 if arrow.critical else 1.0)
        placed = graphlay.layout(graph, options={"direction": "leftright"})
        low, high = placed.bounds["min"], placed.bounds["max"]
        left, top = low["x"] - _PAD, low["y"] - _PAD
        centres = placed.positions()
        lines = [
            _line(arrow, "wide", [(p["x"] - left, p["y"] - top) for p in edge["points"]])
            for arrow, edge in zip(flow.arrows, placed.edges, strict=True)
        ]
        boxes = [_box(box, (centres[box.key][0] - left, centres[box.key][1] - top), _width(box)) for box in flow.boxes]
        return _svg(flow, "wide", high["x"] - left + _PAD, high["y"] - top + _PAD, [*lines, *boxes])

    def tall(self, flow: Flow) -> str:
        """Return an SVG 360 px wide in which time runs downwards, one round of items after the other."""
        parts: list[str] = []
        y, wide = float(_PAD), _PHONE - 2 * _PAD
        for round_ in range(flow.rounds):
            boxes = [box for box in flow.boxes if box.round == round_]
            if round_:
                parts.append(_line(Arrow(before="", after=""), "tall", [(_PHONE / 2, y), (_PHONE / 2, y + 24)]))
                y += 24
            if len(boxes) > 1:
                parts.append(_text(_PHONE / 2, y + 14, _TOGETHER[flow.language], 12, _QUIET, "flow-together"))
                y += _LINE
            for box in boxes:
                height = _height(box, wide)
                parts.append(_box(box, (_PHONE / 2, y + height / 2), wide))
                y += height + 8
            y -= 8
        return _svg(flow, "tall", _PHONE, y + _PAD, parts)


def _svg(flow: Flow, kind: str, width: float, height: float, parts: Iterable[str]) -> str:
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow-picture is-{kind}" role="img" {size} '
        f'aria-labelledby="flow-{kind}-title flow-{kind}-desc" font-family={quoteattr(_FONT)}>'
    )
    tip = (
        f'<defs><marker id="flow-{kind}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
        'markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
        f'<path class="flow-tip" d="M0 0L8 4L0 8z" fill="{_QUIET}"/></marker></defs>'
    )
    told = (
        f'<title id="flow-{kind}-title">{escape(flow.title)}</title>'
        f'<desc id="flow-{kind}-desc">{escape(flow.description)}</desc>'
    )
    return "\n".join((head, told, tip, *parts, "</svg>"))


def _line(arrow: Arrow, kind: str, points: Sequence[_Point]) -> str:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    drawn = f'stroke="{_ACTION}" stroke-width="2.5"' if arrow.critical else f'stroke="{_RULE}" stroke-width="1.5"'
    classes = "flow-arrow flow-critical" if arrow.critical else "flow-arrow"
    told = f"<title>{escape(arrow.label)}</title>" if arrow.label else ""
    return (
        f'<path class="{classes}" d="{path}" fill="none" stroke-linejoin="round" {drawn} '
        f'marker-end="url(#flow-{kind}-tip)">{told}</path>'
    )


def _box(box: Box, centre: _Point, width: float) -> str:
    height = _height(box, width)
    left, top = centre[0] - width / 2, centre[1] - height / 2
    if box.kind is not BoxKind.ITEM:
        return _end(box, left, top, width, height)
    classes = ["flow-box", f"flow-lane-{box.lane % len(_LANES)}"]
    classes += ["flow-critical"] * box.critical + ["flow-possible"] * box.possible
    stroke = f'stroke="{_ACTION}" stroke-width="2"' if box.critical else f'stroke="{_RULE}" stroke-width="1"'
    dashes = ' stroke-dasharray="5 4"' if box.possible else ""
    rect = f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.0f}" height="{height:.0f}" rx="8" fill="#fff" '
    bar = f'<rect class="flow-bar" x="{left:.1f}" y="{top + 8:.1f}" width="4" height="{height - 16:.0f}" rx="2" '
    parts = [
        f'<g class="{" ".join(classes)}">',
        f"{rect}{stroke}{dashes}/>",
        f'{bar}fill="{_LANES[box.lane % len(_LANES)]}"/>',
        *_lines(box, centre[0], top, width),
        "</g>",
    ]
    return "".join(parts)


def _lines(box: Box, x: float, top: float, width: float) -> Iterator[str]:
    baseline = top + 22
    for line in wrapped(box.title, width):
        yield _text(x, baseline, line, 14, _INK, "flow-name")
        baseline += _LINE
    yield _text(x, baseline, box.authority, 12, _QUIET, "flow-authority")
    yield _text(x, baseline + 18, box.limit, 12, _ACTION if box.critical else _QUIET, "flow-limit")
    for line, act in enumerate(box.joint, start=2):
        yield _text(x, baseline + 18 * line, act, 12, _QUIET, "flow-joint")


def _end(box: Box, left: float, top: float, width: float, height: float) -> str:
    shape = f'x="{left:.1f}" y="{top:.1f}" width="{width:.0f}" height="{height:.0f}" rx="12"'
    word = _text(left + width / 2, top + height / 2 + 5, box.title, 15, "#fff", "flow-name")
    return f'<g class="flow-box flow-{box.kind.value}"><rect {shape} fill="{_ACTION}"/>{word}</g>'


def _text(x: float, y: float, words: str, size: int, colour: str, kind: str) -> str:
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="middle" '
        f'fill="{colour}">{escape(words)}</text>'
    )


def _width(box: Box) -> float:
    return _WIDTH if box.kind is BoxKind.ITEM else 112


def _height(box: Box, width: float) -> float:
    if box.kind is not BoxKind.ITEM:
        return 56
    return 54 + _LINE * len(wrapped(box.title, width)) + 18 * len(box.joint)


def wrapped(words: str, width: float) -> list[str]:
    """Return words in even lines that fit a box of this width at 14 px: Chinese anywhere, English between words."""
    room = (width - 2 * _PAD) / 7
    needed = ceil(_length(words) / room)
    even = _broken(words, min(room, _length(words) / needed + 1))
    return even if len(even) <= needed else _broken(words, room)


def _broken(words: str, room: float) -> list[str]:
    lines, line = [], ""
    for piece in _pieces(words):
        if line and _length(line + piece.rstrip()) > room:
            lines.append(line.strip())
            line = ""
        line += piece
    return [*lines, line.strip()]


def _pieces(words: str) -> Iterator[str]:
    word = ""
    for sign in words:
        word += sign
        if sign == " " or east_asian_width(sign) in "WF":
            yield word
            word = ""
    if word:
        yield word


def _length(words: str) -> float:
    """Count in half characters."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1.1 for sign in words)
