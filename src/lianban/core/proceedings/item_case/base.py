"""What every part of the item procedure shares."""

from datetime import date
from typing import Any, TypeAlias, TypeVar

from lianban.core.clocks.clock import Clock, ClockDue
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.evolution import Change, OutOfOrder
from lianban.core.proceedings.item_case.state import DueDays, ItemState, ItemStatus, ItemTerms
from lianban.core.proceedings.procedure import Attempt, Command, Guard
from lianban.core.proceedings.shared import Context

C = TypeVar("C", bound=Command)
On: TypeAlias = Attempt[ItemState, C, Context]
Standing: TypeAlias = Attempt[ItemState, Any, Context]


class ItemHappening(Change[ItemState]):
    """An event of an item that exists."""


def moved(state: ItemState, status: ItemStatus | None = None, **said: object) -> ItemState:
    """Return the state with another status, when one is given, and whatever else was said."""
    return state.model_copy(update={"status": status or state.status, **said})


def running(state: ItemState, kind: str) -> Clock:
    """Return the clock of an accepted item. Raises OutOfOrder when it has none."""
    if state.clock is None:
        raise OutOfOrder(kind)
    return state.clock


def clock_of(terms: ItemTerms, start_event: str, on: date) -> Clock:
    """Return the clock of an item that an event starts."""
    return Clock(
        start_event=start_event,
        started_on=on,
        statutory=terms.statutory_limit,
        promised=terms.promised_limit,
        extension_rule=terms.extension_rule,
        grounds=terms.grounds,
    )


def days_of(due: ClockDue) -> DueDays:
    """Return the last days of a clock as events say them."""
    given = [each for each in (due.statutory, due.promised) if each]
    return DueDays(
        statutory_due_on=due.statutory.on if due.statutory else None,
        promised_due_on=due.promised.on if due.promised else None,
        provisional=any(each.provisional for each in given),
    )


def days_in(said: DueDays) -> dict[str, Any]:
    """Return the last days that an event or a state says."""
    return fields_of(said, *DueDays.model_fields)


def _own_authority(attempt: Standing) -> str | None:
    if attempt.actor.role is Role.SYSTEM or attempt.actor.authority == attempt.state.authority:
        return None
    return "本事项由其他部门办理。请转交主管部门。"


OWN_AUTHORITY = Guard("own_authority", "本事项的主管部门", _own_authority)
