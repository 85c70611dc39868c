"""Which items of an application take part in a joint act now: as the plan says, as far as they have come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianban.core.chains.process import JointAct
from lianban.core.items.acts import Act
from lianban.core.proceedings.chain_case.state import ChainState, JointPart
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus


@dataclass(frozen=True)
class JointToCall:
    """A joint act of the plan that may be called. parts: who takes part now. later: names of items not begun yet.

    days: working days in which the plan wants every opinion.
    """

    act: Act
    parts: tuple[JointPart, ...]
    later: tuple[str, ...] = ()
    days: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether more than one item takes part."""
        return len(self.parts) > 1


def to_call(acts: Sequence[JointAct], state: ChainState, items: Mapping[str, ItemState]) -> tuple[JointToCall, ...]:
    """Return every joint act of a plan with those who would take part in it now. items: states by key."""
    return tuple(_to_call(each, state, items) for each in acts)


def _to_call(act: JointAct, state: ChainState, items: Mapping[str, ItemState]) -> JointToCall:
    busy = state.called_for(act.name)
    here = [items[key] for key in act.items if key in items and key not in busy]
    later = tuple(each.name for each in here if each.status is ItemStatus.WAITING)
    return JointToCall(act.name, tuple(_parts(act, here)), later, int(act.days))


def _parts(act: JointAct, here: Sequence[ItemState]) -> Iterator[JointPart]:
    for each in here:
        steps = dict.fromkeys(one.step for one in act.opinions if one.item == each.item)
        left = tuple(step for step in steps if step not in each.examined)
        if left and not each.is_closed and each.status is not ItemStatus.WAITING:
            yield JointPart(item=each.item, name=each.name, steps=left)
