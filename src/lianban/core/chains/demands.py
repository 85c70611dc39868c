"""What each department of a chain asks for in these circumstances, before anything is merged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances
from lianban.core.chains.errors import UnknownMember
from lianban.core.chains.material_lists import entries_of, rules_by_item
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import FieldUse
from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition
from lianban.core.conditions.simplify import disjunction, negation
from lianban.core.items.model import FormField, MaterialNeed, ServiceItem


@dataclass(frozen=True, slots=True)
class Needed:
    """An item of the chain. when: the circumstances, as far as the answers leave them open."""

    item: ServiceItem
    when: Condition


class FieldDemand(NamedTuple):
    """A department's field.

    place: where it stands, the item's rank and the field's number in its form. whole: it applies whenever its item
    is needed.
    """

    item: ServiceItem
    field: FormField
    when: Condition
    place: tuple[int, int]
    whole: bool = True

    def used(self, options: dict[str, str], columns: dict[str, str]) -> FieldUse:
        """Return how the one form serves it: the department's own code for each choice, its own name of each column."""
        return built(
            FieldUse,
            item=self.item.key,
            field=self.field.key,
            name=self.field.name,
            options=options,
            columns=columns,
        )


class MaterialDemand(NamedTuple):
    """An entry of an item's material list."""

    item: ServiceItem
    entry: MaterialNeed
    when: Condition


def members_of(chain: Chain, items: Mapping[str, ServiceItem], now: Circumstances) -> dict[str, Needed]:
    """Return every item the chain names, by key, needed or not.

    Raises UnknownMember when the catalogue lacks one.
    """
    when: dict[str, list[Condition]] = {}
    for member in chain.members:
        if member.item not in items:
            raise UnknownMember(chain.name, member.item)
        when.setdefault(member.item, []).append(now.left_of(member.when))
    return {key: Needed(items[key], _live(disjunction(when[key]), now)) for key in sorted(when)}


def _live(condition: Condition, now: Circumstances) -> Condition:
    if not now.can_hold(condition):
        return NEVER
    return condition if now.can_hold(negation(condition)) else ALWAYS


def fields_of(ordered: Sequence[Needed], now: Circumstances) -> Iterator[FieldDemand]:
    """Yield every field that may have to be filled, department by department."""
    for rank, needed in enumerate(ordered):
        for number, field in enumerate(needed.item.fields):
            when = now.both(needed.when, field.when)
            if when != NEVER:
                yield FieldDemand(needed.item, field, when, (rank, number), when == needed.when)


def materials_of(ordered: Sequence[Needed], chain: Chain, now: Circumstances) -> Iterator[MaterialDemand]:
    """Yield every material that may be asked for, the chain's own rules applied."""
    rules = rules_by_item(chain)
    for needed in ordered:
        for entry, when in entries_of(needed.item, rules.get(needed.item.key, ())):
            left = now.both(needed.when, when)
            if left != NEVER:
                yield MaterialDemand(needed.item, entry, left)
