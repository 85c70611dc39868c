"""四减: what one thing costs a person when every item is done by itself, and what it costs as a chain (facts 5.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances
from lianban.core.chains.demands import FieldDemand, MaterialDemand, Needed
from lianban.core.chains.durations import baseline_of
from lianban.core.chains.merge_process import is_survey
from lianban.core.chains.model import Chain
from lianban.core.chains.order import Order
from lianban.core.chains.plan import Figure, Marking, MergedField, MergedMaterial, Process, Reductions, Section
from lianban.core.conditions.algebra import NEVER
from lianban.core.items.model import Step
from lianban.core.vocabulary.model import ValueType

HANDED_IN = frozenset({Marking.REQUIRED, Marking.CONDITIONAL, Marking.TOLERABLE})
"""The markings of a material that the applicant hands in."""


class Act(StrEnum):
    """What a step of an item becomes when items are handled as one."""

    ACCEPTANCE = "一窗受理"
    SURVEY = "联合踏勘"
    REVIEW = "并联审批"
    DELIVERY = "统一出件"


_ACCEPTANCE = ("收件", "受理", "申请", "预审", "申报")
_DELIVERY = ("制证", "送达", "发证", "出证", "出件", "领证", "办结", "制发", "颁证", "归档")


@dataclass(frozen=True, slots=True)
class Before:
    """Everything the departments ask for one by one, in the plan's order of items."""

    items: Sequence[Needed]
    fields: Sequence[FieldDemand]
    materials: Sequence[MaterialDemand]


@dataclass(frozen=True, slots=True)
class After:
    """Everything the chain asks for."""

    sections: Sequence[Section]
    materials: Sequence[MergedMaterial]
    process: Process
    order: Order


def reductions(chain: Chain, before: Before, after: After, now: Circumstances) -> Reductions:
    """Return the reductions of steps, materials, days and visits, and of fields, each with its entries.

    What may be needed counts as needed, on both sides; answers make the figures exact. Days: the sum of the statutory
    limits against the promise. Visits: the chain's own figure, else one visit where any item needs one.
    """
    return built(
        Reductions,
        steps=_steps(before.items, after, now),
        materials=_figure(
            (f"{demand.item.name}：{demand.entry.name}" for demand in before.materials),
            (each.name for each in after.materials if each.marking in HANDED_IN),
        ),
        days=_days(before.items, after.process),
        visits=_visits(chain, before.items),
        fields=_figure(
            (f"{demand.item.name}：{demand.field.name}" for demand in before.fields),
            (name for section in after.sections for field in section.fields for name in _blanks(field)),
        ),
    )


def act_of(step: Step) -> Act:
    """Return what a step becomes: what is accepted or delivered by one window, done on site together, or reviewed."""
    if is_survey(step):
        return Act.SURVEY
    if any(word in step.name for word in _ACCEPTANCE):
        return Act.ACCEPTANCE
    return Act.DELIVERY if any(word in step.name for word in _DELIVERY) else Act.REVIEW


def steps_of(needed: Needed, now: Circumstances) -> list[Step]:
    """Return the steps of an item up to its result, in these circumstances."""
    return [step for step in needed.item.steps if step.counted and now.left_of(step.when) != NEVER]


def _figure(before: Iterable[str], after: Iterable[str]) -> Figure:
    one, other = tuple(before), tuple(after)
    return built(Figure, before=Decimal(len(one)), after=Decimal(len(other)), before_entries=one, after_entries=other)


def _blanks(field: MergedField) -> Iterable[str]:
    """A repeated group counts as many fields as the lists it replaces: one per column."""
    if field.type is ValueType.TABLE and any(
        use.columns.get(key) == use.field for use in field.uses for key in use.columns
    ):
        return (f"{field.label}：{column.name}" for column in field.columns)
    return (field.label,)


def _steps(items: Sequence[Needed], after: After, now: Circumstances) -> Figure:
    taken = {needed.item.key: steps_of(needed, now) for needed in items}
    names = {needed.item.key: needed.item.name for needed in items}
    before = [f"{names[key]}：{step.name}" for key, steps in taken.items() for step in steps]
    acts = {key: {act_of(step) for step in steps} for key, steps in taken.items()}
    return _figure(before, _merged_steps(acts, names, after.order))


def _merged_steps(acts: Mapping[str, set[Act]], names: Mapping[str, str], order: Order) -> Iterable[str]:
    for act in (Act.ACCEPTANCE, Act.SURVEY):
        if any(act in each for each in acts.values()):
            yield act.value
    for number, wave in enumerate(waves(order), start=1):
        reviewed = [names[key] for key in wave if Act.REVIEW in acts[key]]
        if reviewed:
            yield f"第{number}轮{Act.REVIEW.value}：{'、'.join(reviewed)}"
    if any(Act.DELIVERY in each for each in acts.values()):
        yield Act.DELIVERY.value


def waves(order: Order) -> list[list[str]]:
    """Return the items in rounds: each round can begin when the rounds before it are done."""
    round_ = dict.fromkeys(order.keys, 0)
    for key in order.sequence:
        for follower in order.after[key]:
            round_[follower] = max(round_[follower], round_[key] + 1)
    return [[key for key in order.keys if round_[key] == n] for n in range(max(round_.values(), default=-1) + 1)]


def _days(items: Sequence[Needed], process: Process) -> Figure:
    names = {needed.item.key: needed.item.name for needed in items}
    return built(
        Figure,
        before=sum((baseline_of(needed.item) for needed in items), Decimal(0)),
        after=process.promise,
        before_entries=tuple(f"{each.item.name}：{baseline_of(each.item).normalize():f}" for each in items),
        after_entries=tuple(names[key] for key in process.path),
    )


def _visits(chain: Chain, items: Sequence[Needed]) -> Figure:
    before = sum(needed.item.visits for needed in items)
    promised = 1 if chain.visits_after is None else chain.visits_after
    after = min(promised, before)
    return built(
        Figure,
        before=Decimal(before),
        after=Decimal(after),
        before_entries=tuple(f"{each.item.name}：{each.item.visits}" for each in items if each.item.visits),
        after_entries=("综合窗口",) * after,
    )
