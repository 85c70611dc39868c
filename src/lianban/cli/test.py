"""Set up what the tests need, a browser and a database included, and run them all."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lianban.adapters.embedded_postgres import Cluster
from lianban.cli import translations

ROOT = Path(__file__).resolve().parents[3]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WITHOUT_DJANGO = ("tests/core", "tests/law")


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
    """The core in an environment without Django, beside it the applications, and then the journeys."""
    bare = str(ROOT / ".venv-core" / "bin" / "python")
    rest = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").iterdir() if _holds_tests(path))
    others = [path for path in rest if path not in {*WITHOUT_DJANGO, "tests/journeys"}]
    with tempfile.TemporaryFile() as output:
        core = subprocess.Popen(
            [bare, "-m", "pytest", "-q", *WITHOUT_DJANGO], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
        outcomes = [_pytest([sys.executable], others, environment)]
        outcomes.append(core.wait())
        output.seek(0)
        print("\nThe core and the law, where Django is not installed:", flush=True)
        sys.stdout.write(output.read().decode(errors="replace"))
    if with_browser:
        print("\nThe journeys, in a real browser:", flush=True)
        outcomes.append(_pytest([sys.executable], ["tests/journeys"], environment))
    else:
        print("\nThe browser journeys were left out: --without-browser.", flush=True)
    return max(outcomes)


def _holds_tests(path: Path) -> bool:
    return path.is_dir() and any(path.rglob("test_*.py"))


def _pytest(python: list[str], paths: list[str], environment: dict[str, str]) -> int:
    return subprocess.run([*python, "-m", "pytest", "-q", *paths], cwd=ROOT, env=environment, check=False).returncode


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
