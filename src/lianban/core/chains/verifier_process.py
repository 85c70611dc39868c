"""The verifier's view of the process and the figures: an order that can be kept, and numbers that can be recounted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from lianban.core.chains.model import DependencyKind
from lianban.core.chains.plan import Figure, Marking, MergedField
from lianban.core.chains.verifier_materials import makers_of
from lianban.core.chains.verifier_reading import Objection, Reading, in_working_days
from lianban.core.conditions.diagram import FALSE
from lianban.core.items.model import ServiceItem, Step


class _Wait(NamedTuple):
    """One reason for an item to wait for another."""

    kind: DependencyKind
    via: str
    reason: str
    computed: bool = False


_Pairs = Mapping[tuple[str, str], list[_Wait]]
_ACCEPTED = ("收件", "受理", "申请", "预审", "申报")
_DELIVERED = ("制证", "送达", "发证", "出证", "出件", "领证", "办结", "制发", "颁证", "归档")


def process_objections(reading: Reading) -> Iterator[Objection]:
    """Yield what is wrong with the order, the schedule, the promise and the figures."""
    for where, holds, message in _checks(reading):
        if not holds:
            yield Objection(rule="PROCESS", where=where, message=message)


def _checks(reading: Reading) -> Iterator[tuple[str, bool, str]]:
    process, live = reading.plan.process, set(reading.live)
    arrows = [(each.before, each.after) for each in process.edges]
    scheduled = [each.item for each in process.schedule]
    awaited = _awaited(reading)
    follows = _follows(arrows)
    yield "process/schedule", sorted(scheduled) == sorted(live), "日程所列事项与需要办理的事项不一致。"
    yield "process/edges", all(key not in follows.get(key, set()) for key in live), "事项之间循环等待。"
    for pair in sorted(set(awaited) | set(arrows)):
        where = f"process/edges/{pair[0]}→{pair[1]}"
        yield where, pair[1] in follows.get(pair[0], set()), "后一事项没有等待前一事项。"
        if pair in arrows:
            yield where, pair in awaited and arrows.count(pair) == 1, "没有理由的先后关系。"
            yield where, not _is_implied(pair, arrows), "多余的先后关系。"
    for edge in process.edges:
        waits = awaited.get((edge.before, edge.after), [])
        told = (edge.kind, edge.via, edge.reason) == _expected(waits)
        yield f"process/edges/{edge.before}→{edge.after}", told, "先后关系的种类或理由与定义不符。"
    if set(scheduled) == live and len(scheduled) == len(live):
        yield from _schedule(reading, _follows_from(arrows))
        yield from _certificate(reading, awaited, follows)
        yield from _figures(reading, _follows_from(arrows))


def _awaited(reading: Reading) -> dict[tuple[str, str], list[_Wait]]:
    pairs: dict[tuple[str, str], list[_Wait]] = {}
    for each in reading.awaited():
        before = reading.items[each.before].name
        if each.kind is DependencyKind.MATERIAL:
            reason = f"要用“{before}”的{each.via or '结果'}"
        else:
            reason = f"“{before}”办结后才能办理" + (f"（{each.via}）" if each.via else "")
        wait = _Wait(each.kind, each.via, each.note or reason)
        pairs.setdefault((each.before, each.after), []).append(wait)
    for (item, key), demand in reading.materials.items():
        for maker in (
            () if reading.is_form(item, key) else makers_of(reading, item, reading.entries[item, key].kind, demand)
        ):
            kind, made = reading.entries[item, key].kind, reading.items[maker]
            name = next(each.name for each in made.results if each.kind_key == kind)
            wait = _Wait(DependencyKind.MATERIAL, name, f"要用“{made.name}”办出的{name}", computed=True)
            pairs.setdefault((maker, item), []).append(wait)
    return pairs


def _expected(waits: Iterable[_Wait]) -> tuple[DependencyKind, str, str] | None:
    """A computed reason says more than a declared one for the same two items."""
    waits = [each for each in waits if each.computed] or list(waits)
    if not waits:
        return None
    material = any(each.kind is DependencyKind.MATERIAL for each in waits)
    via = "、".join(sorted({each.via for each in waits if each.via}))
    return (
        DependencyKind.MATERIAL if material else waits[0].kind,
        via,
        "；".join(sorted({each.reason for each in waits})),
    )


def _follows_from(arrows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {}
    for one, other in arrows:
        after.setdefault(one, []).append(other)
    return after


def _follows(arrows: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    after = _follows_from(arrows)
    reached: dict[str, set[str]] = {}
    for start in after:
        waiting, seen = list(after[start]), set[str]()
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                waiting.extend(after.get(key, ()))
        reached[start] = seen
    return reached


def _is_implied(pair: tuple[str, str], arrows: list[tuple[str, str]]) -> bool:
    others = _follows(each for each in arrows if each != pair)
    return pair[1] in others.get(pair[0], set())


def _schedule(reading: Reading, after: Mapping[str, list[str]]) -> Iterator[tuple[str, bool, str]]:
    process = reading.plan.process
    times = {each.item: each for each in process.schedule}
    days = {key: reading.days(key) for key in times}
    promise = max((each.ends for each in times.values()), default=Decimal(0))
    yield "process/promise", process.promise == promise, "承诺的总时限不是最长路径。"
    for key, each in times.items():
        where = f"process/schedule/{key}"
        ends = [times[before].ends for before, followers in after.items() if key in followers]
        sound = each.starts == max(ends, default=Decimal(0)) and each.ends == each.starts + days[key]
        yield where, sound, "起止时间与先后关系或时限不符。"
        slack = promise - each.starts - _longest(key, after, days)
        yield where, each.critical == (slack == 0), "是否在关键路径上标错。"
    path = process.path
    linked = all(two in after.get(one, ()) and times[one].ends == times[two].starts for one, two in pairwise(path))
    whole = bool(path) and times[path[0]].starts == 0 and times[path[-1]].ends == promise
    yield "process/path", linked and (whole or not times) and len(set(path)) == len(path), "关键路径不成立。"
    visited = {key for key in times if any(_is_survey(step) for step in _steps(reading, key))}
    joint = [set(act.items) for act in process.joint_acts]
    named = all(act.name == "联合踏勘" and len(set(act.items)) == len(act.items) for act in process.joint_acts)
    yield "process/joint_acts", named and joint == ([visited] if len(visited) > 1 else []), "联合踏勘的事项与定义不符。"


def _longest(key: str, after: Mapping[str, list[str]], days: Mapping[str, Decimal]) -> Decimal:
    longest: dict[str, Decimal] = {}
    waiting = [key]
    while waiting:
        at = waiting[-1]
        missing = [each for each in after.get(at, ()) if each not in longest]
        if missing:
            waiting.extend(missing)
        else:
            longest[at] = days[at] + max((longest[each] for each in after.get(at, ())), default=Decimal(0))
            waiting.pop()
    return longest[key]


def _certificate(reading: Reading, awaited: _Pairs, follows: Mapping[str, set[str]]) -> Iterator[tuple[str, bool, str]]:
    told = reading.plan.certificate
    sequence = [str(key) for key in _listed(told.get("sequence"))]
    place = {key: number for number, key in enumerate(sequence)}
    sound = sorted(sequence) == sorted(reading.live)
    ordered = sound and all(place[one] < place[two] for one, others in follows.items() for two in others)
    yield "certificate/sequence", ordered, "证书所列次序不可行。"
    waits = sorted({(before, after, each.via) for (before, after), every in awaited.items() for each in every})
    listed = [tuple(_listed(each)) for each in _listed(told.get("precedences"))]
    yield "certificate/precedences", listed == waits, "证书所列先后理由与定义不一致。"
    days = {key: f"{reading.days(key).normalize():f}" for key in reading.members}
    yield "certificate/days", told.get("days") == days, "证书所列工作日与定义不一致。"
    yield "certificate/version", told.get("version") == 1, "证书的版本不认识。"


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _is_survey(step: Step) -> bool:
    return step.on_site and any(sign in step.name for sign in "查勘踏核评验")


def _steps(reading: Reading, key: str) -> list[Step]:
    return [step for step in reading.items[key].steps if step.counted and reading.node(step.when) != FALSE]


def _figures(reading: Reading, after: Mapping[str, list[str]]) -> Iterator[tuple[str, bool, str]]:
    plan = reading.plan
    figures, items = plan.reductions, {key: reading.items[key] for key in reading.live}
    steps = {key: _steps(reading, key) for key in items}
    told = [f"{items[key].name}：{step.name}" for key, each in steps.items() for step in each]
    merged = list(_merged_steps(steps, after, {key: each.name for key, each in items.items()}))
    yield _counted("steps", figures.steps, told, len(merged))
    yield "reductions/steps", list(figures.steps.after_entries) == merged, "减环节的明细不符。"
    entries = [f"{items[key[0]].name}：{reading.entries[key].name}" for key in reading.materials]
    handed_in = (Marking.REQUIRED, Marking.CONDITIONAL, Marking.TOLERABLE)
    kept = [each.name for each in plan.materials if each.marking in handed_in]
    yield _counted("materials", figures.materials, entries, len(kept))
    yield "reductions/materials", Counter(figures.materials.after_entries) == Counter(kept), "减材料的明细不符。"
    asked = [
        f"{items[i].name}：{reading.field(i, key).name}" for (i, key), node in reading.fields.items() if node != FALSE
    ]
    blanks = [blank for section in plan.sections for field in section.fields for blank in _blanks(field)]
    yield _counted("fields", figures.fields, asked, len(blanks))
    yield "reductions/fields", Counter(figures.fields.after_entries) == Counter(blanks), "减填表的明细不符。"
    limits = {key: in_working_days(each.statutory_limit or each.promised_limit) for key, each in items.items()}
    same = figures.days.before == sum(limits.values()) and figures.days.after == plan.process.promise
    told = [f"{items[each.item].name}：{limits[each.item].normalize():f}" for each in plan.process.schedule]
    path = tuple(items[key].name for key in plan.process.path if key in items)
    named = list(figures.days.before_entries) == told and figures.days.after_entries == path
    yield "reductions/days", same and named, "减时限的数字与定义不符。"
    yield "reductions/visits", _are_visits(reading, figures.visits, items), "减跑动的数字与定义不符。"


def _counted(name: str, figure: Figure, before: list[str], after: int) -> tuple[str, bool, str]:
    same = Counter(figure.before_entries) == Counter(before) and figure.before == len(before)
    return f"reductions/{name}", same and figure.after == after == len(figure.after_entries), "四减的数字与定义不符。"


def _are_visits(reading: Reading, figure: Figure, items: Mapping[str, ServiceItem]) -> bool:
    trips = [f"{each.name}：{each.visits}" for each in items.values() if each.visits]
    before = sum(each.visits for each in items.values())
    promised = 1 if reading.chain.visits_after is None else reading.chain.visits_after
    same = figure.before == before and figure.after == min(promised, before)
    listed = Counter(figure.before_entries) == Counter(trips)
    return same and listed and figure.after_entries == ("综合窗口",) * int(figure.after)


def _blanks(field: MergedField) -> list[str]:
    replaced = any(use.field in use.columns.values() for use in field.uses)
    return [f"{field.label}：{column.name}" for column in field.columns] if replaced else [field.label]


def _merged_steps(
    steps: Mapping[str, list[Step]], after: Mapping[str, list[str]], names: Mapping[str, str]
) -> Iterator[str]:
    """One acceptance, one joint survey, one round of review per rank of waiting items, one delivery."""
    kinds = {key: {_kind(step) for step in each} for key, each in sorted(steps.items())}
    yield from (word for kind, word in (("accept", "一窗受理"), ("survey", "联合踏勘")) if _has(kind, kinds))
    ones = dict.fromkeys(kinds, Decimal(1))
    before = _follows_from((two, one) for one, others in after.items() for two in others)
    rounds: dict[Decimal, list[str]] = {}
    for key, acts in kinds.items():
        if "review" in acts:
            rounds.setdefault(_longest(key, before, ones), []).append(names[key])
    for number in sorted(rounds):
        yield f"第{number}轮并联审批：{'、'.join(rounds[number])}"
    yield from ["统一出件"] * _has("deliver", kinds)


def _has(kind: str, kinds: Mapping[str, set[str]]) -> bool:
    return any(kind in each for each in kinds.values())


def _kind(step: Step) -> str:
    if _is_survey(step):
        return "survey"
    if any(word in step.name for word in _ACCEPTED):
        return "accept"
    return "deliver" if any(word in step.name for word in _DELIVERED) else "review"
