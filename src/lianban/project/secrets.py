"""The keys of an installation: made once at set-up, kept in private files, never in the repository or the database."""

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, repr=False)
class Secrets:
    """signing: signs sessions and forms. field: encrypts personal values. digest: makes them findable.

    Whoever loses `field` loses the personal values for ever: it belongs into the backup, apart from the database's.
    """

    signing: str
    field: bytes
    digest: bytes


def ensure(home: Path) -> Secrets:
    """Return the keys under `home`, making the missing ones. Safe when several processes begin at once."""
    folder = home / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Secrets(signing=_key(folder / "signing").hex(), field=_key(folder / "field"), digest=_key(folder / "digest"))


def _key(path: Path) -> bytes:
    if not path.exists():
        _write_once(path, secrets.token_hex(32))
    return bytes.fromhex(path.read_text().strip())


def _write_once(path: Path, text: str) -> None:
    """Write the whole file or nothing; whoever comes second keeps the first one's."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        Path(temporary).unlink()
