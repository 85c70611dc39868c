"""一件事申请: the parent proceeding. One application, accepted once, over items that each keep their own clock."""

from collections.abc import Iterable

from lianban.core.proceedings.chain_case.happenings import ChainHappening, Submitted
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.chain_case.table import HAPPENINGS, PROCEDURE
from lianban.core.proceedings.events import Actor, Event
from lianban.core.proceedings.evolution import OutOfOrder, by_kind, read
from lianban.core.proceedings.procedure import NEW, Attempt, Command, OpenAction
from lianban.core.proceedings.shared import Context

__all__ = ["PROCEDURE", "ChainState", "decide", "evolve", "open_actions", "replay"]

_KNOWN = by_kind(HAPPENINGS)


def decide(state: ChainState | None, command: Command, actor: Actor, context: Context) -> tuple[Event, ...]:
    """Return the events that follow from a command. state: None before the first.

    Raises ActionNotOpen, RoleNotAllowed, GuardRefused, or CalendarGap when a date cannot be given.
    """
    return PROCEDURE.decide(Attempt(state, command, actor, context), _status(state))


def open_actions(state: ChainState | None, actor: Actor, context: Context) -> tuple[OpenAction, ...]:
    """Return every action of the table, open to the actor or with the reason why not."""
    return PROCEDURE.open_actions(Attempt(state, None, actor, context), _status(state))


def evolve(state: ChainState | None, event: Event) -> ChainState:
    """Return the state after an event. Raises UnknownEvent, OutOfOrder."""
    happening = read(PROCEDURE.key, _KNOWN, event)
    if isinstance(happening, Submitted) and state is None:
        return happening.first(event)
    if isinstance(happening, ChainHappening) and state is not None:
        after = happening.apply(state)
        issued = (happening.document,) if happening.document else ()
        return after.model_copy(update={"documents": (*after.documents, *issued)})
    raise OutOfOrder(event.kind)


def replay(events: Iterable[Event]) -> ChainState:
    """Return the state that a whole record gives. Raises OutOfOrder for an empty record."""
    state: ChainState | None = None
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise OutOfOrder("")
    return state


def _status(state: ChainState | None) -> str:
    return state.status if state else NEW
