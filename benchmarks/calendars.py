"""How long a due date takes, against chinesecalendar and workalendar in the same run.

Run: python benchmarks/calendars.py [--rounds N]. Prints microseconds per due date, ratios to ours, and whether the
limit of 2 microseconds holds. All answer the same question, the twentieth working day after a day of 2023, the last
year workalendar's China covers; how often an answer differs from chinesecalendar's is printed too.
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from chinese_calendar import is_workday
from workalendar.asia import China

from lianban.adapters.calendar_files import read_calendar
from lianban.core.clocks.due import due_on
from lianban.core.clocks.limits import TimeLimit

LIMIT_US = 2.0
STARTS = [date(2023, 1, 2) + timedelta(days=n) for n in range(300)]
TWENTY = TimeLimit(length=Decimal(20))

Question = Callable[[date], date]


def peers() -> dict[str, Question]:
    """Return our due date and the peers' by name; ours first."""
    ours, workalendar = read_calendar(), China()
    return {
        "lianban": lambda start: due_on(TWENTY, start, ours).on,
        "chinesecalendar": _twentieth_workday,
        "workalendar": lambda start: workalendar.add_working_days(start, 20),
    }


def _twentieth_workday(start: date) -> date:
    day, left = start, 20
    while left:
        day += timedelta(days=1)
        left -= is_workday(day)
    return day


def microseconds(question: Question, rounds: int) -> float:
    """Return the best of three times for one due date, in microseconds."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        for _ in range(rounds):
            for start in STARTS:
                question(start)
        best = min(best, time.perf_counter() - began)
    return best / rounds / len(STARTS) * 1e6


def main() -> int:
    """Print the table; return 1 when ours is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100, help="rounds over 300 starting days for ours")
    rounds = parser.parse_args().rounds
    asked = peers()
    truth = [asked["chinesecalendar"](start) for start in STARTS]
    times = {name: microseconds(question, rounds if name == "lianban" else 1) for name, question in asked.items()}
    for name, question in asked.items():
        wrong = sum(question(start) != right for start, right in zip(STARTS, truth, strict=True))
        print(f"{name:16} {times[name]:9.2f} us  x{times[name] / times['lianban']:<8.1f} other answers: {wrong}/300")
    holds = times["lianban"] <= LIMIT_US
    print(f"limit {LIMIT_US} us per due date: {'holds' if holds else 'broken'}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
