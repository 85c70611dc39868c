"""Which events a day has: their places and digests, in the one order that its root stands for."""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lianban.apps.docket import public as docket
from lianban.core.proceedings.moments import midnight

WIDTH = 52


class Leaf(NamedTuple):
    """An event under a root. digest: its own, 32 bytes."""

    proceeding: uuid.UUID
    seq: int
    digest: bytes


def recorded_on(day: date) -> Iterator[Leaf]:
    """Yield the events that were recorded on a local day, from the database, a few at a time."""
    start = midnight(day)
    for proceeding, seq, digest in docket.recorded_between(start, start + timedelta(days=1)):
        yield Leaf(proceeding, seq, bytes.fromhex(digest))


def packed(leaf: Leaf) -> bytes:
    """Return a leaf as it is kept with its root."""
    return leaf.proceeding.bytes + leaf.seq.to_bytes(4, "big") + leaf.digest


def unpacked(kept: bytes) -> Iterator[Leaf]:
    """Yield the leaves that are kept with a root."""
    for at in range(0, len(kept), WIDTH):
        one = kept[at : at + WIDTH]
        yield Leaf(uuid.UUID(bytes=one[:16]), int.from_bytes(one[16:20], "big"), one[20:])
