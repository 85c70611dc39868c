"""What every part of the item procedure shares."""

from typing import Any, TypeAlias, TypeVar

from lianban.core.clocks.clock import Clock, ClockDue
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.evolution import Change, OutOfOrder
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus
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


def dates(due: ClockDue) -> dict[str, object]:
    """Return the due dates as an event says them."""
    given = [each for each in (due.statutory, due.promised) if each]
    return {
        "statutory_due_on": due.statutory.on if due.statutory else None,
        "promised_due_on": due.promised.on if due.promised else None,
        "provisional": any(each.provisional for each in given),
    }


def _own_authority(attempt: Standing) -> str | None:
    if attempt.actor.role is Role.SYSTEM or attempt.actor.authority == attempt.state.authority:
        return None
    return "本事项由其他部门办理。请转交主管部门。"


OWN_AUTHORITY = Guard("own_authority", "本事项的主管部门", _own_authority)
