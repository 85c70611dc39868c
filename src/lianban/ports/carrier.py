"""Sending results by post."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from lianban.core.kernel.errors import DomainError


class AddressRefused(DomainError):
    """The carrier cannot reach the address or the phone."""

    code = "ADDRESS_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__(f"无法寄送：{reason}。请补全收件信息，或改为到窗口领取。", reason=reason)


class ParcelUnknown(DomainError):
    """Nobody booked that tracking number."""

    code = "PARCEL_UNKNOWN"

    def __init__(self, number: str) -> None:
        super().__init__("没有这个运单号。请核对后再查。", number=number)


class ParcelState(StrEnum):
    """Where a parcel is."""

    BOOKED = "已下单"
    COLLECTED = "已揽收"
    MOVING = "运输中"
    DELIVERED = "已签收"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be sent. reference: our own number; the same reference is booked once."""

    reference: str
    recipient: str
    phone: str
    address: str
    content: str


@dataclass(frozen=True, slots=True)
class Movement:
    """One step of a parcel's way."""

    at: datetime
    state: ParcelState
    words: str


class Carrier(Protocol):
    """Carries parcels."""

    name: str
    """Shown to people; a stand-in says so here."""

    def book(self, parcel: Parcel, now: datetime) -> str:
        """Return the tracking number. Raises AddressRefused when the address cannot be reached."""
        ...

    def track(self, number: str, now: datetime) -> tuple[Movement, ...]:
        """Return the way so far, oldest first. Raises ParcelUnknown when nobody booked the number."""
        ...
