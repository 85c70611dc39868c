"""What happened, who did it, and the chain that makes every later change visible."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from lianban.core.kernel.canonical import digest, spelled
from lianban.core.kernel.value import Value

GENESIS = "0" * 64
"""The digest before the first event of a proceeding."""


class Role(StrEnum):
    """In what capacity somebody acts."""

    APPLICANT = "applicant"
    CLERK = "clerk"
    APPROVER = "approver"
    ISSUER = "issuer"
    ITEM_ADMIN = "item_admin"
    SUPERVISOR = "supervisor"
    HOTLINE = "hotline"
    ENGINEER = "engineer"
    SYSTEM = "system"


class Channel(StrEnum):
    """Through what somebody acts."""

    ONLINE = "网上"
    WINDOW = "窗口"
    KIOSK = "一体机"
    OFFICE = "部门"
    SYSTEM = "系统"


class Actor(Value):
    """Who acts. person: account id. authority, hall: keys, where the role is bound to one. on_behalf_of: account id.

    channel: through what; None in records of the first format. origin: keyed digest of the network address, never it.
    """

    person: str
    role: Role
    authority: str = ""
    hall: str = ""
    on_behalf_of: str = ""
    channel: Channel | None = None
    origin: str = ""

    @property
    def people(self) -> frozenset[str]:
        """Whoever acts and whoever they act for."""
        return frozenset({self.person, self.on_behalf_of} - {""})


class Event(Value):
    """A fact decided by a procedure. kind: past tense (`accepted`). effective_at: when it holds in law.

    payload: JSON values only; personal values never stand here, only their digests. People's own words stand here as
    they were written until the event is recorded.
    """

    kind: str
    payload: dict[str, object] = {}
    effective_at: datetime


FIRST_FORMAT, WORDS_BESIDE = 1, 3
"""The first format said neither the number, nor the states before and after, nor where the actor was. From the third on
people's own words are kept beside the event, and stand in its payload as references (kernel.words).
"""
PRESENT_FORMAT = WORDS_BESIDE


class Recorded(Event):
    """An event as it was appended to its proceeding.

    seq: 1 for the first event. number: of the proceeding. before, after: digests of its state, "" before the first.
    previous: the digest of the event before, GENESIS for the first.
    digest: SHA-256 over everything that its format holds, `previous` included.
    """

    format: int = FIRST_FORMAT
    proceeding: str
    number: str = ""
    seq: int
    actor: Actor
    recorded_at: datetime
    request_id: str
    before: str = ""
    after: str = ""
    previous: str
    digest: str

    def told(self) -> dict[str, object]:
        """Return the event as JSON, with what its format holds and nothing else: a stranger can digest it."""
        if self.format == FIRST_FORMAT:
            first = self.model_dump(mode="json", exclude={"format", "number", "before", "after", "actor"})
            return {**first, "actor": self.actor.model_dump(mode="json", exclude={"channel", "origin"})}
        return self.model_dump(mode="json")


class Place(Value):
    """Where an event stands: in which proceeding, after which digest, between which states."""

    proceeding: str
    number: str = ""
    seq: int
    before: str = ""
    after: str = ""
    previous: str


def record(event: Event, place: Place, *, actor: Actor, recorded_at: datetime, request_id: str) -> Recorded:
    """Return the event with its place in the chain."""
    content = {
        **event.model_dump(mode="json"),
        **place.model_dump(),
        "format": PRESENT_FORMAT,
        "actor": actor.model_dump(mode="json"),
        "recorded_at": recorded_at.isoformat(),
        "request_id": request_id,
    }
    return Recorded.model_validate({**content, "digest": _link(content)})


def state_json(state: Value) -> dict[str, object]:
    """Return a state as it is kept and digested: without defaults, so that it stays when states learn more."""
    return state.model_dump(mode="json", exclude_defaults=True)


def state_text(state: Value) -> bytes:
    """Return the one spelling of a state; its SHA-256 is the digest that events name."""
    return spelled(state_json(state))


def state_digest(state: Value | None) -> str:
    """Return the digest of a state, "" for none."""
    return text_digest(state_text(state)) if state else ""


def text_digest(text: bytes) -> str:
    """Return the digest of a state that is spelled already."""
    return hashlib.sha256(text).hexdigest()


def _link(content: dict[str, object]) -> str:
    moments = {key: datetime.fromisoformat(str(content[key])).isoformat() for key in ("effective_at", "recorded_at")}
    return digest({**content, **moments})


class Break(Value):
    """Where a chain does not hold, and how. seq: the event at which it was noticed."""

    seq: int
    reason: str


def breaks(events: Iterable[Recorded], proceeding: str) -> tuple[Break, ...]:
    """Return every place where the chain of one proceeding was changed, dropped, reordered or added to."""
    found: list[Break] = []
    previous, expected = GENESIS, 1
    for event in events:
        content = event.told()
        del content["digest"]
        if event.proceeding != proceeding:
            found.append(Break(seq=event.seq, reason=f"belongs to {event.proceeding}"))
        if event.seq != expected:
            found.append(Break(seq=event.seq, reason=f"number {expected} was due"))
        if event.previous != previous:
            found.append(Break(seq=event.seq, reason="does not follow the event before it"))
        if _link(content) != event.digest:
            found.append(Break(seq=event.seq, reason="its content was changed"))
        previous, expected = event.digest, event.seq + 1
    return tuple(found)
