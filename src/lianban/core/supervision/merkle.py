"""A Merkle tree over the record of a day, as RFC 6962 builds it: a leaf is never mistaken for a node."""

import hashlib
from collections.abc import Iterable, Sequence


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over its two halves."""
    return hashlib.sha256(b"\1" + left + right).digest()


def tree_root(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaves in their order, keeping one hash a level; of none, the SHA-256 of nothing."""
    stack: list[tuple[int, bytes]] = []
    for leaf in leaves:
        size, node = 1, leaf_hash(leaf)
        while stack and stack[-1][0] == size:
            _, left = stack.pop()
            size, node = 2 * size, node_hash(left, node)
        stack.append((size, node))
    if not stack:
        return hashlib.sha256().digest()
    _, root = stack.pop()
    while stack:
        _, left = stack.pop()
        root = node_hash(left, root)
    return root


class Tree:
    """A whole tree in memory, to take inclusion proofs from."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.size = len(leaves)
        self._levels = [[leaf_hash(leaf) for leaf in leaves]]
        while len(self._levels[-1]) > 1:
            self._levels.append(_above(self._levels[-1]))

    def path(self, index: int) -> tuple[bytes, ...]:
        """Return the neighbours from a leaf up to the root. index: 0 for the first. Raises IndexError."""
        if not 0 <= index < self.size:
            raise IndexError(index)
        found = []
        for level in self._levels:
            if (index ^ 1) < len(level):
                found.append(level[index ^ 1])
            index //= 2
        return tuple(found)


def _above(level: Sequence[bytes]) -> list[bytes]:
    paired = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
    return paired + list(level[len(paired) * 2 :])
