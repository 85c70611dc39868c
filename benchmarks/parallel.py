"""Eight to two hundred departments approve side by side: we, Viewflow and SpiffWorkflow, on one PostgreSQL.

Run: ./lianban dev bench parallel. Each begins a case of so many parallel approvals, approves each in a transaction of
its own, and ends it. Ours writes what ours always writes: state rows, hash-chained events with the digests of the
states between which they stand, legal clocks, a job per approval. Viewflow writes its process and task rows, locked by
SELECT FOR UPDATE as its documentation advises. SpiffWorkflow keeps no store of its own: `in memory` is the engine
alone, `stored` loads its serialised state from a row and saves it again at each approval, as a server without sessions
must. Nobody renders pages. Printed are, per approval with the start shared out, the milliseconds that went by and those
that processor and database server worked for it, and how both grow. What else runs on the machine lengthens the first
and hardly the second, so growth is judged by work.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks._platform import SMALL, a_platform  # noqa: E402 the folder of benchmarks is no package of ours

WAYS = (8, 16, 32, 64, 100, 200)
COMPARED = (8, 100)
REPEATS, ENOUGH = 3, 8.0
"""How often each side runs, and after how many seconds once is enough."""
LINEAR = 2.0
"""From the shortest to the longest case an approval may become so much dearer and not more."""
WIDTHS = (10, 10, 14, 17)

Taken = dict[str, tuple[float, float]]
"""Side → milliseconds that went by, and that were worked, per approval."""


def main() -> int:
    """Measure, print, and return 1 when ours is slower than the peer that keeps tasks as rows, or not in line."""
    with a_platform(SMALL, "benchmarks._peer_settings") as environment:
        os.environ.update(environment)
        from benchmarks import _parallel_runs as runs  # noqa: PLC0415 Django needs the environment first

        runs.prepare()
        print(f"{'approvals':>10}{'':>8}{'ours ms':>10}{'Viewflow':>10}{'Spiff stored':>14}{'Spiff in memory':>17}")
        found = {ways: measure_all(ways, runs.SIDES, runs.worked) for ways in WAYS}
    growth = print_growth(found)
    slower = False
    for ways in COMPARED:
        went_by = {name: each for name, (each, _) in found[ways].items()}
        ratios = {name: each / went_by["ours"] for name, each in went_by.items() if name != "ours"}
        print(f"{ways:>4} ways: " + ", ".join(f"{name} takes {ratio:.2f} × ours" for name, ratio in ratios.items()))
        slower |= ratios["Viewflow"] < 1
    return 1 if slower or growth > LINEAR else 0


def measure_all(ways: int, sides: dict[str, Callable[[int], None]], worked: Callable[[], float]) -> Taken:
    """Return the medians of each side, the sides taking turns. worked: seconds of work until now."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in sides}
    for _ in range(REPEATS):
        for name, run in sides.items():
            if taken[name] and taken[name][0][0] * ways > 1000 * ENOUGH:
                continue
            started, before = time.perf_counter(), worked()
            run(ways)
            taken[name].append(
                (1000 * (time.perf_counter() - started) / ways, 1000 * (worked() - before) / ways),
            )
    found = {
        name: (statistics.median(each for each, _ in runs), statistics.median(each for _, each in runs))
        for name, runs in taken.items()
    }
    for place, label in enumerate(("time", "work")):
        said = (f"{found[name][place]:>{width}.2f}" for name, width in zip(sides, WIDTHS, strict=True))
        print(f"{'' if place else ways:>10}{label:>8}" + "".join(said), flush=True)
    return found


def print_growth(found: dict[int, Taken]) -> float:
    """Print how much dearer an approval becomes with the number beside it; return by how much ours, at the most."""
    print(f"\nwork for an approval, as a multiple of one among {WAYS[0]} (limit for ours {LINEAR})")
    for name in found[WAYS[0]]:
        first = found[WAYS[0]][name][1]
        curve = (f"{ways}: {found[ways][name][1] / first:.2f}" for ways in WAYS)
        print(f"{name:>{max(WIDTHS)}}  " + "   ".join(curve))
    return max(found[ways]["ours"][1] for ways in WAYS) / found[WAYS[0]]["ours"][1]


if __name__ == "__main__":
    sys.exit(main())
