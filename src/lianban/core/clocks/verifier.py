"""Check clock certificates day by day, from holiday notices alone; check_clock.py of an unpacked evidence package."""

import hashlib
import json
import sys
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

ONE = timedelta(days=1)
FIXED = {"01-01", "05-01", "05-02", "10-01", "10-02", "10-03"}
Json = Mapping[str, Any]


class ClockObjection(NamedTuple):
    """What does not hold in a certificate. code: stable; words: in Chinese."""

    code: str
    words: str


class _Calendar:
    def __init__(self, notices: Iterable[Json], made: Json) -> None:
        places = ("", *(made["place"][:length].ljust(6, "0") for length in (2, 4, 6) if made["place"]))
        dated = ({**n, "known": n["announced_on"] or f"{n['year']:04}-01-01"} for n in notices if n["place"] in places)
        chosen = (n for n in dated if n["known"] <= (made["known_on"] or "9"))
        self.notices = sorted(chosen, key=lambda n: (n["known"], n["place"] > "", not n["whole_year"], n["number"]))
        self.provisional_from = made["provisional_from"]
        self.named, self.marks = dict[str, bool](), list[object]()
        for n in self.notices:  # the last that names a day decides
            self.named |= dict.fromkeys(n["days_off"], False) | dict.fromkeys(n["days_of_work"], True)
            days = [sorted(n[key].items()) for key in ("days_off", "days_of_work")]
            self.marks.append([n["number"] or f"《{n['title']}》", n["known"], n["place"], *days])

    def works(self, day: date | str) -> bool:
        fixed = str(day) >= self.provisional_from and str(day)[5:] in FIXED
        return self.named.get(str(day), date.fromisoformat(str(day)).isoweekday() < 6 and not fixed)

    def roll(self, day: date) -> date:
        return day if self.works(day) else self.roll(day + ONE)


def verify_clock(made: Json, notices: Iterable[Json]) -> tuple[ClockObjection, ...]:
    """Return every objection to a certificate; an empty tuple means that each due date follows from the notices."""
    calendar = _Calendar(notices, made)
    return *_formal(made, calendar), *(each for told in made["limits"] for each in _limit(made, told, calendar))


def _formal(made: Json, calendar: _Calendar) -> Iterator[ClockObjection]:
    if made["seal"] != _digest({key: value for key, value in made.items() if key != "seal"}):
        yield ClockObjection("SEAL", "证明内容与其摘要不符")
    named = _digest([calendar.marks, made["place"], made["covers"]])[:16]
    if made["calendar"] != f"cn{made['place']}-{made['covers']}-{named}":
        yield ClockObjection("CALENDAR", "所依据的工作日历与载入的通知不符")
    opened = max((n["year"] for n in calendar.notices if n["whole_year"] and not n["place"]), default=0)
    if made["provisional_from"] != date(opened + 1, 1, 1).isoformat():
        yield ClockObjection("PROVISIONAL", "暂定起始日与已公布的通知不符")
    if {each["name"] for each in made["limits"]} != {n for n in ("statutory", "promised") if made["clock"][n]}:
        yield ClockObjection("LIMITS", "列明的期限与时钟不符")
    for stop in made["clock"]["stops"]:
        if not stop["notice"] or stop["told_on"] > stop["stopped_on"]:
            yield ClockObjection("NOTICE", f"{stop['stopped_on']}停表前未书面告知")


def _limit(made: Json, told: Json, calendar: _Calendar) -> Iterator[ClockObjection]:
    name, said, days, start = told["name"], told["due"], told["days"], date.fromisoformat(made["clock"]["started_on"])
    if told["limit"] != made["clock"][name]:
        yield ClockObjection("LIMITS", f"{name}：期限与时钟不符")
    numbers, due = _walk(made, told["limit"], start, calendar)
    if due.isoformat() != said["on"]:
        yield ClockObjection("DUE", f"{name}：应于{due}届满，证明写的是{said['on']}")
    if said["provisional"] != (said["on"] >= calendar.provisional_from):
        yield ClockObjection("PROVISIONAL", f"{name}：是否暂定标注有误")
    span = [start + ONE * n for n in range((due - start).days + 1)]
    if [(d["on"], d["number"]) for d in days] != [(str(day), numbers.get(day, 0)) for day in span]:
        yield ClockObjection("DAYS", f"{name}：逐日清单与通知不符")
    if [d["kind"] in ("weekday", "make_up") for d in days] != [calendar.works(d["on"]) for d in days]:
        yield ClockObjection("KIND", f"{name}：某日是否工作日与通知不符")


def _walk(made: Json, limit: Json, start: date, calendar: _Calendar) -> tuple[dict[date, int], date]:
    day, unit, numbers, added = start, limit["unit"], dict[date, int](), made["clock"]["extension"]
    ends = [(s["stopped_on"], s["resumed_on"] or max(made["as_of"], s["stopped_on"])) for s in made["clock"]["stops"]]
    stops, target = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in ends], _target(limit, "0", start)
    while True:
        while len(numbers) < target:
            day += ONE
            if not any(a < day <= b for a, b in stops) and (unit != "working_day" or calendar.works(day)):
                numbers[day] = len(numbers) + 1
        last = calendar.roll(day)
        while later := [b for a, b in stops if a <= last < b]:
            last = calendar.roll(max(later))
        if not added or added["added"]["unit"] != unit or added["granted_on"] > str(last):
            return numbers, last
        target, added = _target(limit, added["added"]["length"], start), None


def _target(limit: Json, longer: str, start: date) -> int:
    length = ceil(Decimal(limit["length"]) + Decimal(longer))
    months = {"month": 1, "year": 12}.get(limit["unit"], 0) * length
    if not months:
        return -(-length // 24) if limit["unit"] == "hour" else length
    year, month = start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1
    return (date(year, month, min(start.day, monthrange(year, month)[1])) - start).days


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    case = json.loads(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("case.json")).read_bytes())
    told = [(made["subject"], *each) for made in case["clocks"] for each in verify_clock(made, case["notices"])]
    sys.stdout.write("".join(f"{' '.join(each)}\n" for each in told or [("时限证明成立", "clocks", "hold")]))
    sys.exit(len(told) > 0)
