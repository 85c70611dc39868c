"""A sample flow picture, drawn the way the real ones are: boxes and lines with the classes of the style sheet."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE, HIGH, GAP = 126, 56, 30
Box = tuple[str, str, int, float, str]
BOXES: tuple[Box, ...] = (
    ("您提交", "网上或窗口", 0, 1.5, "is-you"),
    ("受理", "综合窗口 · 当天", 1, 1.5, ""),
    ("营业执照", "行政审批 · 1 天", 2, 1.5, "is-critical"),
    ("消防安全检查", "消防 · 6 天", 3, 0, "is-critical"),
    ("食品经营许可", "市场监管 · 5 天", 3, 1, ""),
    ("户外招牌", "执法局 · 2 天", 3, 2, ""),
    ("公章、社保", "公安、人社 · 即办", 3, 3, ""),
    ("统一领证", "窗口或邮寄", 4, 1.5, "is-end"),
)
LINES = ((0, 1), (1, 2), (2, 3), (2, 4), (2, 5), (2, 6), (3, 7), (4, 7), (5, 7), (6, 7))
CRITICAL = {(1, 2), (2, 3), (3, 7)}


def sample_flow() -> SafeString:
    """Return the picture as SVG."""
    width, height = 5 * WIDE + 4 * GAP + 4, 4 * (HIGH + 20)
    lines = format_html_join("", '<path class="flow-line{}" d="{}"></path>', (_line(*pair) for pair in LINES))
    boxes = format_html_join("", "{}", ((_box(*box),) for box in BOXES))
    return format_html(
        '<svg width="{}" height="{}" viewBox="0 0 {} {}" aria-hidden="true">{}{}</svg>',
        width,
        height,
        width,
        height,
        lines,
        boxes,
    )


def _corner(column: int, row: float) -> tuple[float, float]:
    return 2 + column * (WIDE + GAP), 10 + row * (HIGH + 20)


def _line(before: int, after: int) -> tuple[str, str]:
    (x1, y1), (x2, y2) = _corner(*BOXES[before][2:4]), _corner(*BOXES[after][2:4])
    middle = x2 - GAP / 2 if before < 3 else x1 + WIDE + GAP / 2
    path = f"M{x1 + WIDE} {y1 + HIGH / 2}H{middle}V{y2 + HIGH / 2}H{x2}"
    return (" is-critical" if (before, after) in CRITICAL else "", path)


def _box(name: str, note: str, column: int, row: float, look: str) -> SafeString:
    x, y = _corner(column, row)
    dark = " on-dark" if look == "is-you" else ""
    return format_html(
        '<rect class="flow-box {}" x="{}" y="{}" width="{}" height="{}" rx="8"></rect>'
        '<text class="flow-name{}" x="{}" y="{}">{}</text><text class="flow-note{}" x="{}" y="{}">{}</text>',
        look, x, y, WIDE, HIGH, dark, x + WIDE / 2, y + 24, name, dark, x + WIDE / 2, y + 44, note,
    )  # fmt: skip
