"""Between rows and core values."""

import dataclasses
import json
import uuid
from datetime import UTC, datetime
from typing import Any

from lianban.apps.docket.errors import UnstorablePayload
from lianban.apps.docket.models import EventRow, Proceeding
from lianban.apps.docket.procedures import KNOWN
from lianban.apps.docket.values import Loaded, Opening, Row
from lianban.apps.storage.keys import new_key
from lianban.core.kernel.canonical import canonical_json
from lianban.core.kernel.value import Value
from lianban.core.proceedings.events import Actor, Event, Recorded, state_json

FROM_OPENING = ("number", "procedure", "title", "chain", "item", "authority", "hall", "applicant", "plan_digest")
ROW_FIELDS = tuple(each.name for each in dataclasses.fields(Row))


def loaded(found: Proceeding) -> Loaded:
    """Return a proceeding as a value."""
    return Loaded(
        id=found.pk,
        parent=found.parent_id,
        version=found.version,
        head=found.head,
        opened_at=found.opened_at,
        row=row(found),
        state_digest=found.state_digest,
        state=KNOWN[found.procedure].state.model_validate(found.snapshot),
        **{name: getattr(found, name) for name in FROM_OPENING},
    )


def row(found: Proceeding) -> Row:
    """Return what lists show of a proceeding."""
    return Row(**{name: getattr(found, name) for name in ROW_FIELDS if name != "asked"}, asked=tuple(found.asked))


def recorded(event: EventRow, number: str) -> Recorded:
    """Return an event as it was appended. number: of its proceeding."""
    return Recorded(
        format=event.format,
        kind=event.kind,
        payload=event.payload,
        effective_at=event.effective_at,
        proceeding=str(event.proceeding_id),
        number=number,
        seq=event.seq,
        actor=Actor.model_validate(event.actor),
        recorded_at=event.recorded_at,
        request_id=event.request_id,
        before=event.before,
        after=event.after,
        previous=event.previous,
        digest=event.digest,
    )


def storable(event: Event) -> Event:
    """Return the event in the one spelling that the database gives back unchanged. Raises UnstorablePayload."""
    payload = json.loads(canonical_json(event.payload), parse_float=lambda text: _refuse(event.kind, text))
    if "\\u0000" in json.dumps(payload):
        _refuse(event.kind, "U+0000")
    return event.model_copy(update={"payload": payload, "effective_at": event.effective_at.astimezone(UTC)})


def _refuse(kind: str, value: object) -> None:
    raise UnstorablePayload(kind, value)


def columns(state: Value, row_: Row, *, version: int, latest: Recorded) -> dict[str, Any]:
    """Return the columns that follow from a state and the event that led to it."""
    return {**columns_beside(row_, version=version, latest=latest), "snapshot": state_json(state)}


def columns_beside(row_: Row, *, version: int, latest: Recorded) -> dict[str, Any]:
    """Return the same columns without the snapshot, which may be spelled already."""
    shown = {name: getattr(row_, name) for name in ROW_FIELDS if name not in {"authority", "hall"}}
    moved = {name: value for name in ("authority", "hall") if (value := getattr(row_, name)) is not None}
    shown["asked"] = list(row_.asked)
    return {**shown, **moved, "version": version, "head": latest.digest, "state_digest": latest.after}


def opening_columns(opening: Opening, now: datetime) -> dict[str, Any]:
    """Return the columns that an opening fixes."""
    fixed = {name: getattr(opening, name) for name in FROM_OPENING}
    return {**fixed, "id": opening.id, "parent_id": opening.parent, "opened_at": now}


def event_columns(event: Recorded) -> dict[str, Any]:
    """Return the columns of an event."""
    content = event.model_dump(mode="json", exclude={"proceeding", "number"})
    return {**content, "id": new_key(), "proceeding_id": uuid.UUID(event.proceeding)}
