"""Loading and appending. Nothing else writes proceedings and events."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError, connection
from psycopg.types.json import Jsonb

from lianban.apps.docket import mappers
from lianban.apps.docket.errors import DayIsClosed, NoSuchProceeding, VersionConflict
from lianban.apps.docket.models import EventRow, Proceeding
from lianban.apps.docket.procedures import KNOWN
from lianban.apps.docket.values import Case, Change, Loaded, Opening
from lianban.core.proceedings.events import Actor, Place, Recorded, record, state_digest


def load(number: str) -> Loaded:
    """Return the proceeding that bears a number. Raises NoSuchProceeding."""
    return mappers.loaded(_find(number))


def lock_case(number: str) -> Case:
    """Lock the whole thing that a number belongs to, its own or that of a part, and return it with its parts.

    Nobody else can lock it before the transaction ends. Must be called inside a transaction.
    Raises NoSuchProceeding.
    """
    found = _find(number)
    parent = Proceeding.objects.select_for_update().get(pk=found.parent_id or found.pk)
    return _case(parent)


def whole(number: str) -> Case:
    """Return the whole thing that a number belongs to, with its parts, for reading. Raises NoSuchProceeding."""
    found = _find(number)
    parent = found if found.parent_id is None else Proceeding.objects.get(pk=found.parent_id)
    return _case(parent)


def events(number: str) -> tuple[Recorded, ...]:
    """Return what happened in a proceeding, from the first event on. Raises NoSuchProceeding."""
    found = _find(number)
    return tuple(
        mappers.recorded(each, found.number) for each in EventRow.objects.filter(proceeding=found).order_by("seq")
    )


def events_of(parts: Iterable[Loaded]) -> dict[uuid.UUID, tuple[Recorded, ...]]:
    """Return what happened in each of several proceedings, by their ids, in one statement."""
    numbers = {each.id: each.number for each in parts}
    found: dict[uuid.UUID, list[Recorded]] = {key: [] for key in numbers}
    for row in EventRow.objects.filter(proceeding__in=list(numbers)).order_by("proceeding", "seq"):
        found[row.proceeding_id].append(mappers.recorded(row, numbers[row.proceeding_id]))
    return {key: tuple(rows) for key, rows in found.items()}


def append(changes: Iterable[Change], *, actor: Actor, now: datetime, request_id: str) -> tuple[Recorded, ...]:
    """Append the events of one act, all of them or none, in one statement; return them as recorded.

    A change without events is left out. Raises VersionConflict when a proceeding no longer stands where it was loaded.
    """
    moment = now.astimezone(UTC)
    acts, appended = [], []
    for change in changes:
        if not change.events:
            continue
        state, new = _recorded(change, actor, moment, request_id)
        acts.append(_act(change, state, new, moment))
        appended.extend(new)
    if acts:
        _call(acts)
    return tuple(appended)


def _recorded(change: Change, actor: Actor, now: datetime, request_id: str) -> tuple[Any, list[Recorded]]:
    """The state that the events lead to, and the events with their places in the chain."""
    on, known, found = change.on, KNOWN[change.on.procedure], list[Recorded]()
    state = None if isinstance(on, Opening) else on.state
    before, previous = state_digest(state), on.head
    for seq, event in enumerate(map(mappers.storable, change.events), on.version + 1):
        state = known.replay([event]) if state is None else known.evolve(state, event)
        after = state_digest(state)
        place = Place(proceeding=str(on.id), number=on.number, seq=seq, before=before, after=after, previous=previous)
        latest = record(event, place, actor=actor, recorded_at=now, request_id=request_id)
        found.append(latest)
        before, previous = after, latest.digest
    return state, found


def _act(change: Change, state: Any, new: list[Recorded], now: datetime) -> dict[str, Any]:
    on, known = change.on, KNOWN[change.on.procedure]
    opening = on if isinstance(on, Opening) else None
    return {
        "id": on.id,
        "expected": on.version,
        "opening": mappers.opening_columns(opening, now) if opening else None,
        "row": mappers.columns(state, known.row_of(state), version=new[-1].seq, head=new[-1].digest),
        "events": [mappers.event_columns(each) for each in new],
    }


def _call(acts: list[dict[str, Any]]) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT docket_append(%s)", [Jsonb(acts, dumps=_dumps)])
    except DatabaseError as refused:
        said = str(refused).splitlines()[0]
        match getattr(refused.__cause__, "sqlstate", ""):
            case "LB001":
                raise VersionConflict(said) from refused
            case "LB002":
                raise DayIsClosed(said) from refused
        raise


def _dumps(value: object) -> str:
    return json.dumps(value, default=str, ensure_ascii=False)


def _case(parent: Proceeding) -> Case:
    children = Proceeding.objects.filter(parent=parent).order_by("id")
    return Case(mappers.loaded(parent), tuple(mappers.loaded(child) for child in children))


def _find(number: str) -> Proceeding:
    found = Proceeding.objects.filter(number=number).first()
    if found is None:
        raise NoSuchProceeding(number)
    return found
