"""When one item of a plan ends: which items may begin, and which have lost their ground (facts 5.2.1, 5.2.7)."""

from collections import deque
from collections.abc import Iterable, Mapping

from lianban.core.chains.model import DependencyKind
from lianban.core.chains.process import Edge
from lianban.core.kernel.value import Value
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus

Successors = Mapping[str, tuple[str, ...]]


class Unlocked(Value):
    """What one ending sets free. ready: items whose clock starts. cancelled: item → the predecessor that failed."""

    ready: tuple[str, ...] = ()
    cancelled: dict[str, str] = {}


def successors(states: Mapping[str, ItemState]) -> Successors:
    """Return the items that wait for each item."""
    found: dict[str, tuple[str, ...]] = {}
    for item, state in states.items():
        for before in state.predecessors:
            found[before] = (*found.get(before, ()), item)
    return found


def predecessors(edges: Iterable[Edge]) -> Mapping[str, tuple[str, ...]]:
    """Return the items that each item waits for."""
    found: dict[str, tuple[str, ...]] = {}
    for edge in edges:
        if edge.kind is not DependencyKind.PARALLEL:
            found[edge.after] = (*found.get(edge.after, ()), edge.before)
    return found


def unlocked_by(item: str, states: Mapping[str, ItemState]) -> Unlocked:
    """Return what follows from the end of one item. states: of all items, the ended one already in its new state.

    A grant makes those successors ready whose every predecessor is granted. Any other end cancels the successors that
    still wait, and theirs; items that do not hang on it go on.
    """
    waiting_for = successors(states)
    if is_granted(states[item]):
        after = waiting_for.get(item, ())
        return Unlocked(ready=tuple(each for each in after if _is_ready(states[each], states)))
    return Unlocked(cancelled=_cancelled(item, waiting_for, states))


def is_granted(state: ItemState) -> bool:
    """Return whether an item was granted, delivered or not."""
    return state.decision is not None and state.decision.granted


def _is_ready(state: ItemState, states: Mapping[str, ItemState]) -> bool:
    granted = all(each in states and is_granted(states[each]) for each in state.predecessors)
    return state.status is ItemStatus.WAITING and granted


def _cancelled(item: str, waiting_for: Successors, states: Mapping[str, ItemState]) -> dict[str, str]:
    found: dict[str, str] = {}
    ended = deque([item])
    while ended:
        failed = ended.popleft()
        for each in waiting_for.get(failed, ()):
            if each not in found and states[each].status is ItemStatus.WAITING:
                found[each] = failed
                ended.append(each)
    return found
