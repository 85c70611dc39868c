"""What is still open: the diagrams that depend on unanswered questions, and nothing else.

A state falls into parts that share no question. Parts are independent, so their questions add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lianban.core.conditions.diagram import FALSE
from lianban.core.guidance.map import QuestionMap


class State(NamedTuple):
    """open_nodes: diagrams of the consequences still open. gates: question number → diagram of when it may be asked,
    where that is still open or false. passed: variables of questions answered “不清楚”, as bits.
    """

    open_nodes: tuple[int, ...]
    gates: tuple[tuple[int, int], ...] = ()
    passed: int = 0


_Ways = dict[tuple[tuple[int, ...], tuple[tuple[int, int], ...]], float]


@dataclass(frozen=True, slots=True)
class Branch:
    """A state that an answer leads to, with its probability."""

    share: float
    state: State


class States:
    """The states of one map and the steps between them.

    rows: for each variable the probability of its classes.
    """

    def __init__(self, questions: QuestionMap, rows: Sequence[Sequence[float]]) -> None:
        self.map = questions
        self.askings = questions.askings
        self._rows = rows
        self._gated = [n for n, asking in enumerate(self.askings) if questions.diagrams.support(asking.gate)]
        self._never = [n for n, asking in enumerate(self.askings) if asking.gate == FALSE]
        self._whole = [self._question_bits(at) for at in range(questions.first_free)]
        self._parts: dict[State, tuple[State, ...]] = {}

    def _question_bits(self, at: int) -> int:
        """Return the variables of the questions that a variable belongs to: a multiple choice is asked as one."""
        found = 0
        for asking in self.askings:
            found |= asking.mask if asking.mask >> at & 1 else 0
        return found

    def start(self, chosen: Iterable[tuple[int, int]] = (), passed: int = 0) -> State:
        """Return the state once these variables are known and those in `passed` will not be."""
        gates = {number: self.askings[number].gate for number in (*self._gated, *self._never)}
        nodes = set(self.map.conditions)
        for at, kind in chosen:
            nodes = {self.map.diagrams.restrict(node, at, kind) for node in nodes}
            gates = {number: self.map.diagrams.restrict(node, at, kind) for number, node in gates.items()}
        return self._tidy(nodes, gates.items(), passed)

    def live(self, state: State) -> int:
        """Return the variables of unanswered questions on which anything open depends, as bits."""
        found = 0
        for node in state.open_nodes:
            found |= self.map.diagrams.support(node)
        for _, node in state.gates:
            found |= self.map.diagrams.support(node)
        return found & self.map.asked_bits & ~state.passed

    def _tidy(self, nodes: Iterable[int], gates: Iterable[tuple[int, int]], passed: int) -> State:
        support, asked = self.map.diagrams.support, self.map.asked_bits & ~passed
        kept = tuple(sorted({node for node in nodes if support(node) & asked}))
        live = 0
        for node in kept:
            live |= support(node)
        gates = tuple(gates)
        relevant: dict[int, int] = {}
        while found := [(n, g) for n, g in gates if n not in relevant and self.askings[n].mask & live & asked]:
            for number, gate in found:
                relevant[number] = gate
                live |= support(gate) & asked
        closed = tuple(sorted((n, g) for n, g in relevant.items() if g == FALSE or support(g) & asked))
        return State(kept, closed, passed & live)

    def parts(self, state: State) -> tuple[State, ...]:
        """Return the parts of a state that share no question, in the order of their first question."""
        if state not in self._parts:
            self._parts[state] = self._split(state)
        return self._parts[state]

    def _split(self, state: State) -> tuple[State, ...]:
        support, asked = self.map.diagrams.support, self.map.asked_bits & ~state.passed
        groups: list[int] = []
        masks = [support(node) & asked for node in state.open_nodes]
        masks += [(self.askings[number].mask | support(gate)) & asked for number, gate in state.gates]
        for mask in dict.fromkeys(masks):
            whole = self._widened(mask)
            joined = whole
            for group in groups:
                joined |= group if group & whole else 0
            groups = [*(group for group in groups if not group & whole), joined]
        if len(groups) < 2:
            return (state,) if state.open_nodes else ()
        return tuple(self._part(state, group) for group in sorted(groups, key=lambda group: group & -group))

    def _widened(self, mask: int) -> int:
        found, rest = mask, mask
        while rest:
            lowest = rest & -rest
            found |= self._whole[lowest.bit_length() - 1]
            rest ^= lowest
        return found

    def _part(self, state: State, group: int) -> State:
        support = self.map.diagrams.support
        nodes = tuple(node for node in state.open_nodes if support(node) & group)
        gates = tuple((number, gate) for number, gate in state.gates if self.askings[number].mask & group)
        return State(nodes, gates, state.passed)

    def candidates(self, state: State) -> list[int]:
        """Return the questions that may be asked now and on which something open depends, in the chain's order."""
        live, gates = self.live(state), dict(state.gates)
        return [n for n, asking in enumerate(self.askings) if asking.mask & live and n not in gates]

    def must(self, state: State) -> int | None:
        """Return a question without which something open can never be settled, if one shows at a glance."""
        asked = self.map.asked_bits & ~state.passed
        for number in self.candidates(state):
            mask = self.askings[number].mask
            if any(not self.map.diagrams.support(node) & asked & ~mask for node in state.open_nodes):
                return number
        return None

    def left_after(self, state: State, number: int) -> float:
        """Return how many variables stay open on average after a question; many options count as one answer."""
        live = self.live(state)
        dimensions = [each for each in self.askings[number].dimensions if live >> each.at & 1]
        if len(dimensions) > 1:
            return float((live & ~self.askings[number].mask).bit_count())
        (dimension,) = dimensions
        support, restrict, at = self.map.diagrams.support, self.map.diagrams.restrict, dimension.at
        still, touched = 0, []
        for node in state.open_nodes:
            if support(node) >> at & 1:
                touched.append(node)
            else:
                still |= support(node)
        total = 0.0
        for kind, weight in enumerate(self._rows[at]):
            after = still
            for node in touched:
                after |= support(restrict(node, at, kind))
            total += weight * (after & live).bit_count()
        return total

    def ask(self, state: State, number: int) -> list[Branch]:
        """Return the states that the answers to a question lead to, equal ones together."""
        ways: _Ways = {(state.open_nodes, state.gates): 1.0}
        live = self.live(state)
        for dimension in self.askings[number].dimensions:
            if live >> dimension.at & 1:
                ways = self._asked(ways, dimension.at, dimension.twin)
        merged: dict[State, float] = {}
        for (nodes, gates), share in ways.items():
            after = self._tidy(nodes, gates, state.passed)
            merged[after] = merged.get(after, 0.0) + share
        return [Branch(share, after) for after, share in merged.items()]

    def _asked(self, ways: _Ways, at: int, twin: int | None) -> _Ways:
        found: _Ways = {}
        for (nodes, gates), share in ways.items():
            for kind, weight in enumerate(self._rows[at]):
                key = (
                    tuple(sorted({self._restricted(node, at, twin, kind) for node in nodes})),
                    tuple((number, self._restricted(gate, at, twin, kind)) for number, gate in gates),
                )
                found[key] = found.get(key, 0.0) + share * weight
        return found

    def _restricted(self, node: int, at: int, twin: int | None, kind: int) -> int:
        node = self.map.diagrams.restrict(node, at, kind)
        return node if twin is None else self.map.diagrams.restrict(node, twin, kind)
