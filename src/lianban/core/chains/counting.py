"""How 四减 is counted (facts 5.4): what items cost when every one is done by itself, and what steps remain together."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from lianban.core.chains.built import built
from lianban.core.chains.plan import Figure
from lianban.core.items.acts import Act, act_of
from lianban.core.items.durations import baseline_of
from lianban.core.items.model import FormField, MaterialNeed, ServiceItem, Step

Costs = dict[str, Figure]
"""By what is counted (steps, materials, fields, days, visits); after is before, for nothing is merged yet."""


def costs_alone(
    items: Mapping[str, ServiceItem],
    steps: Iterable[tuple[str, Step]],
    materials: Iterable[tuple[str, MaterialNeed]],
    fields: Iterable[tuple[str, FormField]],
) -> Costs:
    """Return what is done, handed in, filled in, waited and travelled, one item after the other.

    items: those that may be needed, by key. steps, materials, fields: what may be asked for, with the item's key.
    """
    return {
        "steps": _counted(items, steps),
        "materials": _counted(items, materials),
        "fields": _counted(items, fields),
        "days": _summed((item.name, baseline_of(item)) for item in items.values()),
        "visits": _summed((item.name, Decimal(item.visits)) for item in items.values() if item.visits),
    }


def rounds_of(sequence: Iterable[str], waits: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return each item's round, from 1: it can begin when the rounds before it are done.

    sequence: an order in which all items can be decided. waits: who comes before whom.
    """
    before: dict[str, list[str]] = {}
    for one, two in waits:
        before.setdefault(two, []).append(one)
    rounds: dict[str, int] = {}
    for key in sequence:
        rounds[key] = 1 + max((rounds[one] for one in before.get(key, ())), default=0)
    return rounds


def steps_together(
    steps: Iterable[tuple[str, Step]], names: Mapping[str, str], rounds: Mapping[str, int]
) -> Iterator[str]:
    """Yield the steps of items done as one: accepted once, each joint act once, reviewed in rounds, delivered once.

    steps: of each item. names: of items. rounds: of items; those of one round go on at once.
    """
    acts = {(act_of(step), key) for key, step in steps}
    for act in Act:
        asked = sorted(key for each, key in acts if each is act)
        if act is Act.REVIEW:
            for number in sorted({rounds[key] for key in asked}):
                yield f"第{number}轮{act}：{'、'.join(names[key] for key in asked if rounds[key] == number)}"
        elif asked:
            yield act.value


def _counted(items: Mapping[str, ServiceItem], asked: Iterable[tuple[str, Step | MaterialNeed | FormField]]) -> Figure:
    entries = tuple(f"{items[key].name}：{each.name}" for key, each in asked)
    return _figure(Decimal(len(entries)), entries)


def _summed(amounts: Iterable[tuple[str, Decimal]]) -> Figure:
    listed = list(amounts)
    entries = tuple(f"{name}：{amount.normalize():f}" for name, amount in listed)
    return _figure(sum((amount for _, amount in listed), Decimal(0)), entries)


def _figure(amount: Decimal, entries: tuple[str, ...]) -> Figure:
    return built(Figure, before=amount, after=amount, before_entries=entries, after_entries=entries)
