"""Orders among items: rings, what may follow what, and which arrows say nothing new."""

from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


class Order:
    """A relation `before → after` over keys. keys: in the order in which ties are broken."""

    def __init__(self, keys: Sequence[str], pairs: Iterable[Pair]) -> None:
        self._number = {key: number for number, key in enumerate(keys)}
        self.keys = tuple(keys)
        self.after: dict[str, list[str]] = {key: [] for key in keys}
        for before, after in sorted(set(pairs), key=lambda pair: (self._number[pair[0]], self._number[pair[1]])):
            self.after[before].append(after)
        self.sequence = self._sorted()
        self._reach: dict[str, int] | None = None

    def _sorted(self) -> tuple[str, ...]:
        waiting = dict.fromkeys(self.keys, 0)
        for followers in self.after.values():
            for key in followers:
                waiting[key] += 1
        ready = [key for key in self.keys if not waiting[key]]
        for key in ready:
            for follower in self.after[key]:
                waiting[follower] -= 1
                if not waiting[follower]:
                    ready.append(follower)
        return tuple(ready)

    def ring(self) -> tuple[str, ...]:
        """Return items that wait for one another, in order; nothing when the order is sound."""
        stuck = [key for key in self.keys if key not in set(self.sequence)]
        if not stuck:
            return ()
        before = {after: key for key in reversed(stuck) for after in self.after[key]}
        path, at = [], stuck[0]
        while at not in path:
            path.append(at)
            at = before[at]
        ring = path[path.index(at) :][::-1]
        start = min(range(len(ring)), key=lambda number: self._number[ring[number]])
        return (*ring[start:], *ring[:start])

    def reaches(self, before: str, after: str) -> bool:
        """Return whether `after` follows `before`, directly or through others. The order must have no ring."""
        return bool(self.reach[before] >> self._number[after] & 1)

    @property
    def reach(self) -> Mapping[str, int]:
        """For each key, the keys that follow it, as bits by their number."""
        if self._reach is None:
            self._reach = {}
            for key in reversed(self.sequence):
                bits = 0
                for follower in self.after[key]:
                    bits |= self._reach[follower] | 1 << self._number[follower]
                self._reach[key] = bits
        return self._reach

    def shown(self) -> list[Pair]:
        """Return the arrows that are not already said by others (transitive reduction)."""
        place = {key: number for number, key in enumerate(self.sequence)}
        kept: list[Pair] = []
        for key in self.sequence:
            covered = 0
            for follower in sorted(self.after[key], key=place.__getitem__):
                if not covered >> self._number[follower] & 1:
                    kept.append((key, follower))
                covered |= self.reach[follower]
        return kept
