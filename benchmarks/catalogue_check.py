"""How fast a large catalogue is checked, and how much memory that takes.

A catalogue of N items is written into a temporary folder: the shipped items over and over, each copy with its own
key and name, beside the shipped vocabulary and chains. `lianban check --summary` then runs in a process of its own.
What 100,000 items would take is extrapolated from the smallest and the largest run.
Fails when that is more than fifteen minutes or 1,000 MB.

Run: `python benchmarks/catalogue_check.py [N ...]` (2000 and 10000 if nothing is given; 100000 writes 400 MB).
"""

import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from lianban.adapters.catalogue_files import SHIPPED

SIZES = (2_000, 10_000)
WHOLE = 100_000
MOST_SECONDS, MOST_MB = 900, 1_000

_RUN = """
import sys
from pathlib import Path
from lianban.cli.__main__ import main

main(["check", sys.argv[1], "--summary", "--stream", "--jobs", sys.argv[2], "--errors"])
for line in Path("/proc/self/status").read_text().splitlines():
    if line.startswith("VmHWM"):
        print("peak kB", line.split()[1])
"""
_KEY = re.compile(r"^key: .*$", re.MULTILINE)
_NAME = re.compile(r"^name: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Measured:
    """One run. peak_mb: the largest memory of the process that reads and prints, without its workers."""

    items: int
    seconds: float
    peak_mb: float

    @property
    def rate(self) -> float:
        """Items per second."""
        return self.items / self.seconds


def main() -> int:
    """Measure each size with one process and with two; print all and the extrapolation."""
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    held = True
    for workers in (1, 2):
        runs = [_measure(size, workers) for size in sizes]
        held = _whole(runs, workers) and held
    return 0 if held else 1


def generate(folder: Path, count: int) -> None:
    """Write a catalogue of so many items into a folder that is not there yet."""
    copytree(SHIPPED, folder)
    texts = [
        (path.parent.name, path.stem, path.read_text(encoding="utf-8")) for path in sorted(SHIPPED.glob("items/*/*"))
    ]
    for number in range(count - len(texts)):
        authority, key, text = texts[number % len(texts)]
        copy = f"{key}_{number // len(texts) + 1}"
        (folder / "items" / authority / f"{copy}.yaml").write_text(_renamed(text, copy, number), encoding="utf-8")


def _renamed(text: str, key: str, number: int) -> str:
    def named(found: re.Match[str]) -> str:
        return f"name: {_quoted(found[1], number)}"

    return _NAME.sub(named, _KEY.sub(f"key: {key}", text, count=1), count=1)


def _quoted(name: str, number: int) -> str:
    quote = name[0] if name[0] in "'\"" else ""
    return f"{name[:-1]}（第{number}种情形）{quote}" if quote else f"{name}（第{number}种情形）"


def _measure(count: int, workers: int) -> Measured:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "catalogue"
        generate(folder, count)
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _RUN, str(folder), str(workers)], capture_output=True, text=True, check=True
        )
        seconds = time.perf_counter() - begun
    *_, told, peak = done.stdout.splitlines()
    measured = Measured(count, seconds, int(peak.split()[-1]) / 1024)
    print(
        f"{count:>7,} items, {workers} process(es): {seconds:6.1f} s, {measured.rate:5.0f} items/s, "
        f"peak {measured.peak_mb:.0f} MB; {told}"
    )
    return measured


def _whole(runs: list[Measured], workers: int) -> bool:
    """Print what 100,000 items take, each further item as much as those between the smallest and the largest run."""
    least, last = min(runs, key=lambda run: run.items), max(runs, key=lambda run: run.items)
    more, further = last.items - least.items, max(WHOLE - last.items, 0)
    seconds = last.seconds + further * (max(last.seconds - least.seconds, 0) / more if more else 1 / last.rate)
    peak = last.peak_mb + further * (max(last.peak_mb - least.peak_mb, 0) / more if more else 0)
    print(f"{WHOLE:>7,} items, {workers} process(es), extrapolated: {seconds / 60:.1f} min, {peak:.0f} MB")
    return seconds <= MOST_SECONDS and peak <= MOST_MB


if __name__ == "__main__":
    sys.exit(main())
