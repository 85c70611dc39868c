"""How well a search finds what people mean: the place of the meant answer, over phrasings written beforehand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lianban.core.search.index import Index


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What somebody typed. wants: keys of which one is meant. held_out: never used to adjust anything."""

    ask: str
    wants: frozenset[str]
    held_out: bool


def phrasings_in(written: Mapping[str, Sequence[Mapping[str, object]]]) -> tuple[Phrasing, ...]:
    """Return phrasings written in groups; within each group every second one is held out."""
    return tuple(
        Phrasing(str(each["ask"]), _keys(each["wants"]), place % 2 == 1)
        for group in written.values()
        for place, each in enumerate(group)
    )


def rank(index: Index, phrasing: Phrasing) -> int:
    """Return the place of the first hit that is meant, 1 for the first, 0 when there is none among ten."""
    keys = [hit.key for hit in index.search(phrasing.ask, 10)]
    return next((place for place, key in enumerate(keys, 1) if key in phrasing.wants), 0)


def share(ranks: Iterable[int], within: int) -> float:
    """Return the share of ranks from 1 to `within`."""
    found = [0 < each <= within for each in ranks]
    return sum(found) / len(found) if found else 0.0


def _keys(wants: object) -> frozenset[str]:
    return frozenset(map(str, wants)) if isinstance(wants, list) else frozenset({str(wants)})
