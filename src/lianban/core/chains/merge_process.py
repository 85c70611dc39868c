"""One process from many items: what waits for what, how long it takes at most, and who is on the longest path."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances
from lianban.core.chains.demands import Needed
from lianban.core.chains.durations import duration_of
from lianban.core.chains.errors import ChainCycle
from lianban.core.chains.model import Chain, Dependency, DependencyKind
from lianban.core.chains.order import Order
from lianban.core.chains.plan import Edge, JointAct, Process, Scheduled
from lianban.core.conditions.algebra import NEVER
from lianban.core.items.model import Step

SURVEY = "联合踏勘"


@dataclass(frozen=True, slots=True)
class Precedence:
    """One reason why an item waits for another. via: what passes between them. computed: the result is its material."""

    before: str
    after: str
    kind: DependencyKind
    via: str
    reason: str
    computed: bool = False


def declared(chain: Chain, live: Mapping[str, Needed], now: Circumstances) -> list[Precedence]:
    """Return the waiting that the chain declares among the items that may be needed together.

    Items that may be handled at the same time (parallel) wait for nothing.
    """
    return [
        Precedence(
            each.before, each.after, each.kind, each.via, each.note or _reason(each, live[each.before].item.name)
        )
        for each in chain.dependencies
        if each.kind is not DependencyKind.PARALLEL
        and each.before in live
        and each.after in live
        and now.left_of(each.when) != NEVER
        and now.can_meet(live[each.before].when, live[each.after].when)
    ]


def produced(producer: Needed, consumer: str, name: str) -> Precedence:
    """Return the waiting of a consumer for the result it uses as a material."""
    reason = f"要用“{producer.item.name}”办出的{name}"
    return Precedence(producer.item.key, consumer, DependencyKind.MATERIAL, name, reason, computed=True)


def _reason(each: Dependency, name: str) -> str:
    if each.kind is DependencyKind.MATERIAL:
        return f"要用“{name}”的{each.via or '结果'}"
    return f"“{name}”办结后才能办理" + (f"（{each.via}）" if each.via else "")


def order_of(live: Mapping[str, Needed], precedences: Iterable[Precedence]) -> Order:
    """Return the order of the items. Raises ChainCycle when items wait for one another in a ring."""
    order = Order(sorted(live), ((each.before, each.after) for each in precedences))
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
        joint_acts=_joint_acts([each.item for each in schedule], live, now),
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
        reasons.setdefault((each.before, each.after), []).append(each)
    for before, after in order.shown():
        why = [each for each in reasons[before, after] if each.computed] or reasons[before, after]
        material = any(each.kind is DependencyKind.MATERIAL for each in why)
        yield built(
            Edge,
            before=before,
            after=after,
            kind=DependencyKind.MATERIAL if material else why[0].kind,
            via="、".join(sorted({each.via for each in why if each.via})),
            reason="；".join(sorted({each.reason for each in why if each.reason})),
        )


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


def _joint_acts(keys: Sequence[str], live: Mapping[str, Needed], now: Circumstances) -> tuple[JointAct, ...]:
    visited = tuple(key for key in keys if is_visited(live[key], now))
    return (built(JointAct, name=SURVEY, items=visited),) if len(visited) > 1 else ()


def is_visited(needed: Needed, now: Circumstances) -> bool:
    """Return whether the authority comes to the place before it decides."""
    return any(is_survey(step) and step.counted and now.left_of(step.when) != NEVER for step in needed.item.steps)


def is_survey(step: Step) -> bool:
    """Return whether officials come to look (现场核查, 勘验): not the applicant's own trips (体检, 接种)."""
    return step.on_site and any(sign in step.name for sign in "查勘踏核评验")
