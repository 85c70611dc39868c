"""Eight and a hundred departments approve side by side: we, Viewflow and SpiffWorkflow, on one PostgreSQL.

Run: ./lianban dev bench parallel. Each begins a case of so many parallel approvals, approves each in a transaction of
its own, and ends it. Ours writes what ours always writes: state rows, hash-chained events with the digests of the
states between which they stand, legal clocks, a job per approval. Viewflow writes its process and task rows, locked by
SELECT FOR UPDATE as its documentation advises. SpiffWorkflow keeps no store of its own: `in memory` is the engine
alone, `stored` loads its serialised state from a row and saves it again at each approval, as a server without sessions
must. Nobody renders pages. Printed are milliseconds per approval, the start shared out, and how they grow.
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
REPEATS = 3
LINEAR = 2.0
"""From the shortest to the longest case an approval may become so much dearer and not more."""


def main() -> int:
    """Measure, print, and return 1 when ours is slower than the peer that keeps tasks as rows, or not in line."""
    with a_platform(SMALL, "benchmarks._peer_settings") as environment:
        os.environ.update(environment)
        from benchmarks import _parallel_runs as runs  # noqa: PLC0415 Django needs the environment first

        runs.prepare()
        print(f"{'approvals':>10}{'ours ms':>10}{'Viewflow':>10}{'Spiff stored':>14}{'Spiff in memory':>17}")
        found = {ways: measure_all(ways, runs.SIDES) for ways in WAYS}
    first, last = found[WAYS[0]]["ours"], found[WAYS[-1]]["ours"]
    growth = last / first
    print(f"\nan approval among {WAYS[-1]} costs {growth:.2f} times one among {WAYS[0]} (limit {LINEAR})")
    slower = False
    for ways in COMPARED:
        ours = found[ways]["ours"]
        ratios = {name: taken / ours for name, taken in found[ways].items() if name != "ours"}
        print(f"{ways:>4} ways: " + ", ".join(f"{name} takes {ratio:.2f} × ours" for name, ratio in ratios.items()))
        slower |= ratios["Viewflow"] < 1
    return 1 if slower or growth > LINEAR else 0


def measure_all(ways: int, sides: dict[str, Callable[[int], None]]) -> dict[str, float]:
    """Return the median milliseconds per approval of each side, the sides taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(REPEATS):
        for name, run in sides.items():
            started = time.perf_counter()
            run(ways)
            taken[name].append(1000 * (time.perf_counter() - started) / ways)
    found = {name: statistics.median(each) for name, each in taken.items()}
    print(
        f"{ways:>10}" + "".join(f"{found[n]:>{w}.2f}" for n, w in zip(sides, (10, 10, 14, 17), strict=True)), flush=True
    )
    return found


if __name__ == "__main__":
    sys.exit(main())
