"""Sending results by post."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


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
