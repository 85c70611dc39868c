"""Keys that sort by time (RFC 9562, version 7)."""

from uuid import UUID


def uuid7(now_ms: int, random_bytes: bytes) -> UUID:
    """Return a version 7 UUID.

    now_ms: milliseconds since 1970 in UTC, from the entry point's clock. random_bytes: ten bytes of `secrets`; six of
    their bits give way to version and variant. Raises ValueError for another length or a time beyond 48 bits.
    """
    if len(random_bytes) != 10 or not 0 <= now_ms < 1 << 48:
        raise ValueError("ten random bytes and a time of 48 bits are needed")
    chance = int.from_bytes(random_bytes, "big")
    version, variant = 0x7 << 76, 0b10 << 62
    return UUID(int=now_ms << 80 | version | (chance >> 68 << 64) | variant | chance & (1 << 62) - 1)
