"""People's own words, taken out of events before they are recorded and kept beside them: the one door to them."""

import secrets
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lianban.apps.docket.models import EventRow, EventTexts
from lianban.apps.docket.procedures import KNOWN
from lianban.apps.docket.values import Loaded
from lianban.core.kernel.words import MARK, Kept, in_words, references, withheld
from lianban.core.proceedings.events import WORDS_BESIDE, Event, state_json
from lianban.ports.cipher import SealedValueBroken

SALT = 16
"""Bytes of chance beside each text."""
UNREADABLE = "〔无法读取，请核验记录〕"
Texts = Mapping[str, Kept]
"""Words by the reference that stands in the record for them."""


def withhold(procedure: str, event: Event) -> tuple[Event, Texts]:
    """Return an event of a procedure with references in place of people's own words, and the words."""
    shape, found = KNOWN[procedure].words_in(event.kind), dict[str, Kept]()
    if not shape:
        return event, found

    def keep(text: str) -> str:
        kept = Kept(salt=secrets.token_hex(SALT), text=text)
        found[kept.reference] = kept
        return kept.reference

    return event.model_copy(update={"payload": withheld(event.payload, shape, keep)}), found


def columns(event: uuid.UUID, texts: Texts) -> dict[str, Any]:
    """Return the columns of the row that keeps the words of an event, sealed for that row."""
    row = EventTexts(event_id=event)
    sealed = EventTexts._meta.get_field("words").seal(row, _plain(texts))  # type: ignore[union-attr]
    return {"id": row.pk, "event_id": event, "words": f"\\x{sealed.hex()}"}


def kept(event: EventRow) -> Texts:
    """Return the words of an event, without a statement where it was read with them. Raises SealedValueBroken."""
    row = getattr(event, "texts", None)
    return {reference: Kept.model_validate(each) for reference, each in row.words.items()} if row else {}


def kept_of(proceedings: Iterable[uuid.UUID]) -> dict[str, Kept]:
    """Return all words of some proceedings with their salts, by their references, in one statement.

    Raises SealedValueBroken.
    """
    return {reference: each for row in _with_words(proceedings) for reference, each in kept(row).items()}


def texts_of(proceedings: Iterable[uuid.UUID]) -> dict[str, str]:
    """Return all words of some proceedings by their references, for reading, in one statement."""
    return {reference: each for row in _with_words(proceedings) for reference, each in _legible(row).items()}


def read_states(parts: Iterable[Loaded]) -> tuple[Loaded, ...]:
    """Return proceedings as people read them: with the words in their states. One statement, or none without words.

    What is read so is not for acting on: a ledger refuses it.
    """
    found = [(each, state_json(each.state)) for each in parts]
    bearing = [each.id for each, state in found if any(references(state))]
    words = texts_of(bearing) if bearing else {}
    return tuple(_read(each, state, words) if each.id in bearing else each for each, state in found)


def read_payload(event: EventRow) -> dict[str, Any]:
    """Return what an event says as people read it, with its words."""
    if event.format < WORDS_BESIDE:
        return event.payload
    payload: dict[str, Any] = in_words(event.payload, _legible(event))
    return payload


def forget(number: str, seq: int) -> tuple[str, ...]:
    """Erase the words of an event for good and return their digests, which its payload goes on to name.

    Empty where it has none. Called in the transaction that records why.
    """
    rows = EventTexts.objects.filter(event__proceeding__number=number, event__seq=seq)
    found = [reference.removeprefix(MARK) for row in rows for reference in row.words]
    rows.delete()
    return tuple(found)


def _with_words(proceedings: Iterable[uuid.UUID]) -> Iterable[EventRow]:
    found = EventRow.objects.filter(proceeding__in=list(proceedings), texts__isnull=False)
    return found.select_related("texts").order_by()


def _legible(event: EventRow) -> Mapping[str, str]:
    """What people read: a damaged text must not keep anybody from the rest; the audit names it."""
    try:
        return {reference: each.text for reference, each in kept(event).items()}
    except SealedValueBroken:
        return dict.fromkeys(references(event.payload), UNREADABLE)


def _plain(texts: Texts) -> dict[str, dict[str, str]]:
    return {reference: each.model_dump() for reference, each in texts.items()}


def _read(on: Loaded, state: dict[str, Any], words: Mapping[str, str]) -> Loaded:
    told = KNOWN[on.procedure].state.model_validate(in_words(state, words))
    return replace(on, state=told, in_words=True)
