"""Keys of rows: UUID version 7, made here so that a row knows its key before it is stored."""

import secrets
import threading
import time
import uuid

from lianban.core.kernel.uuid7 import uuid7

CHANCE_BITS = 74


class _Sequence:
    """Hands out ever greater numbers: 48 bits of milliseconds since 1970, then 74 bits of chance."""

    def __init__(self) -> None:
        self._latest = 0
        self._lock = threading.Lock()

    def next(self) -> int:
        fresh = (time.time_ns() // 1_000_000) << CHANCE_BITS | secrets.randbits(CHANCE_BITS)
        with self._lock:
            self._latest = max(fresh, self._latest + 1 + secrets.randbits(32))
            return self._latest


_sequence = _Sequence()


def new_key() -> uuid.UUID:
    """Return a new UUIDv7 (RFC 9562), greater than every earlier one of this process.

    Its time only orders the rows of an index; no rule may read it.
    """
    number = _sequence.next()
    chance = number & (1 << CHANCE_BITS) - 1
    spread = (chance >> 62) << 68 | chance & (1 << 62) - 1
    return uuid7(number >> CHANCE_BITS, spread.to_bytes(10, "big"))
