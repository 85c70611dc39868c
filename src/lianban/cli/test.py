"""Set up what the tests need, a browser and a database included, and run them all."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from lianban.adapters.embedded_postgres import Cluster
from lianban.cli import translations

ROOT = Path(__file__).resolve().parents[3]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WITHOUT_DJANGO = ("tests/core", "tests/law")
FIRST_ROW = ("tests/apps", "tests/faults")
"""What takes as long as everything else together."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which tests to run; all without an argument."""
    parser.add_argument("paths", nargs="*", help="folders, files or tests; everything when left out")
    parser.add_argument("--without-browser", action="store_true", help="leave the browser journeys out, and say so")


def run(arguments: argparse.Namespace) -> int:
    """Run the tests and return 0 when all passed. Options after `--` go to pytest."""
    translations.compile_all()
    browser = "" if arguments.without_browser else _browser()
    if not browser and not arguments.without_browser:
        return 1
    cluster = Cluster(ROOT / "var" / "test", durable=False)
    environment = {**os.environ, "DATABASE_URL": cluster.ensure(), "LIANBAN_BROWSER": browser}
    try:
        if arguments.paths:
            return _pytest([sys.executable], arguments.paths, environment)
        return _everything(environment, with_browser=bool(browser))
    finally:
        cluster.stop()


def _everything(environment: dict[str, str], *, with_browser: bool) -> int:
    """Two rows of tests side by side, each with a database of its own, and then the journeys.

    One row holds the applications; the other the core, in an environment without Django, and after it all the rest.
    """
    bare = str(ROOT / ".venv-core" / "bin" / "python")
    folders = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").iterdir() if _holds_tests(path))
    rest = [path for path in folders if path not in {*WITHOUT_DJANGO, "tests/journeys", *FIRST_ROW}]
    beside = {**environment, "LIANBAN_TEST_DB": "test_lianban_beside"}
    with tempfile.TemporaryFile() as output, ThreadPoolExecutor(1) as other:
        core = other.submit(_pytest, [bare], list(WITHOUT_DJANGO), environment, output)
        others = other.submit(_pytest, [sys.executable], rest, beside, output)
        outcomes = [_pytest([sys.executable], list(FIRST_ROW), environment), core.result(), others.result()]
        output.seek(0)
        print("\nThe core and the law, where Django is not installed, and the other tests:", flush=True)
        sys.stdout.write(output.read().decode(errors="replace"))
    if with_browser:
        print("\nThe journeys, in a real browser:", flush=True)
        outcomes.append(_pytest([sys.executable], ["tests/journeys"], environment))
    else:
        print("\nThe browser journeys were left out: --without-browser.", flush=True)
    return max(outcomes)


def _holds_tests(path: Path) -> bool:
    return path.is_dir() and any(path.rglob("test_*.py"))


def _pytest(python: list[str], paths: list[str], environment: dict[str, str], output: IO[bytes] | None = None) -> int:
    command = [*python, "-m", "pytest", "-q", *paths]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=output, stderr=output, check=False)
    return done.returncode


def _browser() -> str:
    """Find Chromium, installing it where the system's package manager can; empty, with a sentence, where it cannot."""
    found = os.environ.get("LIANBAN_BROWSER") or _find()
    if found:
        return found
    prefix = _as_administrator()
    if prefix is not None:
        print("Installing Chromium for the browser journeys …", flush=True)
        apt = [*prefix, "apt-get", "-qq"]
        subprocess.run([*apt, "update"], check=False)
        subprocess.run([*apt, "install", "-y", "--no-install-recommends", "chromium"], check=False, stdout=sys.stderr)
    found = _find()
    if not found:
        print(
            "The journeys need Chromium or Chrome. Install it with your package manager, or name it in LIANBAN_BROWSER;"
            " ./lianban test --without-browser runs all other tests.",
            file=sys.stderr,
        )
    return found


def _find() -> str:
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


def _as_administrator() -> list[str] | None:
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    may = sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    return [sudo, "-n"] if sudo and may else None
