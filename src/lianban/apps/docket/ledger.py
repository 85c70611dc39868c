"""The events of one act: each is placed in its chain as it is decided, and all are appended in one statement."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from lianban.apps.docket import mappers, store, texts
from lianban.apps.docket.errors import VersionConflict
from lianban.apps.docket.procedures import KNOWN
from lianban.apps.docket.values import Change, Loaded, Opening
from lianban.core.kernel.words import in_words
from lianban.core.proceedings.events import Actor, Event, Place, Recorded, record, state_digest, state_text, text_digest


@dataclass
class _Drawn:
    """What one proceeding gained: where it stood before, where it stands now, its state spelled, the events between.

    words: people's own words, by the digest of the event they belong to.
    """

    before: Opening | Loaded
    after: Loaded
    text: bytes
    events: list[Recorded] = field(default_factory=list)
    words: dict[str, texts.Texts] = field(default_factory=dict)


class Ledger:
    """Takes the events of one act and appends them, all or none, when it is written.

    Until then nobody else sees them; a proceeding can be moved again from where the last move left it. Written twice,
    it appends only what came since. words: what people wrote in this act, by the references that stand for it.
    """

    def __init__(self, *, now: datetime, request_id: str) -> None:
        self._now, self._request_id = now.astimezone(UTC), request_id
        self._drawn: dict[uuid.UUID, _Drawn] = {}
        self.words: dict[str, str] = {}

    def add(self, change: Change, actor: Actor) -> tuple[Loaded, tuple[Recorded, ...]]:
        """Place events after all earlier ones; return the proceeding as it stands then, and the events as recorded.

        Raises VersionConflict when the change does not follow what this ledger holds of the proceeding.
        """
        drawn, on = self._drawn.get(change.on.id), change.on
        if drawn and (on.version, on.head) != (drawn.after.version, drawn.after.head):
            raise VersionConflict(on.number)
        if isinstance(on, Loaded) and on.in_words:
            raise ValueError(f"{on.number} was read in words: what acts on it loads it as it is recorded")
        state, text, new = self._placed(on, change.events, actor)
        after = self._standing(on, state, new[-1][0])
        if drawn is None:
            drawn = self._drawn[on.id] = _Drawn(on, after, text)
        drawn.after, drawn.text = after, text
        drawn.events += (each for each, _ in new)
        drawn.words |= {each.digest: kept for each, kept in new if kept}
        self.words |= {reference: each.text for _, kept in new for reference, each in kept.items()}
        return after, tuple(each for each, _ in new)

    def told(self, recorded: Iterable[Recorded]) -> list[Recorded]:
        """Return events of this act as people read them: with what was written in it."""
        return [each.model_copy(update={"payload": in_words(each.payload, self.words)}) for each in recorded]

    def write(self) -> None:
        """Append everything in one statement. Raises VersionConflict when a proceeding stands elsewhere by now."""
        acts = [self._act(each) for each in self._drawn.values()]
        self._drawn = {}
        if acts:
            store.write(acts)

    def _placed(
        self, on: Opening | Loaded, events: Iterable[Event], actor: Actor
    ) -> tuple[Any, bytes, list[tuple[Recorded, texts.Texts]]]:
        """The state that the events lead to, how it is spelled, and the events with their places and their words."""
        known, found, text = KNOWN[on.procedure], list[tuple[Recorded, texts.Texts]](), b""
        state, before = (None, "") if isinstance(on, Opening) else (on.state, on.state_digest or state_digest(on.state))
        previous = on.head
        for seq, written in enumerate(map(mappers.storable, events), on.version + 1):
            event, kept = texts.withhold(on.procedure, written)
            state = known.replay([event]) if state is None else known.evolve(state, event)
            text = state_text(state)
            place = Place(
                proceeding=str(on.id),
                number=on.number,
                seq=seq,
                before=before,
                after=text_digest(text),
                previous=previous,
            )
            latest = record(event, place, actor=actor, recorded_at=self._now, request_id=self._request_id)
            found.append((latest, kept))
            before, previous = latest.after, latest.digest
        return state, text, found

    def _standing(self, on: Opening | Loaded, state: Any, latest: Recorded) -> Loaded:
        row = KNOWN[on.procedure].row_of(state)
        stands = {
            "version": latest.seq,
            "head": latest.digest,
            "state": state,
            "state_digest": latest.after,
            "authority": on.authority if row.authority is None else row.authority,
            "hall": on.hall if row.hall is None else row.hall,
        }
        shown = replace(row, authority=stands["authority"], hall=stands["hall"])
        if isinstance(on, Loaded):
            return replace(on, row=shown, **stands)
        fixed = {name: getattr(on, name) for name in (*mappers.FROM_OPENING, "id", "parent")}
        return Loaded(**{**fixed, **stands}, opened_at=self._now, row=shown)

    def _act(self, drawn: _Drawn) -> dict[str, Any]:
        before, after = drawn.before, drawn.after
        opening = before if isinstance(before, Opening) else None
        events = [(mappers.event_columns(each), drawn.words.get(each.digest)) for each in drawn.events]
        return {
            "id": after.id,
            "expected": before.version,
            "opening": mappers.opening_columns(opening, self._now) if opening else None,
            "row": mappers.columns_beside(after.row, version=after.version, latest=drawn.events[-1]),
            "snapshot": drawn.text.decode(),
            "events": [each for each, _ in events],
            "texts": [texts.columns(each["id"], kept) for each, kept in events if kept],
        }


def append(changes: Iterable[Change], *, actor: Actor, now: datetime, request_id: str) -> tuple[Recorded, ...]:
    """Append the events of one act, all of them or none, in one statement; return them as recorded.

    A change without events is left out. Raises VersionConflict when a proceeding no longer stands where it was loaded.
    """
    ledger = Ledger(now=now, request_id=request_id)
    appended = [each for change in changes if change.events for each in ledger.add(change, actor)[1]]
    ledger.write()
    return tuple(appended)
