"""Writing messages down, and sending what was written."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction

from lianban.apps.messages.models import OutboxMessage
from lianban.apps.storage.deferring import defer
from lianban.apps.storage.wired import ports
from lianban.core.kernel.errors import DomainError

JOB = "deliver_message"
SIGN_IN_CODE = "sign_in_code"


@transaction.atomic
def write(*, kind: str, address: str, text: str, now: datetime, person: uuid.UUID | None = None) -> uuid.UUID:
    """Write a message into the transaction that causes it; it is sent once that commits. Return its id.

    kind: what it is about. address: a mobile number, or an account id, as the kind expects.
    """
    message = OutboxMessage.objects.create(kind=kind, address=address, text=text, person=person, written_at=now)
    defer(JOB, message=str(message.pk))
    return message.pk


@transaction.atomic
def deliver(message: uuid.UUID | str, now: datetime) -> bool:
    """Send a message that was not sent yet, and say whether it is sent now. Two who try do not send it twice.

    A refusal by the carrier is final and kept; any other failure is raised, so that the job tries again.
    """
    found = OutboxMessage.objects.select_for_update().filter(pk=message, sent_at=None, refusal="").first()
    if found is None:
        return False
    sender = ports().messages
    found.tries += 1
    try:
        found.reference = sender.send(found.address, found.text, found.kind, key=str(found.pk), now=now)
    except DomainError as refused:
        found.refusal = refused.message[:300]
    else:
        found.sent_at, found.sender = now, sender.name
    found.save(update_fields=["tries", "reference", "refusal", "sent_at", "sender"])
    return not found.refusal


def sweep_codes(now: datetime) -> int:
    """Remove messages with one-time codes a day after they were written; return how many."""
    old = OutboxMessage.objects.filter(kind=SIGN_IN_CODE, written_at__lt=now - timedelta(days=1))
    return old.delete()[0]
