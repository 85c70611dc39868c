"""演示替身: a carrier that carries nothing, and tells a believable way all the same."""

import hashlib
import json
import re
from datetime import datetime, timedelta
from pathlib import Path

from lianban.ports.carrier import AddressRefused, Movement, Parcel, ParcelState, ParcelUnknown

WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
STEPS = (
    (timedelta(0), ParcelState.BOOKED, "已下单，等待揽收"),
    (timedelta(hours=3), ParcelState.COLLECTED, "已从政务服务中心揽收"),
    (timedelta(hours=9), ParcelState.MOVING, "运输中"),
    (timedelta(hours=26), ParcelState.DELIVERED, "已签收"),
)


class StandInCarrier:
    """Books parcels into a folder; a parcel moves with the clock it is asked at."""

    name = "邮政寄递（演示替身）"
    is_stand_in = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def book(self, parcel: Parcel, now: datetime) -> str:
        """Return the tracking number: two letters, eight digits, a check digit, CN (UPU S10). Raises AddressRefused."""
        if len(parcel.address.strip()) < 6:
            raise AddressRefused("地址不完整")
        if not re.fullmatch(r"1\d{10}|0\d{2,3}-?\d{7,8}", parcel.phone):
            raise AddressRefused("联系电话不对")
        serial = int(hashlib.sha256(parcel.reference.encode()).hexdigest(), 16) % 10**8
        number = f"XL{serial:08d}{check_digit(serial)}CN"
        path = self._folder / f"{number}.json"
        if not path.exists():
            path.write_text(json.dumps({"booked_at": now.isoformat(), "content": parcel.content}), "utf-8")
        return number

    def track(self, number: str, now: datetime) -> tuple[Movement, ...]:
        """Return the way so far. Raises ParcelUnknown."""
        path = self._folder / f"{number}.json"
        if not re.fullmatch(r"XL\d{9}CN", number) or not path.exists():
            raise ParcelUnknown(number)
        booked_at = datetime.fromisoformat(json.loads(path.read_text("utf-8"))["booked_at"])
        return tuple(
            Movement(booked_at + after, state, words) for after, state, words in STEPS if booked_at + after <= now
        )


def check_digit(serial: int) -> int:
    """Return the check digit of a UPU S10 serial number of eight digits."""
    total = sum(int(digit) * weight for digit, weight in zip(f"{serial:08d}", WEIGHTS, strict=True))
    return {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11)
