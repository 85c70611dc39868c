"""The front door of messages."""

from lianban.apps.messages.selectors import Message, latest_messages, messages_to
from lianban.apps.messages.services import deliver, write

__all__ = ["Message", "deliver", "latest_messages", "messages_to", "write"]
