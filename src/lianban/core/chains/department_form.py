"""Each department's own form, recreated from the one form: its fields, its codes, its columns, its units."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from lianban.core.chains.constraints import option_codes
from lianban.core.chains.plan import FieldUse, MergedField, Plan
from lianban.core.items.model import FormField, ServiceItem
from lianban.core.vocabulary.model import Column, ValueType
from lianban.core.vocabulary.units import factor


def department_form(plan: Plan, item: ServiceItem, values: Mapping[str, object]) -> list[tuple[FormField, object]]:
    """Return the item's own fields in their own order, each with its value in the department's own terms.

    values: by key of the merged field. A choice is the merged option's value, several choices a list of them, a
    repeated group a list of mappings by column, numbers are counted in the merged field's unit.
    The value is None where nothing was given or the field does not apply in these circumstances.
    """
    uses = {
        use.field: (merged, use)
        for section in plan.sections
        for merged in section.fields
        for use in merged.uses
        if use.item == item.key
    }
    return [
        (field, _own_value(field, *uses[field.key], values) if field.key in uses else None) for field in item.fields
    ]


def _own_value(field: FormField, merged: MergedField, use: FieldUse, values: Mapping[str, object]) -> object:
    value = values.get(merged.key)
    if value is None:
        return None
    if merged.type is ValueType.TABLE and isinstance(value, Sequence):
        return _rows(field, merged, use, value)
    if isinstance(value, list | tuple | set | frozenset):
        chosen = [use.options.get(str(each), str(each)) for each in value]
        return chosen if field.type is ValueType.CHOICES else "、".join(_label(merged, each) for each in value)
    return _single(field, merged, use, value)


def _single(field: FormField, merged: MergedField, use: FieldUse, value: object) -> object:
    if merged.type is ValueType.CHOICE:
        code = use.options.get(str(value))
        if field.type is ValueType.CHOICES:
            return [code or value]
        return code or (value if field.type is ValueType.CHOICE else _label(merged, value))
    if field.type is ValueType.DATE and isinstance(value, datetime):
        return value.date()
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return _counted(field, merged, value)
    return _written(value) if field.type in (ValueType.TEXT, ValueType.LONG_TEXT) else value


def _label(merged: MergedField, value: object) -> str:
    return next((option.label for option in merged.options if option.value == value), str(value))


def _counted(field: FormField, merged: MergedField, value: Decimal | int) -> object:
    if field.type in (ValueType.TEXT, ValueType.LONG_TEXT):
        return f"{value}{merged.unit}"
    times = factor(merged.unit, field.unit) if field.unit and merged.unit else Decimal(1)
    return value if times in (None, 1) else value * times


def _written(value: object) -> object:
    match value:
        case bool():
            return "是" if value else "否"
        case date():
            return value.isoformat()
        case _:
            return value


def _rows(field: FormField, merged: MergedField, use: FieldUse, rows: Sequence[object]) -> list[object]:
    given = [row for row in rows if isinstance(row, Mapping)]
    if not use.columns:
        return [dict(row) for row in given]
    if not field.columns:
        (column,) = use.columns
        return [use.options.get(str(row.get(column)), row.get(column)) for row in given]
    codes = {key: _codes(merged, key, field, own) for key, own in use.columns.items()}
    return [{own: codes[key].get(str(row.get(key)), row.get(key)) for key, own in use.columns.items()} for row in given]


def _codes(merged: MergedField, key: str, field: FormField, own: str) -> dict[str, str]:
    theirs, ours = _column(merged.columns, key), _column(field.columns, own)
    return option_codes(theirs.options, ours.options, theirs.options)


def _column(columns: Sequence[Column], key: str) -> Column:
    return next(column for column in columns if column.key == key)
