"""How good proposals are, against names whose keys are known: pairs that should be one and are, or are not."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from lianban.core.kernel.value import Value
from lianban.core.vocabulary.matching.proposing import Proposal


class Pairs(Value):
    """Pairs of names: rightly merged, wrongly merged, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of merged pairs that are the same; 1 when nothing was merged."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs that are the same and were merged; 1 when none are."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __add__(self, other: "Pairs") -> "Pairs":
        """Add up counts (micro-average)."""
        return Pairs(right=self.right + other.right, wrong=self.wrong + other.wrong, missed=self.missed + other.missed)


def pairs_of(proposals: Iterable[Proposal]) -> Pairs:
    """Count over all pairs of the proposals given; every one must know its key."""
    right = wrong = missed = 0
    for one, other in combinations(proposals, 2):
        merged, same = one.id == other.id, one.asked.key == other.asked.key
        right += merged and same
        wrong += merged and not same
        missed += same and not merged
    return Pairs(right=right, wrong=wrong, missed=missed)


def wrong_merges(proposals: Iterable[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Yield the pairs that were merged and are not the same."""
    for one, other in combinations(proposals, 2):
        if one.id == other.id and one.asked.key != other.asked.key:
            yield one, other


def missed_merges(proposals: Iterable[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Yield the pairs that are the same and were not merged."""
    for one, other in combinations(proposals, 2):
        if one.id != other.id and one.asked.key == other.asked.key:
            yield one, other
