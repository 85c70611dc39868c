"""Everything we need from outside, as one value that the project hands to the apps."""

from dataclasses import dataclass

from lianban.core.kernel.divisions import Divisions
from lianban.ports.calendars import Calendars
from lianban.ports.carrier import Carrier
from lianban.ports.cipher import Cipher
from lianban.ports.credit import CreditRegister
from lianban.ports.definitions import DefinitionTexts
from lianban.ports.files import FileStore
from lianban.ports.flow import FlowPainter
from lianban.ports.log_key import LogKey
from lianban.ports.messages import MessageSender
from lianban.ports.registry import Registry
from lianban.ports.seals import SealOffice
from lianban.ports.search_language import SearchLanguage
from lianban.ports.typesetting import Typesetter


@dataclass(frozen=True)
class Ports:
    """The adapters of this installation, one per port."""

    cipher: Cipher
    messages: MessageSender
    files: FileStore
    typesetter: Typesetter
    seals: SealOffice
    population: Registry
    business: Registry
    carrier: Carrier
    credit: CreditRegister
    calendars: Calendars
    divisions: Divisions
    search_language: SearchLanguage
    flow: FlowPainter
    definitions: DefinitionTexts
    log_key: LogKey
