"""The steps of an item that its authority does, and which comes next."""

from lianban.core.items.model import ServiceItem, Step
from lianban.core.proceedings.item_case.state import ItemState

BEFORE, AFTER = ("收件", "受理"), ("制证", "送达", "发证", "制发")
"""How steps are called that the windows do, before an authority begins and after it decided."""
ONLY = "审查"
"""What there is to do where an item names no steps."""


def examined(item: ServiceItem) -> tuple[Step, ...]:
    """Return the steps of an item that its authority itself does."""
    return tuple(
        each
        for each in item.steps
        if each.counted and not each.name.startswith(BEFORE) and not any(word in each.name for word in AFTER)
    )


def next_step(item: ServiceItem, state: ItemState) -> str:
    """Return the first step of the item that nobody wrote an opinion on since it was last sent back."""
    names = [each.name for each in examined(item)]
    return next((name for name in names if name not in state.examined), names[-1] if names else ONLY)
