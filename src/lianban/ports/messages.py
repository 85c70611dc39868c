"""Telling people something outside the pages: text messages, letters in the in-house mailbox."""

from datetime import datetime
from typing import Protocol


class MessageSender(Protocol):
    """Sends a message to one person."""

    name: str
    """What people are shown as the sender's channel; a stand-in says so here."""

    def send(self, to: str, text: str, kind: str, *, key: str, now: datetime) -> str:
        """Send, and return the carrier's reference.

        to: mobile number or account id, as `kind` expects. kind: what it is about (`sign_in_code`, `accepted`).
        key: of this one message: given twice, it goes out once, and the same reference comes back.
        now: the moment of sending. Raises MessageRefused when it cannot be delivered as written.
        """
        ...
