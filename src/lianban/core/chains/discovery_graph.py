"""How items of a catalogue belong together: what they ask alike, and whose result is whose material.

Chains are not looked at. A trait that few items have says more than one that many have, so each weighs the logarithm
of its rarity (inverse document frequency); two items are as near as the cosine of their traits, sort by sort.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import Vocabulary

_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_CHINESE = re.compile(r"[一-鿿]+")

NEIGHBOURS = 10
"""How many nearest items an item keeps; an item may be kept by more."""

COMMON = 200
"""A trait of more items than this relates nobody: it would cost the square of their number and say almost nothing."""


class Sort(StrEnum):
    """What kind of thing two items have in common."""

    RESULT = "result"
    ELEMENT = "element"
    ROLE = "role"
    DOCUMENT = "document"
    WORD = "word"


_WEIGHTS = {Sort.ELEMENT: 1.0, Sort.ROLE: 1.0, Sort.DOCUMENT: 1.0, Sort.WORD: 1.0}
_RESULT_WEIGHT = 1.0
_SERVED_WEIGHT = 0.5
"""Whether an item serves people or enterprises has two values only: half as much as a sort of traits."""

Trait = tuple[Sort, str]
Near = Mapping[str, Mapping[str, float]]
"""Item → its neighbours, each with how near it is; symmetric."""


@dataclass(frozen=True, slots=True)
class Passed:
    """An item's result that another item asks for. kind: the material kind. rarity: 0 (everybody asks) to 1."""

    before: str
    after: str
    kind: str
    rarity: float


class Relations:
    """Everything that relates the items of one catalogue.

    traits: item → what it has. rarity: trait → its weight. near: the graph. makers: material kind → the items that
    bring it into being; an item that asks for the very kind it yields only renews it and is none of them.
    """

    def __init__(self, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> None:
        self.keys = tuple(sorted(items))
        self.traits = {key: frozenset(_traits(items[key], vocabulary)) for key in self.keys}
        self.holders = _holders(self.traits)
        self.rarity = {trait: math.log(len(self.keys) / len(having)) for trait, having in self.holders.items()}
        self.asks = {key: tuple(dict.fromkeys(m.kind for m in items[key].materials if m.kind)) for key in self.keys}
        self.makers = self._makers(items)
        self.passed = tuple(self._passed())
        self.near = _nearest(self._nearness(items))

    def _makers(self, items: Mapping[str, ServiceItem]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in self.keys:
            for kind in dict.fromkeys(result.kind_key for result in items[key].results if result.kind_key):
                if kind not in self.asks[key]:
                    found[kind].append(key)
        return {kind: tuple(makers) for kind, makers in found.items()}

    def _passed(self) -> Iterator[Passed]:
        asking: dict[str, list[str]] = defaultdict(list)
        for key in self.keys:
            for kind in self.asks[key]:
                asking[kind].append(key)
        for kind, makers in self.makers.items():
            rarity = _share_of_log(len(self.keys), len(asking[kind]))
            for before in makers:
                yield from (Passed(before, after, kind, rarity) for after in asking[kind] if after != before)

    def _nearness(self, items: Mapping[str, ServiceItem]) -> dict[tuple[str, str], float]:
        pairs: dict[tuple[str, str], float] = defaultdict(float)
        lengths = {key: self._lengths(key) for key in self.keys}
        for trait, having in self.holders.items():
            if 1 < len(having) <= COMMON:
                sort, weight = trait[0], self.rarity[trait] ** 2
                for one, other in combinations(having, 2):
                    length = lengths[one][sort] * lengths[other][sort]
                    pairs[one, other] += _WEIGHTS[sort] * weight / length if length else 0.0
        for each in self.passed:
            one, other = sorted((each.before, each.after))
            pairs[one, other] += _RESULT_WEIGHT * each.rarity
        for one, other in pairs:
            if items[one].service_object == items[other].service_object:
                pairs[one, other] += _SERVED_WEIGHT
        return pairs

    def _lengths(self, key: str) -> dict[Sort, float]:
        squares = dict.fromkeys(_WEIGHTS, 0.0)
        for trait in sorted(self.traits[key]):
            if len(self.holders[trait]) > 1:
                squares[trait[0]] += self.rarity[trait] ** 2
        return {sort: math.sqrt(square) for sort, square in squares.items()}


def _traits(item: ServiceItem, vocabulary: Vocabulary) -> Iterator[Trait]:
    for field in item.fields:
        if field.element:
            yield Sort.ELEMENT, field.element
            yield Sort.ROLE, field.element.partition(".")[0]
    for material in item.materials:
        kind = vocabulary.kinds.get(material.kind)
        if material.kind and not (kind and kind.specific):
            yield Sort.DOCUMENT, material.kind
    yield from ((Sort.WORD, word) for word in words_of(item.name))


def words_of(name: str) -> set[str]:
    """Return the pairs of neighbouring Chinese characters of a name, without what stands in brackets."""
    plain = _BRACKETED.sub(" ", name)
    return {one + other for run in _CHINESE.findall(plain) for one, other in pairwise(run)}


def _holders(traits: Mapping[str, Iterable[Trait]]) -> dict[Trait, tuple[str, ...]]:
    found: dict[Trait, list[str]] = defaultdict(list)
    for key in traits:
        for trait in sorted(traits[key]):
            found[trait].append(key)
    return {trait: tuple(keys) for trait, keys in sorted(found.items())}


def _share_of_log(every: int, having: int) -> float:
    return math.log(every / having) / math.log(every) if every > 1 and having else 0.0


def _nearest(pairs: Mapping[tuple[str, str], float]) -> Near:
    """Keep, for each item, its nearest neighbours, and whoever keeps it as one."""
    every: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), near in pairs.items():
        if near > 0:
            every[one].append((-near, other))
            every[other].append((-near, one))
    kept: dict[str, dict[str, float]] = {key: {} for key in sorted(every)}
    for key, ties in kept.items():
        for far, other in sorted(every[key])[:NEIGHBOURS]:
            ties[other] = kept[other][key] = -far
    return kept
