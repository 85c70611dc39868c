"""Repeated groups: a shareholder's name, number and share are columns of one list, not three lists."""

from collections.abc import Mapping, Sequence
from itertools import chain as joined

from lianban.core.chains import sections
from lianban.core.chains.built import built
from lianban.core.chains.constraints import meet_column, option_codes
from lianban.core.chains.demands import FieldDemand
from lianban.core.chains.plan import FieldUse, MergedField
from lianban.core.chains.telling import told_field
from lianban.core.conditions.simplify import disjunction
from lianban.core.items.fields import as_column
from lianban.core.vocabulary.model import Column, DataElement, ValueType


def grouped(asked: dict[str, list[FieldDemand]], elements: Mapping[str, DataElement]) -> dict[str, list[FieldDemand]]:
    """Return the demands with each repeated group's columns under one key, the role.

    A role is a repeated group when at least two of its facts are asked for, all of them as bare lists (`table` without
    columns), each wherever its department needs it at all, and their options can be met together.
    """
    roles: dict[str, list[str]] = {}
    for key, demands in asked.items():
        role, dot, _ = key.partition(".")
        if dot and demands[0].field.element == key:
            roles.setdefault(role, []).append(key)
    for role, keys in roles.items():
        if len(keys) > 1 and role not in asked and all(_is_column(asked[key], elements.get(key)) for key in keys):
            asked[role] = sorted(joined.from_iterable(asked.pop(key) for key in keys), key=lambda each: each.place)
    return asked


def _is_column(demands: Sequence[FieldDemand], element: DataElement | None) -> bool:
    if element and element.columns:
        return False
    bare = all(demand.field.type is ValueType.TABLE and not demand.field.columns for demand in demands)
    return bare and all(demand.whole for demand in demands) and _column(demands, element) is not None


def is_repeated(key: str, asked: Sequence[FieldDemand]) -> bool:
    """Return whether these demands are columns of one repeated group."""
    return asked[0].field.type is ValueType.TABLE and asked[0].field.element.startswith(f"{key}.")


def repeated(key: str, asked: Sequence[FieldDemand], elements: Mapping[str, DataElement]) -> MergedField:
    """Return the one list whose columns these departments' lists are."""
    by_element: dict[str, list[FieldDemand]] = {}
    for demand in asked:
        by_element.setdefault(demand.field.element, []).append(demand)
    met = {each: _column(demands, elements.get(each)) for each, demands in by_element.items()}
    columns = {each: column for each, column in met.items() if column}
    order = sorted(columns, key=lambda each: sections.rank_of_fact(each.partition(".")[2]))
    return built(
        MergedField,
        key=key,
        type=ValueType.TABLE,
        when=disjunction(demand.when for demand in asked),
        required=disjunction(demand.when for demand in asked if demand.field.required),
        columns=tuple(columns[each] for each in order),
        uses=tuple(_use(demand, columns[demand.field.element], elements.get(demand.field.element)) for demand in asked),
        **told_field(key, [demand.field for demand in asked], elements),
    )


def _column(demands: Sequence[FieldDemand], element: DataElement | None) -> Column | None:
    _, _, fact = demands[0].field.element.partition(".")
    return meet_column(fact, [as_column(demand.field, element) for demand in demands], element)


def _use(demand: FieldDemand, column: Column, element: DataElement | None) -> FieldUse:
    options = option_codes(column.options, demand.field.options, element.options if element else ())
    return demand.used(options, {column.key: demand.field.key})
