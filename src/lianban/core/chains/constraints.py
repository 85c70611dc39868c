"""What every department that asks for one fact will take: never more than each of them does, never less than all."""

from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from lianban.core.chains import lists
from lianban.core.items.fields import ROW, columns_of, type_of
from lianban.core.items.model import FormField
from lianban.core.vocabulary import units
from lianban.core.vocabulary.model import Column, DataElement, Option, ValueType
from lianban.core.vocabulary.names import choices_of
from lianban.core.vocabulary.value_types import ACCEPTED, LISTED, NUMERIC


class Clash(StrEnum):
    """Why two departments' fields cannot be one field, though they ask for one fact."""

    TYPE = "类型"
    OPTIONS = "可选项"
    UNIT = "单位"
    RANGE = "取值范围"
    COLUMNS = "表格各列"


class Constraint(NamedTuple):
    """What one merged field takes. Numbers are bounded in `unit`, lengths counted in characters."""

    type: ValueType
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    unit: str = ""
    max_length: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None


def meet(fields: Sequence[FormField], element: DataElement | None) -> Constraint | Clash:
    """Return what all these fields take of one fact, or what keeps them apart.

    fields: at least one. element: the fact, when the vocabulary knows it; it decides names and order, never limits.
    """
    type_ = meet_of({type_of(field, element) for field in fields})
    if type_ is None:
        return Clash.TYPE
    if type_ is ValueType.TABLE:
        columns = _columns(fields, element)
        return columns if isinstance(columns, Clash) else Constraint(type_, columns=columns)
    longest = min([field.max_length for field in fields if field.max_length is not None], default=None)
    if type_ in LISTED:
        options = _options(fields, element.options if element else ())
        return Clash.OPTIONS if options is None else Constraint(type_, options, max_length=longest)
    if type_ in NUMERIC:
        return _numbers(Constraint(type_, max_length=longest), fields, element)
    return Constraint(type_, max_length=longest)


def option_codes(merged: Sequence[Option], own: Sequence[Option], standard: Sequence[Option]) -> dict[str, str]:
    """Return the department's own code for each merged choice; none where it lists no choices."""
    if not (merged and own):
        return {}
    codes = choices_of(own, standard)
    return {option.value: codes[option.value].value for option in merged if option.value in codes}


def column_keys(merged: Sequence[Column], field: FormField, element: DataElement | None) -> dict[str, str]:
    """Return the department's own column for each merged column it has; a bare list is the only column there is."""
    if not field.columns:
        return {ROW: field.key} if any(column.key == ROW for column in merged) else {}
    own = columns_of(field, element)
    return {column.key: own[column.key].key for column in merged if column.key in own}


def meet_of(types: Set[ValueType]) -> ValueType | None:
    """Return the widest type whose every value each of these takes; None when there is none."""
    if len(types) == 1:
        return next(iter(types))
    common = frozenset.intersection(*(ACCEPTED[each] for each in types))
    return max((each for each in ValueType if each in common), key=lambda each: len(ACCEPTED[each]), default=None)


def _options(fields: Sequence[FormField], standard: tuple[Option, ...]) -> tuple[Option, ...] | None:
    given = [choices_of(field.options, standard) for field in fields if field.options and field.type in LISTED]
    return lists.meet(given, standard) if given else standard


class _Bounds(NamedTuple):
    minimum: Decimal | None
    maximum: Decimal | None


def _numbers(plain: Constraint, fields: Sequence[FormField], element: DataElement | None) -> Constraint | Clash:
    standard = element.unit if element else ""
    counted = [field.unit or standard for field in fields if field.type in NUMERIC]
    unit = standard if standard and standard in counted else min(counted)
    if any(each != unit for each in counted) and plain.type is ValueType.INTEGER:
        return Clash.UNIT
    bounds = [_bounds(field, field.unit or standard, unit) for field in fields if field.type in NUMERIC]
    if None in bounds:
        return Clash.UNIT
    low = max((each.minimum for each in bounds if each and each.minimum is not None), default=None)
    high = min((each.maximum for each in bounds if each and each.maximum is not None), default=None)
    if low is not None and high is not None and low > high and len(fields) > 1:
        return Clash.RANGE
    return plain._replace(unit=unit, minimum=low, maximum=high)


def _bounds(field: FormField, given: str, wanted: str) -> _Bounds | None:
    times = units.factor(given, wanted)
    if times is None:
        return None
    low, high = field.minimum, field.maximum
    return _Bounds(None if low is None else low * times, None if high is None else high * times)


def _columns(fields: Sequence[FormField], element: DataElement | None) -> tuple[Column, ...] | Clash:
    found: dict[str, list[Column]] = {}
    for field in fields:
        for key, column in columns_of(field, element).items():
            found.setdefault(key, []).append(column)
    if not found:
        return element.columns if element and element.columns else (Column(key=ROW, name=fields[0].name),)
    known = {column.key: column for column in element.columns} if element else {}
    order = [*known, *(key for key in found if key not in known)]
    merged = [meet_column(key, found[key], known.get(key)) for key in order if key in found]
    return Clash.COLUMNS if None in merged else tuple(column for column in merged if column)


def meet_column(key: str, columns: Sequence[Column], known: Column | DataElement | None) -> Column | None:
    """Return the one column that all of these are; None when no column can be. known: what it is called."""
    type_ = meet_of({column.type for column in columns})
    standard = known.options if known else ()
    given: list[Mapping[str, Option]] = [choices_of(each.options, standard) for each in columns if each.options]
    options = lists.meet(given, standard) if given else standard
    if type_ is None or options is None:
        return None
    named = known or columns[0]
    required = any(column.required for column in columns)
    return Column(key=key, name=named.name, name_en=named.name_en, type=type_, options=options, required=required)
