"""Everything we need from outside, as one value that the project hands to the apps."""

from dataclasses import dataclass

from lianban.ports.cipher import Cipher
from lianban.ports.messages import MessageSender


@dataclass(frozen=True)
class Ports:
    """The adapters of this installation, one per port."""

    cipher: Cipher
    messages: MessageSender
