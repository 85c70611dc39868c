"""四减: what one thing costs a person when every item is done by itself, and what it costs as a chain (facts 5.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances
from lianban.core.chains.counting import costs_alone, rounds_of, steps_together
from lianban.core.chains.demands import FieldDemand, MaterialDemand, Needed
from lianban.core.chains.model import Chain
from lianban.core.chains.order import Order
from lianban.core.chains.plan import HANDED_IN, Figure, MergedMaterial, Reductions, Section
from lianban.core.chains.process import Process
from lianban.core.conditions.algebra import NEVER
from lianban.core.items.model import Step


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
    taken = [(needed.item.key, step) for needed in before.items for step in steps_of(needed, now)]
    alone = costs_alone(
        {needed.item.key: needed.item for needed in before.items},
        taken,
        [(demand.item.key, demand.entry) for demand in before.materials],
        [(demand.item.key, demand.field) for demand in before.fields],
    )
    names = {needed.item.key: needed.item.name for needed in before.items}
    waits = [(one, two) for one, followers in after.order.after.items() for two in followers]
    rounds = rounds_of(after.order.sequence, waits)
    blanks = [blank for section in after.sections for field in section.fields for blank in field.blanks]
    path = [names[key] for key in after.process.path]
    visits = chain.visits_together(int(alone["visits"].before))
    return built(
        Reductions,
        steps=_after(alone["steps"], steps_together(taken, names, rounds)),
        materials=_after(alone["materials"], (each.name for each in after.materials if each.marking in HANDED_IN)),
        days=_after(alone["days"], path, after.process.promise),
        visits=_after(alone["visits"], ["综合窗口"] * visits),
        fields=_after(alone["fields"], blanks),
    )


def steps_of(needed: Needed, now: Circumstances) -> list[Step]:
    """Return the steps of an item up to its result, in these circumstances."""
    return [step for step in needed.item.counted_steps if now.both(needed.when, step.when) != NEVER]


def _after(alone: Figure, entries: Iterable[str], amount: Decimal | None = None) -> Figure:
    listed = tuple(entries)
    after = Decimal(len(listed)) if amount is None else amount
    return built(Figure, before=alone.before, after=after, before_entries=alone.before_entries, after_entries=listed)
