"""Acts that several authorities would do one after the other, done once for all of them (facts 9.4)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lianban.core.chains.circumstances import Circumstances
from lianban.core.chains.demands import Needed
from lianban.core.chains.process import JointAct
from lianban.core.chains.telling import told_act
from lianban.core.conditions.algebra import NEVER, Condition
from lianban.core.items.acts import JOINT, Act, act_of
from lianban.core.items.model import Step


class _Asked(NamedTuple):
    needed: Needed
    step: Step
    when: Condition


def joint_acts(ordered: Sequence[Needed], now: Circumstances) -> Iterator[JointAct]:
    """Yield every act that more than one item asks for, in circumstances that can come together.

    An act of items that are never needed together (a company's, a sole trader's) is no joint act.
    """
    asked: dict[Act, list[_Asked]] = {act: [] for act in JOINT}
    for needed in ordered:
        for step in needed.item.counted_steps:
            when = now.both(needed.when, step.when) if act_of(step) in asked else NEVER
            if when != NEVER:
                asked[act_of(step)].append(_Asked(needed, step, when))
    for act, each in asked.items():
        together = [one for one in each if _is_shared(one, each, now)]
        if together:
            yield told_act(act, [(one.needed.item.key, one.step) for one in together])


def _is_shared(one: _Asked, asked: Iterable[_Asked], now: Circumstances) -> bool:
    own = one.needed.item.key
    return any(other.needed.item.key != own and now.can_meet(one.when, other.when) for other in asked)
