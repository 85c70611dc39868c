"""Keys of rows: UUID version 7, made here so that a row knows its key before it is stored."""

import secrets
import time
import uuid


def new_key() -> uuid.UUID:
    """Return a new UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 bits of chance.

    Its time only orders the rows of an index; no rule may read it.
    """
    milliseconds = time.time_ns() // 1_000_000
    chance = secrets.randbits(74)
    return uuid.UUID(
        int=(milliseconds & (1 << 48) - 1) << 80
        | 0x7 << 76
        | (chance >> 62) << 64
        | 0b10 << 62
        | chance & (1 << 62) - 1
    )
