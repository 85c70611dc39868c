"""How much of what is already known a discovery found by itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """The proposal nearest to a known chain.

    chain: its key. rank: the proposal's, 1 for the first; 0 when there is none. f1: the harmonic mean of the share of
    the chain that was found and the share of the proposal that is right, 0 to 1. missed, extra: items, in order of key.
    """

    chain: str
    rank: int
    f1: float
    jaccard: float
    missed: tuple[str, ...]
    extra: tuple[str, ...]


def best_matches(known: Mapping[str, Collection[str]], proposed: Sequence[Collection[str]]) -> tuple[Match, ...]:
    """Return, for each known chain in order of key, its nearest proposal (by F1, then by rank).

    known: chain → its items. proposed: the items of each proposal, best first.
    """
    return tuple(_best(key, set(known[key]), proposed) for key in sorted(known))


def _best(chain: str, items: set[str], proposed: Sequence[Collection[str]]) -> Match:
    matches = [_match(chain, items, rank, set(found)) for rank, found in enumerate(proposed, start=1)]
    return max(matches, key=lambda match: (match.f1, -match.rank), default=_match(chain, items, 0, set()))


def _match(chain: str, items: set[str], rank: int, found: set[str]) -> Match:
    both, every = len(items & found), len(items | found)
    return Match(
        chain=chain,
        rank=rank,
        f1=2 * both / (len(items) + len(found)) if every else 0.0,
        jaccard=both / every if every else 0.0,
        missed=tuple(sorted(items - found)),
        extra=tuple(sorted(found - items)),
    )
