"""What must hold before the platform starts; each failing is one sentence that says what to do."""

import fcntl
import socket
from pathlib import Path

import psycopg

from lianban.core.kernel.errors import DomainError

REACHED_WITHIN_SECONDS = 5
LAST_PORT = 65535


class AlreadyRunning(DomainError):
    """Another `lianban up` serves the same folder."""

    code = "ALREADY_RUNNING"


class AddressTaken(DomainError):
    """Another program listens on the port, or nobody may listen there."""

    code = "ADDRESS_TAKEN"


class FolderUnusable(DomainError):
    """The folder for files, keys and database cannot be written."""

    code = "FOLDER_UNUSABLE"


class DatabaseUnreachable(DomainError):
    """The PostgreSQL that was named does not answer. The message never repeats its password."""

    code = "DATABASE_UNREACHABLE"


def claim(descriptor: int, home: Path) -> None:
    """Hold the folder as long as the open file lives. Raises AlreadyRunning."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        raise AlreadyRunning(f"Lianban already runs on {home}. Stop it there, or name another --home.") from taken


def make_folder(home: Path) -> Path:
    """Make the folder where it is missing; return its lock file, written once. Raises FolderUnusable."""
    lock = home / "up.lock"
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.touch()
    except OSError as refused:
        message = f"Cannot write in {home}: {refused.strerror}. Name another folder with --home."
        raise FolderUnusable(message) from refused
    return lock


def check_free(host: str, port: int) -> None:
    """Raise AddressTaken when nothing of ours can listen there."""
    if not 0 < port <= LAST_PORT:
        raise AddressTaken(f"There is no port {port}. Name one from 1 to {LAST_PORT} with --port.", port=port)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            message = f"Cannot listen on {host}:{port}: {taken.strerror}. Name another with --port."
            raise AddressTaken(message, host=host, port=port) from taken


def reached(database_url: str) -> str:
    """Return the address. Raises DatabaseUnreachable when it is none of PostgreSQL's, or nobody answers there."""
    if not database_url.startswith(("postgres://", "postgresql://")):
        raise DatabaseUnreachable("A database address begins with postgresql:// — no other database is supported.")
    try:
        psycopg.connect(database_url, connect_timeout=REACHED_WITHIN_SECONDS).close()
    except psycopg.OperationalError as refused:
        reason = str(refused).strip().splitlines()[0]
        raise DatabaseUnreachable(f"The database does not answer. Check --database-url. {reason}") from None
    except psycopg.Error:
        raise DatabaseUnreachable("The address of the database cannot be read. Check --database-url.") from None
    return database_url
