"""What crosses the front door."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lianban.apps.documents.kinds import Kind
from lianban.apps.documents.models import LicenceState
from lianban.ports.seals import SealState


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document just issued. digest: SHA-256 over its number, kind, code and content."""

    kind: Kind
    number: str
    id: uuid.UUID
    verification_code: str
    digest: str


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document in a list. ready: its sealed file is made."""

    id: uuid.UUID
    kind: Kind
    title: str
    number: str
    proceeding: uuid.UUID | None
    item: str
    authority: str
    authority_name: str
    issued_at: datetime
    verification_code: str
    ready: bool
    revoked: bool


@dataclass(frozen=True, slots=True)
class LicenceCard:
    """A licence as its holder and the authorities see it. document: key of the paper that shows it."""

    id: uuid.UUID
    document: uuid.UUID
    name: str
    number: str
    identifier: str
    holder: str
    authority: str
    authority_name: str
    issued_on: date
    valid_until: date | None
    state: LicenceState
    verification_code: str
    proceeding: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Trader:
    """Whose trade a composite card is about."""

    name: str
    credit_code: str = ""
    representative: str = ""
    place: str = ""


class Standing(StrEnum):
    """What a verification says of a document as a whole."""

    VALID = "有效"
    PENDING = "正在用印"
    EXPIRED = "已过有效期"
    REVOKED = "已失去效力"
    ALTERED = "内容被改动"


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """A licence as a stranger may see it, one line of a composite card."""

    name: str
    number: str
    authority_name: str
    valid_until: date | None
    state: str
    verification_code: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a stranger may see of a document. seal: name on the seal's certificate, empty while there is none."""

    standing: Standing
    title: str
    number: str
    authority_name: str
    issued_at: datetime
    holder_masked: str
    verification_code: str
    seal: str
    seal_state: SealState | None
    sealed_at: datetime | None
    certificate: str
    identifier: str
    valid_until: date | None
    state: str
    reason: str
    contained: tuple[LicenceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FileVerification:
    """What a check of a stranger's file found. known: our document with this very file, when there is one."""

    seal_state: SealState
    seal: str
    document_number: str
    sealed_at: datetime | None
    known: Verification | None
