"""Does the docket still tell the truth? Both checks read, and change nothing."""

from dataclasses import dataclass

from lianban.apps.docket import mappers
from lianban.apps.docket.models import EventRow, Proceeding
from lianban.apps.docket.procedures import KNOWN
from lianban.core.proceedings.events import GENESIS, Break, Event, breaks


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that does not say what the events say."""

    number: str
    column: str
    stored: object
    replayed: object


def verify_log(number: str) -> tuple[Break, ...]:
    """Return every place where the event chain of a proceeding was changed, and whether its end was cut off."""
    proceeding = Proceeding.objects.get(number=number)
    log = [mappers.recorded(each, number) for each in EventRow.objects.filter(proceeding=proceeding).order_by("seq")]
    found = breaks(log, str(proceeding.pk))
    head = log[-1].digest if log else GENESIS
    if head != proceeding.head or len(log) != proceeding.version:
        found = (*found, Break(seq=len(log), reason="the proceeding knows of a different end"))
    return found


def replay_differences(number: str) -> tuple[Difference, ...]:
    """Rebuild a proceeding from its events and return every column that differs from what is stored."""
    proceeding = Proceeding.objects.get(number=number)
    known = KNOWN[proceeding.procedure]
    log = list(EventRow.objects.filter(proceeding=proceeding).order_by("seq"))
    state = known.replay([Event(kind=each.kind, payload=each.payload, effective_at=each.effective_at) for each in log])
    rebuilt = mappers.columns(state, known.row_of(state), version=len(log), head=log[-1].digest)
    return tuple(
        Difference(number, column, getattr(proceeding, column), value)
        for column, value in rebuilt.items()
        if getattr(proceeding, column) != value
    )
