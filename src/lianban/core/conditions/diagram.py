"""Decision diagrams: every Boolean function over variables of finitely many classes has exactly one node.

Two functions are equal if and only if their nodes are the same number. Source of the idea: R. E. Bryant, "Graph-based
algorithms for Boolean function manipulation" (1986), with as many branches per node as its variable has classes.
"""

from collections.abc import Sequence
from fractions import Fraction

from lianban.core.kernel.errors import DomainError

FALSE, TRUE = 0, 1


class DiagramTooLarge(DomainError):
    """A function needs more nodes than the stated bound."""

    code = "DIAGRAM_TOO_LARGE"

    def __init__(self, limit: int) -> None:
        super().__init__(f"条件组合过于复杂（超过 {limit} 个判定节点）。请拆分条件后再试。", limit=limit)


class Diagrams:
    """All nodes over one order of variables.

    sizes: how many classes each variable has, first variable on top. limit: most nodes ever made; making more raises
    DiagramTooLarge. Node 0 is false, node 1 is true.
    """

    def __init__(self, sizes: Sequence[int], limit: int = 200_000) -> None:
        self.sizes = tuple(sizes)
        self._limit = limit
        bottom = len(self.sizes)
        self._variable = [bottom, bottom]
        self._branches: list[tuple[int, ...]] = [(), ()]
        self._support = [0, 0]
        self._known: dict[tuple[int, tuple[int, ...]], int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}
        self._restricted: dict[tuple[int, int, int], int] = {}

    def __len__(self) -> int:
        return len(self._variable)

    def node(self, variable: int, branches: Sequence[int]) -> int:
        """Return the function that is `branches[k]` when the variable is in class k; branches lie below it."""
        if all(branch == branches[0] for branch in branches):
            return branches[0]
        key = (variable, tuple(branches))
        found = self._known.get(key)
        return self._make(key) if found is None else found

    def _make(self, key: tuple[int, tuple[int, ...]]) -> int:
        if len(self._variable) >= self._limit:
            raise DiagramTooLarge(self._limit)
        variable, branches = key
        support = 1 << variable
        for branch in branches:
            support |= self._support[branch]
        self._known[key] = len(self._variable)
        self._variable.append(variable)
        self._branches.append(branches)
        self._support.append(support)
        return self._known[key]

    def choose(self, test: int, then: int, otherwise: int) -> int:
        """Return the function that is `then` where the test holds and `otherwise` where it does not."""
        if test == TRUE or then == otherwise:
            return then
        if test == FALSE:
            return otherwise
        if (then, otherwise) == (TRUE, FALSE):
            return test
        key = (test, then, otherwise)
        found = self._chosen.get(key)
        if found is None:
            top = min(self._variable[part] for part in key)
            rows = [self._below(part, top) for part in key]
            found = self._chosen[key] = self.node(top, [self.choose(*column) for column in zip(*rows, strict=True)])
        return found

    def _below(self, node: int, variable: int) -> tuple[int, ...]:
        return self._branches[node] if self._variable[node] == variable else (node,) * self.sizes[variable]

    def both(self, left: int, right: int) -> int:
        """Return the function that holds where both hold."""
        return self.choose(left, right, FALSE)

    def either(self, left: int, right: int) -> int:
        """Return the function that holds where at least one holds."""
        return self.choose(left, TRUE, right)

    def opposite(self, node: int) -> int:
        """Return the function that holds where this one does not."""
        return self.choose(node, FALSE, TRUE)

    def differs(self, left: int, right: int) -> int:
        """Return the function that holds where the two disagree."""
        return self.choose(left, self.opposite(right), right)

    def restrict(self, node: int, variable: int, chosen: int) -> int:
        """Return the function once the variable is known to be in the class `chosen`."""
        if not self._support[node] >> variable & 1:
            return node
        if self._variable[node] == variable:
            return self._branches[node][chosen]
        key = (node, variable, chosen)
        found = self._restricted.get(key)
        if found is None:
            branches = [self.restrict(branch, variable, chosen) for branch in self._branches[node]]
            found = self._restricted[key] = self.node(self._variable[node], branches)
        return found

    def support(self, node: int) -> int:
        """Return the variables on which the function depends, as bits: variable k is bit k."""
        return self._support[node]

    def some_below(self, node: int, first: int, known: dict[int, int]) -> int:
        """Return where the function holds for some classes of the variables from `first` on. known: a memo."""
        if self._variable[node] >= first:
            return FALSE if node == FALSE else TRUE
        if node not in known:
            branches = [self.some_below(branch, first, known) for branch in self._branches[node]]
            known[node] = self.node(self._variable[node], branches)
        return known[node]

    def share(self, node: int, weights: Sequence[Sequence[Fraction]], known: dict[int, Fraction]) -> Fraction:
        """Return how probable it is that the function holds, the variables independent, each row summing to one."""
        if node in (FALSE, TRUE):
            return Fraction(node)
        if node not in known:
            row = weights[self._variable[node]]
            known[node] = sum(
                (
                    weight * self.share(branch, weights, known)
                    for weight, branch in zip(row, self._branches[node], strict=True)
                ),
                Fraction(0),
            )
        return known[node]

    def witness(self, node: int) -> dict[int, int] | None:
        """Return classes of variables that make the function true, or None when nothing does."""
        if node == FALSE:
            return None
        chosen: dict[int, int] = {}
        while node != TRUE:
            branches = self._branches[node]
            at = next(at for at, branch in enumerate(branches) if branch != FALSE)
            chosen[self._variable[node]] = at
            node = branches[at]
        return chosen
