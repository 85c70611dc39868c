"""The process of a plan: what waits for what and why, when, who acts together, and what a refusal leads to."""

from decimal import Decimal
from typing import NamedTuple

from lianban.core.chains.model import DependencyKind
from lianban.core.items.acts import Act
from lianban.core.kernel.value import Value


class Edge(Value):
    """`after` waits for `before`, and why."""

    before: str
    after: str
    kind: DependencyKind
    via: str = ""
    reason: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """Who comes first, and who waits."""
        return self.before, self.after


class Scheduled(Value):
    """When an item may begin and must end, in working days from acceptance of the whole thing."""

    item: str
    starts: Decimal
    ends: Decimal
    critical: bool


class Opinion(Value):
    """What one authority says in a joint act: the step of its item that is done there, by whom, in working days."""

    item: str
    step: str
    role: str
    days: Decimal


class JointAct(Value):
    """One act of several authorities (联合踏勘, 联合验收, 多评合一 …) instead of one per item, with their opinions.

    items: by key. days: working days, those of the slowest of them.
    """

    name: Act
    items: tuple[str, ...]
    opinions: tuple[Opinion, ...] = ()
    days: Decimal = Decimal(0)


class Fallback(NamedTuple):
    """What follows when an item that others wait for is refused.

    stops: the items that lose their ground, at any remove, and are cancelled. lacks: what they would have used.
    goes_on: the items that are decided all the same.
    """

    refused: str
    stops: tuple[str, ...]
    lacks: tuple[str, ...]
    goes_on: tuple[str, ...]


class Process(Value):
    """The order of the items. promise: working days for the whole thing, the longest path. path: the items on it."""

    edges: tuple[Edge, ...] = ()
    schedule: tuple[Scheduled, ...] = ()
    joint_acts: tuple[JointAct, ...] = ()
    promise: Decimal = Decimal(0)
    path: tuple[str, ...] = ()

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """What follows when one is refused, for every item that others wait for."""
        keys, after = [each.item for each in self.schedule], self._followers()
        return tuple(
            Fallback(
                refused=key,
                stops=tuple(each for each in keys if each in after[key]),
                lacks=tuple(dict.fromkeys(edge.via for edge in self.edges if edge.before == key and edge.via)),
                goes_on=tuple(each for each in keys if each != key and each not in after[key]),
            )
            for key in keys
            if after[key]
        )

    def _followers(self) -> dict[str, set[str]]:
        after: dict[str, set[str]] = {each.item: set() for each in self.schedule}
        grows = True
        while grows:
            before = sum(map(len, after.values()))
            for edge in self.edges:
                after[edge.before] |= {edge.after, *after[edge.after]}
            grows = sum(map(len, after.values())) > before
        return after
