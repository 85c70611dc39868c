"""Checks and benchmarks for people who build Lianban."""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LIANBAN = [sys.executable, "-m", "lianban.cli"]
CHECKS: dict[str, list[str]] = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
    "translations": [*LIANBAN, "translations", "--check"],
    "catalogue": [*LIANBAN, "check"],
    "migrations": [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `check` and `bench`."""
    kinds = parser.add_subparsers(dest="kind", required=True)
    check = kinds.add_parser("check", help="run every house rule")
    check.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(CHECKS)}")
    bench = kinds.add_parser("bench", help="run the benchmarks")
    bench.add_argument("names", nargs="*", help="only these")


def run(arguments: argparse.Namespace) -> int:
    """Run the checks or the benchmarks and return 0 when all held."""
    return _check(arguments.names) if arguments.kind == "check" else _bench(arguments.names)


def _check(names: list[str]) -> int:
    failed = [name for name in names or CHECKS if not _holds(name)]
    print(f"Failed: {', '.join(failed)}" if failed else "Every check holds.", flush=True)
    return 1 if failed else 0


def _holds(name: str) -> bool:
    started = time.monotonic()
    program, *rest = CHECKS[name]
    path = program if Path(program).is_absolute() else str(Path(sys.executable).parent / program)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "lianban.project.settings.test"}
    done = subprocess.run([path, *rest], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    holds = done.returncode == 0
    print(f"{'ok  ' if holds else 'FAIL'} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if not holds:
        print(done.stdout + done.stderr, flush=True)
    return holds


def _bench(names: list[str]) -> int:
    scripts = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("*.py")) if not path.stem.startswith("_")}
    unknown = [name for name in names if name not in scripts]
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are {', '.join(scripts)}.", file=sys.stderr)
        return 2
    outcomes = []
    for name in names or scripts:
        print(f"\n== {name}", flush=True)
        outcomes.append(subprocess.run([sys.executable, str(scripts[name])], cwd=ROOT, check=False).returncode)
    return max(outcomes, default=0)
