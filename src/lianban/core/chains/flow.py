"""The process as a picture shows it: boxes, arrows and words, without a place on any page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from lianban.core.chains.plan import Need, Plan, PlanItem
from lianban.core.items.acts import ENGLISH
from lianban.core.kernel.value import Value

Language = Literal["zh", "en"]
START, END = "start", "end"

_NOTHING: Mapping[str, str] = MappingProxyType({})


class BoxKind(StrEnum):
    """What a box stands for."""

    START = "start"
    ITEM = "item"
    END = "end"


class Box(Value):
    """One box. lane: a number per authority, from 0. round: 0 for the start; items of one round can go on at once.

    joint: what its authority does together with others (联合踏勘 …).
    """

    key: str
    kind: BoxKind
    title: str
    authority: str = ""
    limit: str = ""
    lane: int = 0
    round: int = 0
    critical: bool = False
    possible: bool = False
    joint: tuple[str, ...] = ()


class Arrow(Value):
    """What waits for what, and what passes between them."""

    before: str
    after: str
    label: str = ""
    critical: bool = False


class Flow(Value):
    """A process to be drawn. description: the whole of it in words, for those who cannot see it.

    acts: who acts together, one line for each joint act.
    """

    title: str
    description: str
    language: Language
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    rounds: int
    acts: tuple[str, ...] = ()


_WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "start": "提交申请", "end": "一次领取", "spot": "当场办结", "days": "{0}个工作日", "title": "{0}办理流程",
        "then": "第{0}轮：{1}。", "join": "、", "promise": "全部办结最多{0}个工作日。", "possible": "{0}（视情形）",
        "act": "{0}：{1}。",
    },
    "en": {
        "start": "Apply once", "end": "Collect once", "spot": "On the spot", "days": "{0} working days",
        "title": "How {0} is handled", "then": "Round {0}: {1}. ", "join": ", ",
        "promise": "All done within {0} working days.", "possible": "{0} (if needed)", "act": "{0}: {1}. ",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What things are called in the picture. english: by key of the authority, or by the Chinese of what passes."""

    language: Language
    english: Mapping[str, str]

    def item(self, item: PlanItem) -> str:
        return item.name_en if self.language == "en" and item.name_en else item.name

    def authority(self, item: PlanItem) -> str:
        return self._said(item.authority, item.authority_name.partition("（")[0])

    def via(self, words: str) -> str:
        return self._said(words, words)

    def _said(self, key: str, chinese: str) -> str:
        return self.english.get(key, chinese) if self.language == "en" else chinese


def flow_of(plan: Plan, language: Language = "zh", english: Mapping[str, str] = _NOTHING) -> Flow:
    """Return the picture of a plan's process, from handing in once to collecting once.

    english: what authorities and passing documents are called in English (`naming.english_of`); where it says nothing,
    an English picture shows the Chinese.
    """
    words, spoken = _WORDS[language], _Spoken(language, english)
    items = {each.key: each for each in plan.items if each.need is not Need.NOT_NEEDED}
    rounds = _rounds(plan, items)
    lanes = {key: number for number, key in enumerate(sorted({each.authority for each in items.values()}))}
    critical = {each.item for each in plan.process.schedule if each.critical}
    joint = _joint(plan, items, language)
    last = max(rounds.values(), default=0) + 1
    boxes = [Box(key=START, kind=BoxKind.START, title=words["start"])]
    for key in sorted(items, key=lambda each: (rounds[each], lanes[items[each].authority], each)):
        boxes.append(_box(items[key], spoken, rounds[key], lanes, key in critical, joint[key]))
    boxes.append(Box(key=END, kind=BoxKind.END, title=words["end"], round=last))
    name = plan.name_en if language == "en" and plan.name_en else plan.name
    title = words["title"].format(name)
    acts = tuple(_acts(boxes, words))
    told = _told(boxes, last, words) + "".join(acts) + words["promise"].format(_number(plan.process.promise))
    return Flow(
        title=title,
        description=told,
        language=language,
        boxes=tuple(boxes),
        arrows=tuple(_arrows(plan, items, spoken)),
        rounds=last + 1,
        acts=tuple(act.strip() for act in acts),
    )


def _box(
    item: PlanItem, spoken: _Spoken, round_: int, lanes: Mapping[str, int], critical: bool, joint: tuple[str, ...]
) -> Box:
    words = _WORDS[spoken.language]
    return Box(
        key=item.key,
        kind=BoxKind.ITEM,
        title=spoken.item(item),
        authority=spoken.authority(item),
        limit=words["days"].format(_number(item.days)) if item.days else words["spot"],
        lane=lanes[item.authority],
        round=round_,
        critical=critical,
        possible=item.need is Need.POSSIBLE,
        joint=joint,
    )


def _joint(plan: Plan, items: Iterable[str], language: Language) -> dict[str, tuple[str, ...]]:
    acts = [(ENGLISH[act.name] if language == "en" else act.name.value, act.items) for act in plan.process.joint_acts]
    return {key: tuple(name for name, members in acts if key in members) for key in items}


def _acts(boxes: Sequence[Box], words: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys(name for box in boxes for name in box.joint):
        together = words["join"].join(box.title for box in boxes if name in box.joint)
        yield words["act"].format(name[0].upper() + name[1:], together)


def _rounds(plan: Plan, items: Iterable[str]) -> dict[str, int]:
    rounds = dict.fromkeys(items, 1)
    order = [each.item for each in plan.process.schedule]
    for _ in order:
        moved = False
        for edge in plan.process.edges:
            if rounds[edge.after] <= rounds[edge.before]:
                rounds[edge.after], moved = rounds[edge.before] + 1, True
        if not moved:
            break
    return rounds


def _arrows(plan: Plan, items: Iterable[str], spoken: _Spoken) -> Iterable[Arrow]:
    keys = list(items)
    path = plan.process.path
    steps = set(pairwise(path))
    edges = plan.process.edges
    waiting, awaited = {each.after for each in edges}, {each.before for each in edges}
    for key in keys:
        if key not in waiting:
            yield Arrow(before=START, after=key, critical=path[:1] == (key,))
    for edge in edges:
        is_critical = (edge.before, edge.after) in steps
        yield Arrow(before=edge.before, after=edge.after, label=spoken.via(edge.via), critical=is_critical)
    for key in keys:
        if key not in awaited:
            yield Arrow(before=key, after=END, critical=path[-1:] == (key,))


def _told(boxes: Iterable[Box], last: int, words: Mapping[str, str]) -> str:
    by_round: dict[int, list[str]] = {}
    for box in boxes:
        if box.kind is BoxKind.ITEM:
            name = words["possible"].format(box.title) if box.possible else box.title
            by_round.setdefault(box.round, []).append(name)
    return "".join(words["then"].format(n, words["join"].join(by_round[n])) for n in range(1, last) if n in by_round)


def _number(days: Decimal) -> str:
    return f"{days.normalize():f}"
