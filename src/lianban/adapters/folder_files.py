"""Files in a folder, named by their SHA-256."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lianban.ports.files import FileMissing, FileTooLarge, Kept, StoredFileDamaged

PIECE = 64 * 1024
DIGEST = re.compile(r"[0-9a-f]{64}")


class FolderFiles:
    """Keeps files under `folder`, in 256 × 256 sub-folders, readable by their owner and never executable.

    A file appears under its name complete and flushed to the disk, or not at all.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._arriving = folder / "arriving"
        self._arriving.mkdir(parents=True, exist_ok=True, mode=0o700)

    def put(self, pieces: Iterable[bytes], limit: int) -> Kept:
        """Keep what the pieces make together. Raises FileTooLarge at the first piece beyond the limit."""
        descriptor, name = tempfile.mkstemp(dir=self._arriving)
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                seen, size = hashlib.sha256(), 0
                for piece in pieces:
                    size += len(piece)
                    if size > limit:
                        raise FileTooLarge(limit)
                    seen.update(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            self._settle(part, seen.hexdigest())
        finally:
            part.unlink(missing_ok=True)
        return Kept(seen.hexdigest(), size)

    def read(self, digest: str) -> bytes:
        """Return the bytes. Raises FileMissing, StoredFileDamaged."""
        return b"".join(self.pieces(digest))

    def pieces(self, digest: str) -> Iterator[bytes]:
        """Yield the bytes piece by piece. Raises FileMissing, and StoredFileDamaged after the last piece."""
        seen = hashlib.sha256()
        try:
            with self._path(digest).open("rb") as file:
                while piece := file.read(PIECE):
                    seen.update(piece)
                    yield piece
        except FileNotFoundError:
            raise FileMissing(digest) from None
        if seen.hexdigest() != digest:
            raise StoredFileDamaged(digest)

    def has(self, digest: str) -> bool:
        """Say whether a file is kept."""
        return self._path(digest).is_file()

    def _path(self, digest: str) -> Path:
        if not DIGEST.fullmatch(digest):
            raise FileMissing(digest)
        return self._folder / digest[:2] / digest[2:4] / digest

    def _settle(self, part: Path, digest: str) -> None:
        path = self._path(digest)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.chmod(0o400)
        part.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
