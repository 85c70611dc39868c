"""Groups around one item of a weighted graph: interest spreads from it, and the set that leaks least is cut out.

Personalised PageRank by pushing, and the sweep cut over it: Andersen, Chung, Lang, "Local Graph Partitioning using
PageRank Vectors" (FOCS 2006). Both touch only the item's surroundings, whatever the size of the catalogue.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Near = Mapping[str, Mapping[str, float]]

_RETURN = 0.15
"""How often the walk returns to where it began."""

_REST = 1e-4
"""What may be left unspread on an item, per unit of its degree."""


@dataclass(frozen=True, slots=True)
class Group:
    """members: nearest to the seed first. leak: the share of their ties that leads outside (conductance), 0 to 1."""

    members: tuple[str, ...]
    leak: float


class Surroundings:
    """A graph with the degrees of its items. near: item → neighbours with positive weights; symmetric."""

    def __init__(self, near: Near) -> None:
        self._near = near
        self.degree = {key: sum(ties.values()) for key, ties in near.items()}
        self._volume = sum(self.degree.values())

    def spread(self, seed: str) -> dict[str, float]:
        """Return how much of the interest in the seed ends on each item around it."""
        found: dict[str, float] = {}
        left = {seed: 1.0}
        waiting = deque([seed] if self.degree.get(seed) else [])
        while waiting:
            at = waiting.popleft()
            found[at] = found.get(at, 0.0) + _RETURN * left[at]
            passed, left[at] = (1 - _RETURN) * left[at] / self.degree[at], 0.0
            for other, tie in self._near[at].items():
                limit = _REST * self.degree[other]
                before = left.get(other, 0.0)
                left[other] = before + passed * tie
                if before < limit <= left[other]:
                    waiting.append(other)
        return found

    def group(self, interest: Mapping[str, float], fewest: int, most: int) -> Group | None:
        """Return the best cut among the items of most interest per tie; None when fewer than `fewest` are reached."""
        order = sorted(interest, key=lambda key: (-interest[key] / self.degree[key], key))[:most]
        leaks = self._leaks(order)
        sizes = range(fewest, len(order) + 1)
        if not sizes:
            return None
        best = min(sizes, key=lambda size: (leaks[size - 1], size))
        return Group(tuple(order[:best]), leaks[best - 1])

    def _leaks(self, order: Sequence[str]) -> list[float]:
        inside: set[str] = set()
        cut = volume = 0.0
        leaks = []
        for key in order:
            inner = sum(tie for other, tie in self._near[key].items() if other in inside)
            cut += self.degree[key] - 2 * inner
            volume += self.degree[key]
            inside.add(key)
            rest = min(volume, self._volume - volume)
            leaks.append(cut / rest if rest > 1e-9 else 0.0)
        return leaks
