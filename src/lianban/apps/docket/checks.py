"""Does the docket still tell the truth? Everything here reads, a few hundred proceedings at a time, and no more."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from pydantic import ValidationError

from lianban.apps.docket import mappers, texts
from lianban.apps.docket.models import EventRow, Proceeding
from lianban.apps.docket.procedures import KNOWN
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.erasing import word_breaks
from lianban.core.proceedings.events import FIRST_FORMAT, GENESIS, Break, Recorded, breaks, state_digest, state_json
from lianban.ports.cipher import SealedValueBroken

OF_PARENT = ("chain", "applicant")
"""What a part has from the whole thing it belongs to."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that does not say what the events say."""

    number: str
    column: str
    stored: object
    replayed: object


@dataclass(frozen=True, slots=True)
class Checked:
    """One proceeding that was checked. log: its events. differences: of its columns from its events."""

    number: str
    log: tuple[Recorded, ...]
    breaks: tuple[Break, ...]
    differences: tuple[Difference, ...]


def verify_log(number: str) -> tuple[Break, ...]:
    """Return every place where the event chain of a proceeding was changed, and whether its end was cut off."""
    return next(check_records([number])).breaks


def replay_differences(number: str) -> tuple[Difference, ...]:
    """Rebuild a proceeding from its events and return every column that differs from what is stored."""
    return next(check_records([number])).differences


def count_records() -> int:
    """Return how many proceedings there are."""
    return Proceeding.objects.count()


def check_records(numbers: Sequence[str] | None = None, *, at_once: int = 200) -> Iterator[Checked]:
    """Check the chain of each proceeding and that all its columns follow from it. numbers: None for every one.

    at_once: how many proceedings are in memory together.
    """
    asked = Proceeding.objects.select_related("parent").order_by("id")
    last = uuid.UUID(int=0)
    while True:
        some = asked.filter(pk__gt=last) if numbers is None else asked.filter(pk__gt=last, number__in=numbers)
        batch = list(some[:at_once])
        logs: dict[uuid.UUID, list[EventRow]] = {each.pk: [] for each in batch}
        rows = EventRow.objects.filter(proceeding__in=list(logs)).select_related("texts")
        for row in rows.order_by("proceeding_id", "seq"):
            logs[row.proceeding_id].append(row)
        yield from (_checked(each, logs[each.pk]) for each in batch)
        if len(batch) < at_once:
            return
        last = batch[-1].pk


def stray_events() -> Iterator[tuple[uuid.UUID, int]]:
    """Yield the proceeding and number of every event whose proceeding is gone."""
    kept = Exists(Proceeding.objects.filter(pk=OuterRef("proceeding_id")))
    yield from EventRow.objects.filter(~kept).order_by("proceeding_id", "seq").values_list("proceeding_id", "seq")


def _checked(proceeding: Proceeding, rows: Sequence[EventRow]) -> Checked:
    log = tuple(mappers.recorded(each, proceeding.number) for each in rows)
    found = breaks(log, str(proceeding.pk))
    head = log[-1].digest if log else GENESIS
    if head != proceeding.head or len(log) != proceeding.version:
        found = (*found, Break(seq=len(log), reason="the proceeding knows of a different end"))
    found = (*found, *word_breaks(log, {each.seq: _words(each) for each in rows}))
    try:
        misled, rebuilt = _replayed(proceeding, log)
    except (DomainError, ValidationError, KeyError):
        misled, rebuilt = (), {"snapshot": None}
    differences = tuple(
        Difference(proceeding.number, column, kept, value)
        for column, value in rebuilt.items()
        if (kept := _kept(proceeding, column)) != value
    )
    return Checked(proceeding.number, log, found or misled, differences)


def _words(row: EventRow) -> texts.Texts | None:
    """What lies beside an entry of people's own words; None where it does not open."""
    try:
        return texts.kept(row)
    except SealedValueBroken:
        return None


def _kept(proceeding: Proceeding, column: str) -> object:
    """What a column says; of a snapshot what it means, for older ones spell out what goes without saying."""
    if column == "snapshot":
        with suppress(ValidationError):
            return state_json(KNOWN[proceeding.procedure].state.model_validate(proceeding.snapshot))
    return getattr(proceeding, column)


def _replayed(proceeding: Proceeding, log: Sequence[Recorded]) -> tuple[tuple[Break, ...], dict[str, Any]]:
    """Where a state is not the one that its event says, and every column as the events give it."""
    known, misled = KNOWN[proceeding.procedure], list[Break]()
    state = known.replay(log[:1])
    rebuilt = {**known.fixed(state), "opened_at": log[0].recorded_at, **_of_parent(proceeding)}
    for earlier, event in zip((None, *log), log, strict=False):
        if earlier and earlier.after and event.before != earlier.after:
            misled.append(Break(seq=event.seq, reason="begins at another state than the one before it led to"))
        state = known.evolve(state, event) if event.seq > 1 else state
        if event.format != FIRST_FORMAT and event.after != state_digest(state):
            misled.append(Break(seq=event.seq, reason="leads to another state than it says"))
    rebuilt |= mappers.columns(state, known.row_of(state), version=len(log), latest=log[-1])
    return tuple(misled), rebuilt


def _of_parent(proceeding: Proceeding) -> dict[str, Any]:
    parent = proceeding.parent
    return {column: getattr(parent, column) for column in OF_PARENT} if parent else {}
