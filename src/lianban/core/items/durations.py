"""How long an item takes, in working days, before any calendar is known."""

from collections.abc import Callable
from decimal import Decimal

from lianban.core.conditions.algebra import ALWAYS, Condition, Const
from lianban.core.items.model import ServiceItem


def duration_of(item: ServiceItem, left_of: Callable[[Condition], Condition]) -> Decimal:
    """Return the working days an item's authority promises to take.

    Where its steps hang on circumstances that the answers decide (a commitment takes 1 day, a check 10), it is the sum
    of the steps that remain; otherwise, the promised limit.
    left_of: what the answers leave open of a condition.
    """
    if any(step.when != ALWAYS for step in item.steps):
        left = [(step, left_of(step.when)) for step in item.steps if step.counted]
        if all(isinstance(when, Const) for _, when in left):
            return sum((step.limit.working_days for step, when in left if when == ALWAYS), Decimal(0))
    return item.promised_limit.working_days


def baseline_of(item: ServiceItem) -> Decimal:
    """Return the working days the law allows, or the promise where it sets none: the base of 减时限."""
    return (item.statutory_limit or item.promised_limit).working_days
