"""The phrasings, in the half that rules may be adjusted on and the half that only measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from lianban.core.search import Index

FILE = Path(__file__).with_name("phrasings.yaml")


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What somebody typed. wants: keys of which one is meant. held_out: never used to adjust anything."""

    ask: str
    wants: frozenset[str]
    held_out: bool


def phrasings() -> tuple[Phrasing, ...]:
    """Return every phrasing; within each chain every second one is held out."""
    written = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Phrasing(str(each["ask"]), frozenset(each["wants"]), place % 2 == 1)
        for group in written.values()
        for place, each in enumerate(group)
    )


def rank(index: Index, phrasing: Phrasing, limit: int = 10) -> int:
    """Return the place of the first hit that is meant, 1 for the first, 0 when there is none."""
    keys = [hit.key for hit in index.search(phrasing.ask, limit)]
    return next((place for place, key in enumerate(keys, 1) if key in phrasing.wants), 0)


def share(ranks: Iterable[int], within: int) -> float:
    """Return the share of ranks from 1 to `within`."""
    found = [0 < each <= within for each in ranks]
    return sum(found) / len(found)
