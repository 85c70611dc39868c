"""From a recorded event back to what happened."""

from collections.abc import Iterable, Mapping

from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Event
from lianban.core.proceedings.procedure import Happening, UnknownEvent


class OutOfOrder(DomainError):
    """An event stands where it cannot: the record was damaged or belongs to another proceeding."""

    code = "EVENT_OUT_OF_ORDER"

    def __init__(self, kind: str) -> None:
        super().__init__(f"事件“{kind}”出现在不可能的位置。请核对本件的事件链。", kind=kind)


def by_kind(happenings: Iterable[type[Happening]]) -> Mapping[str, type[Happening]]:
    """Return the happenings by the kind of their event."""
    return {each.kind: each for each in happenings}


def read(procedure: str, known: Mapping[str, type[Happening]], event: Event) -> Happening:
    """Return what an event says, typed. Raises UnknownEvent for a kind that is not among the known."""
    happening = known.get(event.kind)
    if happening is None:
        raise UnknownEvent(procedure, event.kind)
    return happening.model_validate(event.payload)
