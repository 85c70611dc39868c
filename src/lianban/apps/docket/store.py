"""Loading and appending. Nothing else writes proceedings and events."""

import json
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError, connection
from psycopg.types.json import Jsonb

from lianban.apps.docket import mappers, texts
from lianban.apps.docket.errors import ClockBehind, DayIsClosed, NoSuchProceeding, VersionConflict
from lianban.apps.docket.models import EventRow, Proceeding
from lianban.apps.docket.parts import Parts
from lianban.apps.docket.values import Case, Loaded
from lianban.core.proceedings.events import Recorded

LOCK = "SELECT * FROM docket_lock_case(%s)"
"""In one statement: the whole thing that a number belongs to, locked, then its parts as they stand under the lock."""
HOLD = "SELECT * FROM docket_hold_case(%s)"
"""The same, with the part that bears the number and without the others."""


def load(number: str) -> Loaded:
    """Return the proceeding that bears a number. Raises NoSuchProceeding."""
    return mappers.loaded(_find(number))


def states_with(numbers: Iterable[str], part: str) -> dict[str, Any]:
    """Return the states, by number, of those among some proceedings whose state says something of a part of it."""
    found = Proceeding.objects.filter(number__in=list(numbers), snapshot__has_key=part)
    return {each.number: mappers.loaded(each).state for each in found}


def lock_case(number: str) -> Case:
    """Lock the whole thing that a number belongs to, its own or that of a part, and return it with its parts.

    Nobody else can lock it before the transaction ends. Must be called inside a transaction.
    Raises NoSuchProceeding.
    """
    whole_thing, *parts = _locked(LOCK, number)
    return Case(whole_thing, tuple(parts))


def hold_case(number: str) -> tuple[Loaded, Parts]:
    """Lock the whole thing that a number belongs to, as `lock_case` does, and read of its parts only the one named.

    The others are read when somebody asks for them: an act on one of many parts costs what it costs on one of few.
    """
    whole_thing, *parts = _locked(HOLD, number)
    return whole_thing, Parts(whole_thing.id, parts)


def whole(number: str) -> Case:
    """Return the whole thing that a number belongs to, with its parts, for reading. Raises NoSuchProceeding.

    People's own words stand in the states; nothing can be appended to what is read so.
    """
    found = _find(number)
    parent = found if found.parent_id is None else Proceeding.objects.get(pk=found.parent_id)
    children = Proceeding.objects.filter(parent=parent).order_by("id")
    first, *others = texts.read_states(map(mappers.loaded, (parent, *children)))
    return Case(first, tuple(others))


def events(number: str) -> tuple[Recorded, ...]:
    """Return what happened in a proceeding as it is recorded, from the first event on. Raises NoSuchProceeding."""
    found = _find(number)
    return tuple(
        mappers.recorded(each, found.number) for each in EventRow.objects.filter(proceeding=found).order_by("seq")
    )


def events_of(parts: Iterable[Loaded]) -> dict[uuid.UUID, tuple[Recorded, ...]]:
    """Return what happened in each of several proceedings, by their ids, in one statement.

    For reading: people's own words stand in the payloads in place of the references that the digests cover.
    """
    numbers = {each.id: each.number for each in parts}
    found: dict[uuid.UUID, list[Recorded]] = {key: [] for key in numbers}
    rows = EventRow.objects.filter(proceeding__in=list(numbers)).select_related("texts")
    for row in rows.order_by("proceeding", "seq"):
        row.payload = texts.read_payload(row)
        found[row.proceeding_id].append(mappers.recorded(row, numbers[row.proceeding_id]))
    return {key: tuple(rows) for key, rows in found.items()}


def write(acts: list[dict[str, Any]]) -> None:
    """Hand the acts, each with the text of its snapshot, to `docket_append`.

    Raises VersionConflict, DayIsClosed, ClockBehind.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT docket_append(%s)", [Jsonb(acts, dumps=_spelled)])
    except DatabaseError as refused:
        said = str(refused).splitlines()[0]
        match getattr(refused.__cause__, "sqlstate", ""):
            case "LB001":
                raise VersionConflict(said) from refused
            case "LB003":
                raise DayIsClosed(said) from refused
            case "LB004":
                raise ClockBehind(said) from refused
        raise


def _spelled(acts: list[dict[str, Any]]) -> str:
    return f"[{','.join(map(_spelled_act, acts))}]"


def _spelled_act(act: dict[str, Any]) -> str:
    """A snapshot was spelled when it was digested; it is put in as it is, for it may hold a hundred items."""
    rest = {name: each for name, each in act.items() if name not in {"row", "snapshot"}}
    row = f'{_dumps(act["row"])[:-1]},"snapshot":{act["snapshot"]}}}'
    return f'{_dumps(rest)[:-1]},"row":{row}}}'


def _dumps(value: object) -> str:
    return json.dumps(value, default=str, ensure_ascii=False)


def _locked(statement: str, number: str) -> list[Loaded]:
    found = [mappers.loaded(each) for each in Proceeding.objects.raw(statement, [number])]
    if not found:
        raise NoSuchProceeding(number)
    return found


def _find(number: str) -> Proceeding:
    found = Proceeding.objects.filter(number=number).first()
    if found is None:
        raise NoSuchProceeding(number)
    return found
