"""The quality rules over a catalogue too large to hold: an item file is read, checked and dropped.

Vocabulary and chains are kept, with the items that chains name; of every other item only its key, its name and its
place, a few hundred bytes. The findings are those of `checking.check`, in the order of the files instead of by level;
what a remedy would change is told for the item alone, as its chains are not compiled anew for each.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from lianban.adapters.catalogue_files.catalogue import Position, nearest
from lianban.adapters.catalogue_files.checking import check_whole_chain
from lianban.adapters.catalogue_files.reading import FolderReader, given_twice
from lianban.core.chains.model import Chain
from lianban.core.guidance.gains import Gain, item_gain
from lianban.core.items.alike import Alike, Face, face_of
from lianban.core.items.model import ServiceItem
from lianban.core.items.quality import check_item
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Vocabulary

_AT_ONCE = 100
"""How many files a worker is given at a time."""

_AHEAD = 3
"""How many such batches each worker may be ahead of what was taken, so that results do not pile up."""


class Placed(NamedTuple):
    """A finding, where it is written, and what its remedy would change."""

    finding: Finding
    position: Position | None
    gains: tuple[Gain, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stays of an item file. face: what others are compared with, when the definition is sound.

    place: where it is written, None when it could not be read. spots: where twins are told. item, positions: only of
    items that chains name.
    """

    key: str
    placed: tuple[Placed, ...]
    place: Position | None = None
    face: Face | None = None
    spots: Mapping[str, Position] = field(default_factory=dict)
    item: ServiceItem | None = None
    positions: Mapping[str, Position] = field(default_factory=dict)


_Check = Callable[[Iterable[str]], list[_Seen]]


class CatalogueStream:
    """A folder whose items are looked at one by one.

    files: how many item files there are. taken: how many have been looked at. items: how many of them are sound.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        reader = FolderReader(folder)
        self._vocabulary = reader.vocabulary()
        self.chains = reader.definitions("chains/*.yaml", "chains", Chain)
        self._positions = reader.positions
        self._head = reader.findings
        self._members: dict[str, ServiceItem] = {}
        self.files = item_files(folder)
        self.taken = 0
        self.items = 0

    @property
    def held(self) -> frozenset[str]:
        """The items that are kept whole, because chains name them."""
        return frozenset(self._members)

    def findings(self, workers: int = 1) -> Iterator[tuple[Placed, ...]]:
        """Yield what is wrong, one tuple per definition: vocabulary and chains as read, items, then chains as checked.

        workers: processes that read and check; results come in the same order whatever their number.
        """
        yield self._place(self._head)
        named = frozenset(member.item for chain in self.chains.values() for member in chain.members)
        check = partial(check_files, self._folder, self._vocabulary, named)
        alike, places = Alike(), dict[str, Position]()
        for seen in _all(check, _batches(_listed(self._folder)), workers):
            self.taken += 1
            yield self._taken(seen, alike, places)
        told = [
            finding
            for chain in self.chains.values()
            for finding in check_whole_chain(chain, self._members, self._vocabulary)
        ]
        yield self._place(dict.fromkeys(told))

    def _taken(self, seen: _Seen, alike: Alike, places: dict[str, Position]) -> tuple[Placed, ...]:
        if first := places.get(seen.key):
            unread = [each for each in seen.placed if each.finding.rule == "unreadable"]
            return (*unread, Placed(given_twice(f"items/{seen.key}", first), first))
        if seen.place:
            places[seen.key] = seen.place
        if seen.item:
            self._members[seen.key] = seen.item
            self._positions |= seen.positions
        if seen.face is None:
            return seen.placed
        self.items += 1
        return (*seen.placed, *(Placed(each, nearest(seen.spots, each.where)) for each in alike.twins(seen.face)))

    def _place(self, findings: Iterable[Finding]) -> tuple[Placed, ...]:
        return tuple(Placed(each, nearest(self._positions, each.where)) for each in findings)


def item_files(folder: Path) -> int:
    """Return how many item files a catalogue has, without reading one."""
    return sum(1 for _ in _listed(folder))


def check_files(folder: Path, vocabulary: Vocabulary, named: frozenset[str], files: Iterable[str]) -> list[_Seen]:
    """Read and check item files. named: the items that chains name, which are handed back whole."""
    return [_checked(FolderReader(folder), file, vocabulary, named) for file in files]


def _checked(reader: FolderReader, file: str, vocabulary: Vocabulary, named: frozenset[str]) -> _Seen:
    item = reader.definition(file, "items", ServiceItem)
    found = [*reader.findings, *(check_item(item, vocabulary) if item else ())]
    key = Path(file).stem
    kept = item is not None and key in named
    return _Seen(
        key=key,
        placed=tuple(_placed(each, reader.positions, item) for each in dict.fromkeys(found)),
        place=reader.positions.get(f"items/{key}"),
        face=face_of(item) if item else None,
        spots={each: reader.positions[each] for each in _spots(key) if each in reader.positions},
        item=item if kept else None,
        positions=reader.positions if kept else {},
    )


def _placed(finding: Finding, positions: Mapping[str, Position], item: ServiceItem | None) -> Placed:
    return Placed(finding, nearest(positions, finding.where), item_gain(finding, item) if item else ())


def _spots(key: str) -> tuple[str, ...]:
    return (f"items/{key}", f"items/{key}/name", f"items/{key}/level")


def _listed(folder: Path) -> Iterator[str]:
    """Yield the item files in order, relative to the folder, holding the names of one authority at a time."""
    for authority in _names(folder / "items"):
        yield from (
            f"items/{authority}/{name}" for name in _names(folder / "items" / authority) if name.endswith(".yaml")
        )


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries)


def _batches(files: Iterator[str]) -> Iterator[tuple[str, ...]]:
    while batch := tuple(islice(files, _AT_ONCE)):
        yield batch


def _all(check: _Check, batches: Iterator[tuple[str, ...]], workers: int) -> Iterator[_Seen]:
    if workers <= 1:
        for batch in batches:
            for file in batch:
                yield from check((file,))
        return
    with ProcessPoolExecutor(workers) as pool:
        ahead: deque[Future[list[_Seen]]] = deque()
        for batch in batches:
            ahead.append(pool.submit(check, batch))
            if len(ahead) >= workers * _AHEAD:
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()
