"""Files in a folder, named by their SHA-256 and encrypted under the field key."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from lianban.ports.cipher import Cipher, SealedValueBroken
from lianban.ports.files import FileMissing, FileTooLarge, Kept, StoredFileDamaged

DIGEST = re.compile(r"[0-9a-f]{64}")


class FolderFiles:
    """Keeps files under `folder`, in 256 × 256 sub-folders, readable by their owner and never executable.

    A file appears under its name complete and flushed to the disk, or not at all; put again, it is written again, which
    heals a damaged one. What lies on the disk is encrypted:
    a scan of an identity card is a personal value too. A file is held in memory while it is sealed or opened.
    """

    def __init__(self, folder: Path, cipher: Cipher) -> None:
        self._folder = folder
        self._cipher = cipher
        self._arriving = folder / "arriving"
        self._arriving.mkdir(parents=True, exist_ok=True, mode=0o700)

    def put(self, pieces: Iterable[bytes], limit: int) -> Kept:
        """Keep what the pieces make together. Raises FileTooLarge at the first piece beyond the limit."""
        content = bytearray()
        for piece in pieces:
            content += piece
            if len(content) > limit:
                raise FileTooLarge(limit)
        digest = hashlib.sha256(content).hexdigest()
        self._write(self._path(digest), self._cipher.encrypt(bytes(content), _context(digest)))
        return Kept(digest, len(content))

    def read(self, digest: str) -> bytes:
        """Return the bytes. Raises FileMissing, StoredFileDamaged."""
        try:
            sealed = self._path(digest).read_bytes()
            content = self._cipher.decrypt(sealed, _context(digest))
        except FileNotFoundError:
            raise FileMissing(digest) from None
        except SealedValueBroken as error:
            raise StoredFileDamaged(digest) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise StoredFileDamaged(digest)
        return content

    def has(self, digest: str) -> bool:
        """Say whether a file is kept."""
        return self._path(digest).is_file()

    def _path(self, digest: str) -> Path:
        if not DIGEST.fullmatch(digest):
            raise FileMissing(digest)
        return self._folder / digest[:2] / digest[2:4] / digest

    def _write(self, path: Path, sealed: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=self._arriving)
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            part.chmod(0o400)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _flush(path.parent)


def _context(digest: str) -> bytes:
    return f"file|{digest}".encode()


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
