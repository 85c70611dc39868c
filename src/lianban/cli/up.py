"""Set up what is missing and start the platform; a second time it goes on where it was."""

import argparse
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from lianban.adapters.embedded_postgres import Cluster, DatabaseUnavailable
from lianban.cli import readiness, translations
from lianban.project import processes

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = "lianban.project.settings.run"
REGISTER = "processes"
ANSWERS_WITHIN_SECONDS = 30.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where to listen and where the data are."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")
    parser.add_argument("--database-url", default=os.environ.get("DATABASE_URL", ""), help="a PostgreSQL of your own")
    parser.add_argument("--home", type=Path, default=Path(os.environ.get("LIANBAN_HOME", ROOT / "var")))
    parser.add_argument("--workers", type=int, default=2, help="web worker processes (default: 2)")
    parser.add_argument("--only-set-up", action="store_true", help="set up and stop")


def run(arguments: argparse.Namespace) -> int:
    """Set up, serve until Ctrl-C, stop cleanly."""
    started_at = time.monotonic()
    home = arguments.home.resolve()
    with readiness.make_folder(home).open("w") as lock:
        readiness.claim(lock.fileno(), home)
        processes.end_left_overs(home / REGISTER)
        if not arguments.only_set_up:
            readiness.check_free(arguments.host, arguments.port)
        cluster = None if arguments.database_url else Cluster(home / "postgres")
        try:
            _say("Starting the database …") if cluster else None
            database_url = cluster.ensure() if cluster else readiness.reached(arguments.database_url)
            environment = _environment(home, database_url, _address(arguments))
            translations.compile_all()
            prepared = subprocess.run([sys.executable, "-m", "lianban.project.preparing"], env=environment, check=False)
            if prepared.returncode != 0 or arguments.only_set_up:
                return prepared.returncode
            _serve(arguments, environment, started_at, cluster)
        finally:
            if cluster:
                cluster.stop()
            _say("Stopped.")
    return 0


def _serve(
    arguments: argparse.Namespace, environment: dict[str, str], started_at: float, cluster: Cluster | None
) -> None:
    granian = ["granian", "--interface", "wsgi", "--host", arguments.host, "--port", str(arguments.port)]
    shape = ["--workers", str(arguments.workers), "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers"]
    quiet = ["--log-level", "warning"]
    web = [sys.executable, "-m", *granian, *shape, *quiet, "lianban.project.wsgi:application"]
    children = [
        processes.Child("The web server", web, environment),
        processes.Child("The worker", [sys.executable, "-m", "lianban.jobs"], environment),
    ]
    address, home = _address(arguments), arguments.home.resolve()
    supervisor = processes.Supervisor(children, _say, home / REGISTER, lambda: _tend(cluster))
    supervisor.run(lambda: _announce(address, home, started_at, lambda: supervisor.stopping))


def _tend(cluster: Cluster | None) -> None:
    if cluster is None or cluster.pid() is not None:
        return
    _say("The database ended; it starts again.")
    try:
        cluster.ensure()
    except DatabaseUnavailable as failed:
        _say(failed.message)


def _address(arguments: argparse.Namespace) -> str:
    return f"http://{arguments.host}:{arguments.port}/"


def _announce(address: str, home: Path, started_at: float, given_up: Callable[[], bool]) -> None:
    until = time.monotonic() + ANSWERS_WITHIN_SECONDS
    while not _answers(address) and time.monotonic() < until and not given_up():
        time.sleep(0.1)
    state = "Ready" if _answers(address) else "The pages do not answer yet (see above)"
    _say(f"{state} after {time.monotonic() - started_at:.0f} s.\n")
    accounts = home / "demo-accounts.txt"
    if accounts.exists():
        _say(accounts.read_text())
    _say(f"  {address}\n\nCtrl-C stops everything.")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}healthz", timeout=2) as reply:  # noqa: S310 our own address
            return bool(reply.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _environment(home: Path, database_url: str, address: str) -> dict[str, str]:
    stand_ins = os.environ.get("LIANBAN_STAND_INS", "on")
    return {
        **os.environ,
        "LIANBAN_HOME": str(home),
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "PYTHONUNBUFFERED": "1",
        "LIANBAN_PUBLIC_URL": os.environ.get("LIANBAN_PUBLIC_URL", address.rstrip("/")),
        "LIANBAN_STAND_INS": stand_ins,
        "LIANBAN_STAFF_SECOND_FACTOR": os.environ.get(
            "LIANBAN_STAFF_SECOND_FACTOR", "off" if stand_ins.lower() == "on" else "on"
        ),
    }


def _say(text: str) -> None:
    print(text, flush=True)
