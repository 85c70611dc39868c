"""Keeping files by what is in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from lianban.core.kernel.errors import DomainError


class FileTooLarge(DomainError):
    """More bytes than a file may have."""

    code = "FILE_TOO_LARGE"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"文件超过 {limit // (1024 * 1024)} MB，没有保存。请压缩图片、降低扫描分辨率，或拆成几份再上传。",
            limit=limit,
        )


class FileMissing(DomainError):
    """No file of that digest is kept."""

    code = "FILE_MISSING"

    def __init__(self, digest: str) -> None:
        super().__init__("找不到这份文件。请联系运维人员从备份恢复。", digest=digest)


class StoredFileDamaged(DomainError):
    """A kept file no longer has the bytes it was kept with."""

    code = "STORED_FILE_DAMAGED"

    def __init__(self, digest: str) -> None:
        super().__init__("这份文件在存储中被改动或损坏，不能使用。请联系运维人员从备份恢复。", digest=digest)


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
        """Return the bytes. Raises FileMissing, or StoredFileDamaged when they no longer have that digest."""
        ...

    def has(self, digest: str) -> bool:
        """Say whether a file is kept."""
        ...
