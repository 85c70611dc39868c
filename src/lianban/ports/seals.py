"""Electronic seals: putting one on a document, and checking one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from lianban.core.kernel.errors import DomainError
from lianban.ports.typesetting import Place


class SealNotUsable(DomainError):
    """A seal is suspended, or the file cannot take a seal."""

    code = "SEAL_NOT_USABLE"

    def __init__(self, authority_name: str, reason: str) -> None:
        super().__init__(
            f"“{authority_name}”的电子印章现在不能使用：{reason}。请联系印章保管人。",
            authority_name=authority_name,
            reason=reason,
        )


@dataclass(frozen=True, slots=True)
class SealOrder:
    """Why a document is sealed, and with whose seal.

    authority: key of the authority whose seal it is. authority_name: as it stands on the seal.
    document_number, reason: go into the signature, so that a lifted seal still says what it was made for.
    place: where the picture goes; None for an invisible seal. at: the moment of sealing.
    """

    authority: str
    authority_name: str
    document_number: str
    reason: str
    place: Place | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed document. certificate: the serial number of the seal's certificate, in hexadecimal."""

    pdf: bytes
    certificate: str


class SealState(StrEnum):
    """What a check of a file found."""

    VALID = "有效"
    ALTERED = "内容被改动"
    FOREIGN = "不是本平台的印章"
    NONE = "没有电子印章"
    UNREADABLE = "文件无法读取"


@dataclass(frozen=True, slots=True)
class SealCheck:
    """The result of a check. The other fields are empty unless a seal was found."""

    state: SealState
    seal: str = ""
    certificate: str = ""
    document_number: str = ""
    sealed_at: datetime | None = None


class SealOffice(Protocol):
    """Keeps the seals of the authorities and seals with them."""

    name: str
    """Shown to people; a stand-in says so here."""

    is_stand_in: bool
    """Whether its seals have no legal force; every document then says so."""

    def seal(self, pdf: bytes, order: SealOrder) -> Sealed:
        """Return the document with the seal. Raises SealNotUsable when the seal is suspended or revoked."""
        ...

    def check(self, pdf: bytes, at: datetime) -> SealCheck:
        """Say whether a file carries one of our seals and is unchanged since. at: the moment of the check."""
        ...

    def suspend(self, authority: str, reason: str, at: datetime) -> None:
        """Stop an authority's seal from sealing; what it sealed before stays valid."""
        ...

    def resume(self, authority: str, at: datetime) -> None:
        """Let a suspended seal seal again."""
        ...
