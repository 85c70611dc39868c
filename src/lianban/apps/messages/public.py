"""The front door of messages."""

from lianban.apps.messages.selectors import Message, latest_messages, messages_of_kind, messages_to
from lianban.apps.messages.services import SIGN_IN_CODE, deliver, sweep_codes, write

__all__ = [
    "SIGN_IN_CODE",
    "Message",
    "deliver",
    "latest_messages",
    "messages_of_kind",
    "messages_to",
    "sweep_codes",
    "write",
]
