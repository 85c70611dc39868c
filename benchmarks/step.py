"""What a step on a case costs beside the same rows written by plain SQL, and what the evidence in it costs.

Run: ./lianban dev bench step. A step grants one of eight items: it finds, locks and loads the case, decides by the
rules, appends the events of the item and of the whole, writes both state rows, leaves a job, and commits. Beside it the
same rows, as the step wrote them, are written by one plain SQL transaction: the events, both state rows, the job.
Commits reach the disk. Then the same appending with and without evidence (hash chain, digests of states): the share of
the step that only serves proof. Last, a step on an application that has gone through thousands of events.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks._platform import SMALL, a_platform  # noqa: E402 the folder of benchmarks is no package of ours

RATE, STATEMENTS, EVIDENCE, OLD = 0.5, 3, 0.15, 1.25


def main() -> int:
    """Measure, print each figure with its aim, and return 1 when one is missed."""
    with a_platform(SMALL) as environment:
        os.environ.update(environment)
        from benchmarks import _step_runs as runs  # noqa: PLC0415 Django needs the environment first

        ours, plain, count = runs.step_and_plain()
        share, old = runs.evidence(), runs.old_beside_fresh()
    figures = [
        ("rate of a step beside plain SQL", plain / ours, f"at least {RATE}", plain / ours >= RATE),
        ("statements of a step", count, f"at most {STATEMENTS}", count <= STATEMENTS),
        ("evidence, on top of a step without", share, f"at most {EVIDENCE}", share <= EVIDENCE),
        ("step after 5,000 events beside fresh", old, f"at most {OLD}", old <= OLD),
    ]
    print(f"\na step {1000 * ours:.2f} ms, plain SQL {1000 * plain:.2f} ms")
    for name, figure, aim, holds in figures:
        print(f"{name:40}{figure:8.2f}   aim: {aim:14}{'holds' if holds else 'MISSED'}")
    return 0 if all(holds for *_, holds in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
