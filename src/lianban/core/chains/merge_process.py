"""One process from many items: what waits for what, how long it takes at most, and who is on the longest path."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances
from lianban.core.chains.demands import Needed
from lianban.core.chains.errors import ChainCycle
from lianban.core.chains.joint_acts import joint_acts
from lianban.core.chains.model import Chain
from lianban.core.chains.order import Order
from lianban.core.chains.process import Edge, Process, Scheduled
from lianban.core.chains.telling import told_dependency, told_edge
from lianban.core.items.durations import duration_of


@dataclass(frozen=True, slots=True)
class Precedence:
    """One reason why an item waits for another. computed: the one's result is the other's material."""

    edge: Edge
    computed: bool = False


def declared(chain: Chain, live: Mapping[str, Needed], now: Circumstances) -> list[Precedence]:
    """Return the waiting that the chain declares among the items that may be needed together.

    Items that may be handled at the same time (parallel) wait for nothing.
    """
    return [
        Precedence(told_dependency(each, live[each.before].item))
        for each in chain.waits
        if each.before in live
        and each.after in live
        and now.can_meet(now.both(live[each.before].when, each.when), live[each.after].when)
    ]


def order_of(live: Mapping[str, Needed], precedences: Iterable[Precedence]) -> Order:
    """Return the order of the items. Raises ChainCycle when items wait for one another in a ring."""
    order = Order(sorted(live), (each.edge.pair for each in precedences))
    if ring := order.ring():
        raise ChainCycle(ring, [live[key].item.name for key in ring])
    return order


def merge_process(
    order: Order, live: Mapping[str, Needed], precedences: Sequence[Precedence], now: Circumstances
) -> Process:
    """Return the one process: arrows with their reasons, a schedule, joint acts, the promise and the path behind it."""
    days = {key: duration_of(live[key].item, now.left_of) for key in order.keys}
    schedule = _schedule(order, days)
    ends = {each.item: each.ends for each in schedule}
    promise = max(ends.values(), default=Decimal(0))
    return built(
        Process,
        edges=tuple(_edges(order, precedences)),
        schedule=tuple(schedule),
        joint_acts=tuple(joint_acts([live[key] for key in order.keys], now)),
        promise=promise,
        path=_path(order, days, ends),
    )


def _schedule(order: Order, days: Mapping[str, Decimal]) -> list[Scheduled]:
    starts = dict.fromkeys(order.keys, Decimal(0))
    for key in order.sequence:
        for follower in order.after[key]:
            starts[follower] = max(starts[follower], starts[key] + days[key])
    promise = max((starts[key] + days[key] for key in order.keys), default=Decimal(0))
    latest = dict.fromkeys(order.keys, promise)
    for key in reversed(order.sequence):
        latest[key] = min((latest[follower] - days[follower] for follower in order.after[key]), default=promise)
    return [
        built(
            Scheduled,
            item=key,
            starts=starts[key],
            ends=starts[key] + days[key],
            critical=starts[key] + days[key] == latest[key],
        )
        for key in sorted(order.keys, key=lambda each: (starts[each], each))
    ]


def _edges(order: Order, precedences: Sequence[Precedence]) -> Iterable[Edge]:
    reasons: dict[tuple[str, str], list[Precedence]] = {}
    for each in precedences:
        reasons.setdefault(each.edge.pair, []).append(each)
    for pair in order.shown():
        computed = [each.edge for each in reasons[pair] if each.computed]
        yield told_edge(computed or [each.edge for each in reasons[pair]])


def _path(order: Order, days: Mapping[str, Decimal], ends: Mapping[str, Decimal]) -> tuple[str, ...]:
    before: dict[str, list[str]] = {key: [] for key in order.keys}
    for one, other in order.shown():
        before[other].append(one)
    at = max(order.keys, key=lambda key: ends[key], default=None)
    path: list[str] = []
    while at is not None:
        path.append(at)
        starts = ends[at] - days[at]
        at = next((key for key in before[at] if ends[key] == starts), None)
    return tuple(reversed(path))
