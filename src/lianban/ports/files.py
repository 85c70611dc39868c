"""Keeping files by what is in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept file. digest: its SHA-256, 64 lower-case hexadecimal digits, and its only name. size: bytes."""

    digest: str
    size: int


class FileStore(Protocol):
    """Keeps bytes under their digest: the same bytes are kept once, and what comes back is what was given."""

    def put(self, pieces: Iterable[bytes], limit: int) -> Kept:
        """Keep what the pieces make together. limit: bytes; the first piece beyond it ends the reading.

        Raises FileTooLarge; then nothing is kept.
        """
        ...

    def read(self, digest: str) -> bytes:
        """Return the bytes. Raises FileMissing, or FileDamaged when they no longer have that digest."""
        ...

    def pieces(self, digest: str) -> Iterator[bytes]:
        """Yield the bytes piece by piece, for a large file. Raises as `read` does, FileDamaged at the end."""
        ...

    def has(self, digest: str) -> bool:
        """Say whether a file is kept."""
        ...
