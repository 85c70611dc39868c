"""What a fix would change, in one line."""

from collections.abc import Sequence

from lianban.core.guidance.gains import Change, Gain

NAMES = {
    "items": "事项", "materials": "材料", "days": "办理", "promise": "公布时限", "steps": "环节", "visits": "跑动",
    "fields": "填写", "asked": "最多问", "questions": "问题",
}  # fmt: skip
UNITS = {"days": " 个工作日", "promise": " 个工作日"}


def gains_line(gains: Sequence[Gain]) -> str:
    """Return `改后：新生儿出生“一件事” 材料 8→7，办理 9→7 个工作日；…`; empty when nothing is known."""
    return f"改后：{'；'.join(_told(each) for each in gains)}" if gains else ""


def _told(gain: Gain) -> str:
    ordered = sorted(gain.changes, key=lambda each: list(NAMES).index(each.figure))
    return f"{gain.name} {'，'.join(_change(each) for each in ordered)}"


def _change(change: Change) -> str:
    before, after = change.before.normalize(), change.after.normalize()
    return f"{NAMES[change.figure]} {before:f}→{after:f}{UNITS.get(change.figure, '')}"
