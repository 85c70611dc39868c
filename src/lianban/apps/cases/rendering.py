"""Form values as text, masked unless somebody may see them in full."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from lianban.apps.cases.views import FieldView, SectionView
from lianban.core.chains.plan import MergedField, Plan
from lianban.core.conditions.truth import evaluate
from lianban.core.items.model import FormField
from lianban.core.kernel.masking import MaskKind, mask
from lianban.core.vocabulary.model import Column, Option, Sensitivity, ValueType

KINDS = {
    ValueType.ID_NUMBER: MaskKind.CITIZEN_NUMBER,
    ValueType.PHONE: MaskKind.PHONE,
    ValueType.ADDRESS: MaskKind.ADDRESS,
    ValueType.EMAIL: MaskKind.EMAIL,
}
COUNTED = (ValueType.INTEGER, ValueType.NUMBER, ValueType.MONEY)
YES, NO = "是", "否"
YES_EN, NO_EN = "Yes", "No"


def sections(
    plan: Plan, values: Mapping[str, object], sources: Mapping[str, str], *, full: bool
) -> tuple[SectionView, ...]:
    """Return the filled form in its sections; fields that do not apply and empty sections are left out."""
    facts = facts_of(plan, values)
    shown = (
        SectionView(
            section.title,
            tuple(
                field_view(field, values[field.key], sources.get(field.key, ""), full=full)
                for field in section.fields
                if values.get(field.key) not in (None, "", []) and evaluate(field.when, facts) is not False
            ),
            section.title_en,
        )
        for section in plan.sections
    )
    return tuple(section for section in shown if section.fields)


def facts_of(plan: Plan, values: Mapping[str, object]) -> dict[str, object]:
    """Return what the answers and the given values of a form settle, as conditions look at it."""
    return {**_scalars(plan.facts), **_scalars(typed(plan, values))}


def typed(plan: Plan, values: Mapping[str, object]) -> dict[str, object]:
    """Return stored values as the composer counts with them: numbers are decimals again."""
    numbers = {field.key for field in plan.fields if field.type in COUNTED}
    return {key: Decimal(str(value)) if key in numbers and value else value for key, value in values.items()}


def field_view(field: MergedField, value: object, source: str = "", *, full: bool) -> FieldView:
    """Return one value as its reader may see it."""
    hidden = not full and field.sensitivity is not Sensitivity.OPEN
    named = FieldView(field.key, field.label, "", hidden, source, label_en=field.label_en)
    return _with_rows(named, field.columns, value) or _with_value(named, field, field.key, value)


def own_field(field: FormField, merged: MergedField, value: object, *, full: bool) -> FieldView:
    """Return one field of an authority's own form: its words, its codes spelt out."""
    hidden = not full and merged.sensitivity is not Sensitivity.OPEN
    named = FieldView(field.key, field.name, "", hidden, label_en=field.name_en or merged.label_en)
    return _with_rows(named, field.columns, value) or _with_value(named, field, merged.key, value)


def words(value: object, options: Iterable[Option] = (), *, english: bool = False) -> str:
    """Write a value as a person reads it: labels for choices, 是 and 否 for truths."""
    labels = {option.value: (english and option.label_en) or option.label for option in options}
    match value:
        case None:
            return ""
        case bool():
            return (YES_EN if value else NO_EN) if english else (YES if value else NO)
        case list() | tuple():
            return (", " if english else "、").join(labels.get(str(each), str(each)) for each in value)
        case Decimal():
            return f"{value.normalize():f}"
    return labels.get(str(value), str(value))


def _with_rows(named: FieldView, columns: Iterable[Column], value: object) -> FieldView | None:
    """The rows of a repeated group; None for anything else."""
    if not (isinstance(value, list) and value and isinstance(value[0], Mapping)):
        return None
    both = (tuple(_row(columns, row, named.masked, english) for row in value) for english in (False, True))
    rows, rows_en = both
    return replace(named, rows=rows, rows_en=rows_en)


def _with_value(named: FieldView, field: FormField | MergedField, key: str, value: object) -> FieldView:
    told, told_en = (_told(field, key, value, named.masked, english) for english in (False, True))
    return replace(named, value=told, value_en=told_en)


def _told(field: FormField | MergedField, key: str, value: object, hidden: bool, english: bool) -> str:
    text = _text(field.type, value, field.options, english)
    if text and field.unit and (field.type in COUNTED or isinstance(field, FormField)):
        text = f"{text} {field.unit}"
    return _masked(field.type, key, text) if hidden else text


def _text(kind: ValueType, value: object, options: Iterable[Option], english: bool) -> str:
    text = words(value, options, english=english)
    return text.replace("T", " ") if kind is ValueType.DATETIME else text


def _row(
    columns: Iterable[Column], row: Mapping[str, object], hidden: bool, english: bool
) -> tuple[tuple[str, str], ...]:
    cells = []
    for column in columns:
        text = _text(column.type, row.get(column.key), column.options, english)
        name = (english and column.name_en) or column.name
        cells.append((name, _masked(column.type, column.key, text) if hidden else text))
    return tuple(cells)


def _masked(kind: ValueType, key: str, text: str) -> str:
    if kind in KINDS:
        return mask(KINDS[kind], text)
    if key.endswith("name"):
        return mask(MaskKind.NAME, text)
    return text if kind in (ValueType.CHOICE, ValueType.BOOLEAN) else mask(MaskKind.OTHER, text)


def _scalars(values: Mapping[str, object]) -> dict[str, object]:
    """The form's own values as facts: lists of words become sets, repeated groups say nothing."""
    facts: dict[str, object] = {}
    for key, value in values.items():
        if isinstance(value, list):
            if all(isinstance(each, str) for each in value):
                facts[key] = frozenset(value)
        elif value is not None and value != "":
            facts[key] = value
    return facts
