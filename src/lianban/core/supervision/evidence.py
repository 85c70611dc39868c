"""Reads an evidence package without anything else of ours: only the standard library and the rules written here.

The file stands alone: copied to any machine with Python 3.11, `python evidence.py PACKAGE` checks the records.
An event's digest is the SHA-256 of its canonical JSON (keys sorted, no spaces, UTF-8 unescaped, moments in ISO 8601
with their offset) without the digest itself; it names the digest of the event before it, 64 zeros for the first.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

FORMAT = "lianban-evidence/1"
GENESIS = "0" * 64
MOMENTS = ("effective_at", "recorded_at")


class Doubt(NamedTuple):
    """What does not hold. number: the proceeding. seq: the event, 0 for the whole. words: in Chinese."""

    number: str
    seq: int
    words: str


def doubts(package: Mapping[str, Any]) -> tuple[Doubt, ...]:
    """Return everything in a package that does not hold; an empty tuple when it is whole."""
    return tuple(_doubts(package))


def count_events(package: Mapping[str, Any]) -> int:
    """Return how many events the package tells."""
    return sum(len(each["events"]) for each in package.get("proceedings", ()))


def _doubts(package: Mapping[str, Any]) -> Iterator[Doubt]:
    case = str(package.get("case", ""))
    if package.get("format") != FORMAT:
        yield Doubt(case, 0, "不是本格式的证据包")
        return
    if package.get("seal") != _digest({key: value for key, value in package.items() if key != "seal"}):
        yield Doubt(case, 0, "证据包的内容与其摘要不符")
    for proceeding in package["proceedings"]:
        yield from _record(proceeding)
    yield from _papers(package)
    yield from _clocks(package)


def _record(proceeding: Mapping[str, Any]) -> Iterator[Doubt]:
    number, previous = proceeding["number"], GENESIS
    for seq, event in enumerate(proceeding["events"], 1):
        content = {key: value for key, value in event.items() if key != "digest"}
        moments = {key: datetime.fromisoformat(content[key]).isoformat() for key in MOMENTS}
        if event["proceeding"] != proceeding["id"]:
            yield Doubt(number, seq, "这条记录属于另一个办件")
        if event["seq"] != seq:
            yield Doubt(number, seq, f"序号应为{seq}，记录写的是{event['seq']}")
        if event["previous"] != previous:
            yield Doubt(number, seq, "与前一条记录不相连")
        if _digest({**content, **moments}) != event["digest"]:
            yield Doubt(number, seq, "内容被改动")
        previous = event["digest"]
    if (len(proceeding["events"]), previous) != (proceeding["version"], proceeding["head"]):
        yield Doubt(number, len(proceeding["events"]), "记录的末尾与办件登记的不符")


def _papers(package: Mapping[str, Any]) -> Iterator[Doubt]:
    """Every document that an event names is listed with the digest that the event knows."""
    listed = {each["number"]: each["digest"] for each in package["documents"]}
    for proceeding in package["proceedings"]:
        for event in proceeding["events"]:
            paper = event["payload"].get("document")
            if not isinstance(paper, dict):
                continue
            if paper["number"] not in listed:
                yield Doubt(proceeding["number"], event["seq"], f"缺少文书{paper['number']}")
            elif paper.get("digest") and paper["digest"] != listed[paper["number"]]:
                yield Doubt(proceeding["number"], event["seq"], f"文书{paper['number']}的内容摘要与记录不符")


def _clocks(package: Mapping[str, Any]) -> Iterator[Doubt]:
    """Every clock starts on the day that the record says."""
    started = {
        proceeding["number"]: {event["payload"].get("started_on"), event["payload"].get("accepted_on")}
        for proceeding in package["proceedings"]
        for event in proceeding["events"]
        if event["kind"] == "accepted"
    }
    for clock in package["clocks"]:
        if clock["clock"]["started_on"] not in started.get(clock["subject"], ()):
            yield Doubt(clock["subject"], 0, "计时的起算日与记录不符")


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        read = json.load(file)
    found = doubts(read)
    lines = [f"{each.number} #{each.seq}: {each.words}" for each in found] or [f"成立，共 {count_events(read)} 条记录"]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(1 if found else 0)
