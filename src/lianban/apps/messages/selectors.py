"""Reading what was sent."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lianban.apps.messages.models import OutboxMessage


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it was written. sent_at: None while it waits."""

    id: uuid.UUID
    kind: str
    address: str
    text: str
    written_at: datetime
    sent_at: datetime | None
    sender: str
    refusal: str


def messages_to(person: uuid.UUID, *, limit: int = 50) -> tuple[Message, ...]:
    """Return what was written to a person, the latest first, without one-time codes."""
    found = OutboxMessage.objects.filter(person=person).exclude(kind="sign_in_code")
    return tuple(_message(each) for each in found.order_by("-id")[:limit])


def messages_of_kind(kind: str, people: Iterable[uuid.UUID]) -> tuple[tuple[uuid.UUID, Message], ...]:
    """Return what was written of one kind to these people, each with the person, the earliest first."""
    found = OutboxMessage.objects.filter(kind=kind, person__in=set(people)).order_by("id")
    return tuple((each.person, _message(each)) for each in found if each.person)


def latest_messages(*, limit: int = 50) -> tuple[Message, ...]:
    """Return the latest messages to anybody, one-time codes included: only for the page of the stand-in."""
    return tuple(_message(each) for each in OutboxMessage.objects.order_by("-id")[:limit])


def _message(each: OutboxMessage) -> Message:
    return Message(
        each.pk, each.kind, each.address, each.text, each.written_at, each.sent_at, each.sender, each.refusal
    )
