"""Repeated groups: a shareholder's name, number and share are columns of one list, not three lists."""

from collections.abc import Mapping, Sequence
from itertools import chain as joined

from lianban.core.chains import sections
from lianban.core.chains.built import built
from lianban.core.chains.constraints import option_codes
from lianban.core.chains.demands import FieldDemand
from lianban.core.chains.lists import canonical, meet
from lianban.core.chains.plan import FieldUse, MergedField
from lianban.core.chains.value_types import LISTED
from lianban.core.conditions.simplify import disjunction
from lianban.core.vocabulary.model import CarryOver, Column, DataElement, Option, Sensitivity, ValueType

_MOST_GUARDED = tuple(Sensitivity)
_LEAST_FREE = tuple(CarryOver)


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
    return bare and all(demand.whole for demand in demands) and _options(demands, element) is not None


def _options(demands: Sequence[FieldDemand], element: DataElement | None) -> tuple[Option, ...] | None:
    standard = element.options if element else ()
    given = [canonical(demand.field.options, standard) for demand in demands if demand.field.options]
    return meet(given, standard) if given else standard


def is_repeated(key: str, asked: Sequence[FieldDemand]) -> bool:
    """Return whether these demands are columns of one repeated group."""
    return asked[0].field.type is ValueType.TABLE and asked[0].field.element.startswith(f"{key}.")


def repeated(key: str, asked: Sequence[FieldDemand], elements: Mapping[str, DataElement]) -> MergedField:
    """Return the one list whose columns these departments' lists are."""
    by_element: dict[str, list[FieldDemand]] = {}
    for demand in asked:
        by_element.setdefault(demand.field.element, []).append(demand)
    known = [elements[each] for each in sorted(by_element) if each in elements]
    columns = {each: _column(each, demands, elements.get(each)) for each, demands in by_element.items()}
    title = sections.TITLES.get(key)
    order = sorted(columns, key=lambda each: sections.rank_of_fact(each.partition(".")[2]))
    return built(
        MergedField,
        key=key,
        label=title.zh if title else asked[0].field.name,
        label_en=title.en if title else asked[0].field.name_en,
        type=ValueType.TABLE,
        when=disjunction(demand.when for demand in asked),
        required=disjunction(demand.when for demand in asked if demand.field.required),
        columns=tuple(columns[each] for each in order),
        sensitivity=max((each.sensitivity for each in known), key=_MOST_GUARDED.index, default=Sensitivity.OPEN),
        carry_over=max((each.carry_over for each in known), key=_LEAST_FREE.index, default=CarryOver.FREE),
        authority=next((each.authority for each in known if each.authority), ""),
        uses=tuple(_use(demand, columns[demand.field.element], elements.get(demand.field.element)) for demand in asked),
    )


def _column(key: str, demands: Sequence[FieldDemand], element: DataElement | None) -> Column:
    options = _options(demands, element) or ()
    first = demands[0].field
    return Column(
        key=key.partition(".")[2],
        name=element.name if element else first.name,
        name_en=element.name_en if element else first.name_en,
        type=_column_type(element, options),
        options=options,
        required=any(demand.field.required for demand in demands),
    )


def _column_type(element: DataElement | None, options: Sequence[Option]) -> ValueType:
    if options:
        return element.type if element and element.type in LISTED else ValueType.CHOICE
    if element is None or element.type in LISTED or element.type is ValueType.TABLE:
        return ValueType.TEXT
    return element.type


def _use(demand: FieldDemand, column: Column, element: DataElement | None) -> FieldUse:
    field = demand.field
    standard = element.options if element else ()
    return built(
        FieldUse,
        item=demand.item.key,
        field=field.key,
        name=field.name,
        options=option_codes(column.options, field.options, standard) if field.options else {},
        columns={column.key: field.key},
    )
