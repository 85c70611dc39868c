"""How proceedings of one kind go: a command is decided into events, and events are folded into a state."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Generic, TypeVar

from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Shape, shape_of
from lianban.core.proceedings.documents import DocumentRef
from lianban.core.proceedings.events import Actor, Event
from lianban.core.proceedings.procedure import NEW, Attempt, Command, Happening, OpenAction, Procedure, UnknownEvent
from lianban.core.proceedings.shared import Context


class OutOfOrder(DomainError):
    """An event stands where it cannot: the record was damaged or belongs to another proceeding."""

    code = "EVENT_OUT_OF_ORDER"

    def __init__(self, kind: str) -> None:
        super().__init__(f"事件“{kind}”出现在不可能的位置。请核对本件的事件链。", kind=kind)


class ProceedingState(Value):
    """What the state of every proceeding says. documents: everything issued so far, in order."""

    status: str
    documents: tuple[DocumentRef, ...] = ()


S = TypeVar("S", bound=ProceedingState)


class Beginning(Happening, Generic[S]):
    """The event with which a proceeding exists."""

    @abstractmethod
    def first(self, event: Event) -> S:
        """Return the first state."""


class Change(Happening, Generic[S]):
    """An event of a proceeding that exists. document: what was issued with it."""

    document: DocumentRef | None = None

    @abstractmethod
    def apply(self, state: S) -> S:
        """Return the state after it."""


class Course(Generic[S]):
    """The table of one kind of proceeding, and everything that can have happened in it."""

    def __init__(self, procedure: Procedure, happenings: Iterable[type[Happening]]) -> None:
        self._procedure = procedure
        self._known = {each.kind: each for each in happenings}

    def decide(self, state: S | None, command: Command, actor: Actor, context: Context) -> tuple[Event, ...]:
        """Return the events that follow from a command. state: None before the first.

        Raises ActionNotOpen, RoleNotAllowed, GuardRefused, or CalendarGap when a date cannot be given.
        """
        return self._procedure.decide(Attempt(state, command, actor, context), _status(state))

    def open_actions(self, state: S | None, actor: Actor, context: Context) -> tuple[OpenAction, ...]:
        """Return every action of the table, open to the actor or with the reason why not."""
        return self._procedure.open_actions(Attempt(state, None, actor, context), _status(state))

    def evolve(self, state: S | None, event: Event) -> S:
        """Return the state after an event. Raises UnknownEvent, OutOfOrder."""
        happening = self._read(event)
        if isinstance(happening, Beginning) and state is None:
            first: S = happening.first(event)
            return first
        if isinstance(happening, Change) and state is not None:
            after: S = happening.apply(state)
            issued = (happening.document,) if happening.document else ()
            return after.model_copy(update={"documents": (*after.documents, *issued)})
        raise OutOfOrder(event.kind)

    def replay(self, events: Iterable[Event]) -> S:
        """Return the state that a whole record gives. Raises OutOfOrder for an empty record."""
        state: S | None = None
        for event in events:
            state = self.evolve(state, event)
        if state is None:
            raise OutOfOrder("")
        return state

    def words_in(self, kind: str) -> Shape:
        """Return where an event of a kind holds people's own words."""
        return shape_of(self._known[kind]) if kind in self._known else {}

    def _read(self, event: Event) -> Happening:
        happening = self._known.get(event.kind)
        if happening is None:
            raise UnknownEvent(self._procedure.key, event.kind)
        return happening.model_validate(event.payload)


def _status(state: ProceedingState | None) -> str:
    return state.status if state else NEW
