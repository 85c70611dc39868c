"""How long things take, in working days, before any calendar is known."""

from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal

from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.conditions.algebra import ALWAYS, Condition, Const
from lianban.core.items.model import ServiceItem

_WORKING_DAYS: dict[DayUnit, tuple[int, int]] = {
    DayUnit.WORKING_DAY: (1, 1),
    DayUnit.CALENDAR_DAY: (5, 7),
    DayUnit.HOUR: (1, 8),
    DayUnit.MONTH: (22, 1),
    DayUnit.YEAR: (250, 1),
}


def working_days(limit: TimeLimit) -> Decimal:
    """Return a limit in working days: a week has 5, a month 22, a year 250, a working day 8 hours.

    Calendar days are rounded up to whole working days. Exact dates come from the clocks, which know the calendar.
    """
    days, of = _WORKING_DAYS[limit.unit]
    length = limit.length * days / of
    return length.to_integral_value(ROUND_CEILING) if limit.unit is DayUnit.CALENDAR_DAY else length


def duration_of(item: ServiceItem, left_of: Callable[[Condition], Condition]) -> Decimal:
    """Return the working days an item's authority promises to take.

    Where its steps hang on circumstances that the answers decide (a commitment takes 1 day, a check 10), it is the sum
    of the steps that remain; otherwise, the promised limit.
    left_of: what the answers leave open of a condition.
    """
    if any(step.when != ALWAYS for step in item.steps):
        left = [(step, left_of(step.when)) for step in item.steps if step.counted]
        if all(isinstance(when, Const) for _, when in left):
            return sum((working_days(step.limit) for step, when in left if when == ALWAYS), Decimal(0))
    return working_days(item.promised_limit)


def baseline_of(item: ServiceItem) -> Decimal:
    """Return the working days the law allows, or the promise where it sets none: the base of 减时限."""
    return working_days(item.statutory_limit or item.promised_limit)
