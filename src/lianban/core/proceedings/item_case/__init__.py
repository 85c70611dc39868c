"""事项办理: the child proceeding. One item of a plan, decided by one authority under its own clock."""

from collections.abc import Iterable

from lianban.core.proceedings.events import Actor, Event
from lianban.core.proceedings.evolution import OutOfOrder, by_kind, read
from lianban.core.proceedings.item_case.base import ItemHappening
from lianban.core.proceedings.item_case.opening import Opened
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.proceedings.item_case.table import HAPPENINGS, PROCEDURE
from lianban.core.proceedings.procedure import NEW, Attempt, Command, OpenAction
from lianban.core.proceedings.shared import Context

__all__ = ["PROCEDURE", "ItemState", "decide", "evolve", "open_actions", "replay"]

_KNOWN = by_kind(HAPPENINGS)


def decide(state: ItemState | None, command: Command, actor: Actor, context: Context) -> tuple[Event, ...]:
    """Return the events that follow from a command. state: None before the first.

    Raises ActionNotOpen, RoleNotAllowed, GuardRefused, or CalendarGap when a date cannot be given.
    """
    return PROCEDURE.decide(Attempt(state, command, actor, context), _status(state))


def open_actions(state: ItemState | None, actor: Actor, context: Context) -> tuple[OpenAction, ...]:
    """Return every action of the table, open to the actor or with the reason why not."""
    return PROCEDURE.open_actions(Attempt(state, None, actor, context), _status(state))


def evolve(state: ItemState | None, event: Event) -> ItemState:
    """Return the state after an event. Raises UnknownEvent, OutOfOrder."""
    happening = read(PROCEDURE.key, _KNOWN, event)
    if isinstance(happening, Opened) and state is None:
        return happening.first(event)
    if isinstance(happening, ItemHappening) and state is not None:
        after = happening.apply(state)
        issued = (happening.document,) if happening.document else ()
        return after.model_copy(update={"documents": (*after.documents, *issued)})
    raise OutOfOrder(event.kind)


def replay(events: Iterable[Event]) -> ItemState:
    """Return the state that a whole record gives. Raises OutOfOrder for an empty record."""
    state: ItemState | None = None
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise OutOfOrder("")
    return state


def _status(state: ItemState | None) -> str:
    return state.status if state else NEW
