"""The inverted index: term → which entries have it, and how strongly."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from heapq import nlargest
from math import log

BUDGET = 30_000
"""How many postings open new candidates; commoner terms only re-rank those that rarer terms found."""


class Postings:
    """Entries are numbers from 0, added in rising order."""

    def __init__(self) -> None:
        self._lists: dict[str, tuple[array[int], array[float]]] = {}
        self._count = 0

    def __contains__(self, term: str) -> bool:
        return term in self._lists

    def add(self, strengths: Mapping[str, float]) -> None:
        """Add the next entry with its terms."""
        lists, number = self._lists, self._count
        for term, strength in strengths.items():
            found = lists.get(term)
            if found is None:
                found = lists[term] = (array("I"), array("f"))
            found[0].append(number)
            found[1].append(strength)
        self._count += 1

    def rarity(self, term: str) -> float:
        """Return how much a term distinguishes: about 0 when every entry has it."""
        holders = len(self._lists[term][0]) if term in self._lists else 0
        return log(1 + (self._count - holders + 0.5) / (holders + 0.5))

    def candidates(self, weights: Mapping[str, float], limit: int) -> list[int]:
        """Return the most promising entries by their rarer terms, best first.

        Lists are opened from the rarest term on until BUDGET postings were read ("quit and continue"); `strength` then
        gives the exact figure for the few that are left.
        """
        scores: dict[int, float] = {}
        read = 0
        for term in sorted(weights, key=lambda each: len(self._lists[each][0])):
            numbers, strengths = self._lists[term]
            if scores and read + len(numbers) > BUDGET:
                break
            read += len(numbers)
            factor = weights[term] * self.rarity(term)
            for number, strength in zip(numbers, strengths, strict=True):
                scores[number] = scores.get(number, 0.0) + factor * strength
        return nlargest(limit, scores, key=scores.__getitem__)

    def strength(self, term: str, number: int) -> float:
        """Return how strongly an entry has a term, 0 when it does not."""
        numbers, strengths = self._lists[term]
        place = bisect_left(numbers, number)
        return strengths[place] if place < len(numbers) and numbers[place] == number else 0.0

    def size(self) -> int:
        """Return how many bytes the lists take."""
        return sum(len(each) * each.itemsize for pair in self._lists.values() for each in pair)

    @property
    def terms(self) -> Iterable[str]:
        """Every term."""
        return self._lists.keys()
