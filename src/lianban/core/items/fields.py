"""What one field of a department's form takes, told in the words of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from lianban.core.items.model import FormField
from lianban.core.vocabulary.model import Column, DataElement, Option, ValueType
from lianban.core.vocabulary.names import choices_of, column_of
from lianban.core.vocabulary.value_types import LISTED, NUMERIC

ROW = "value"
"""The only column of a list whose columns nobody has named."""

_NONE: Mapping[str, Option] = {}


class Takes(NamedTuple):
    """What a department's field or column takes, and how it is told.

    key: the department's own; empty for a column only the vocabulary has. choices: by what each is, in the words of
    the vocabulary; empty where the department lists none. codes: the department's own, by the same. words: the
    vocabulary's own choices, where it is a list.
    unit: what its number counts; None when it is no number. usual: what the vocabulary counts it in. low, high: bounds
    in its unit. longest: in characters. columns: those it lists, by the vocabulary's key where it has them. rows: what
    a bare list consists of when nobody lists columns.
    """

    key: str
    name: str
    name_en: str
    type: ValueType
    required: bool
    choices: Mapping[str, Option] = _NONE
    codes: Mapping[str, str] = {}
    words: Mapping[str, Option] = _NONE
    unit: str | None = None
    usual: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    longest: int | None = None
    columns: Mapping[str, Takes] = {}
    rows: Mapping[str, Takes] = {}


def takes(field: FormField, element: DataElement | None, is_column: bool = False) -> Takes:
    """Return what a field takes. element: the fact it asks for, when the vocabulary knows it.

    is_column: the field, a bare list, is a column of the repeated group of its role.
    """
    named, is_number = element or field, field.type in NUMERIC
    columns = {key: _column(each, _standard(element).get(key)) for key, each in columns_of(field, element).items()}
    if is_column:
        columns = {field.element.partition(".")[2]: _column(as_column(field, element), element)}
    own = field.options if field.type in LISTED else ()
    return Takes(
        key=field.key,
        name=named.name,
        name_en=named.name_en,
        type=type_of(field, element),
        required=field.required,
        choices=_told(own, element),
        codes={key: each.value for key, each in choices_of(field.options, element.options if element else ()).items()},
        words=_words(element) if field.type in LISTED else _NONE,
        unit=(field.unit or (element.unit if element else "")) if is_number else None,
        usual=element.unit if element else "",
        low=field.minimum if is_number else None,
        high=field.maximum if is_number else None,
        longest=field.max_length,
        columns=columns,
        rows=_rows(field, element) if field.type is ValueType.TABLE else {},
    )


def type_of(field: FormField, element: DataElement | None) -> ValueType:
    """Return what a field asks for. A list without entries takes any entry: it asks for text.

    element: the fact it asks for; its entries are the list's where the department gives none.
    """
    is_open = field.type in LISTED and not field.options and not (element and element.options)
    return ValueType.TEXT if is_open else field.type


def columns_of(field: FormField, element: DataElement | None) -> dict[str, Column]:
    """Return a repeated group's columns, each under the key of the vocabulary's column that it is, else its own."""
    found: dict[str, Column] = {}
    for column in field.columns:
        known = column_of(column, element.columns if element else ())
        found[known.key if known and known.key not in found else column.key] = column
    return found


def as_column(field: FormField, element: DataElement | None) -> Column:
    """Return a bare list (股东姓名, a table without columns) as the column it is of its role's repeated group.

    Its key stays the field's own.
    """
    listed = bool(field.options or (element and element.options))
    fits = element and element.type is not ValueType.TABLE and (element.type in LISTED) == listed
    return Column(
        key=field.key,
        name=field.name,
        name_en=field.name_en,
        type=element.type if element and fits else ValueType.CHOICE if listed else ValueType.TEXT,
        options=field.options,
        required=field.required,
    )


def _column(column: Column, known: DataElement | Column | None) -> Takes:
    named = known or column
    return Takes(
        key=column.key,
        name=named.name,
        name_en=named.name_en,
        type=column.type,
        required=column.required,
        choices=_told(column.options, known),
        words=_words(known),
    )


def _rows(field: FormField, element: DataElement | None) -> dict[str, Takes]:
    standard = {key: _column(each, each)._replace(key="") for key, each in _standard(element).items()}
    return standard or {ROW: _column(Column(key=field.key, name=field.name), None)}


def _standard(element: DataElement | None) -> dict[str, Column]:
    return {each.key: each for each in (element.columns if element else ())}


def _words(known: DataElement | Column | None) -> Mapping[str, Option]:
    return {option.value: option for option in known.options} if known else _NONE


def _told(own: tuple[Option, ...], known: DataElement | Column | None) -> Mapping[str, Option]:
    if not own:
        return _NONE
    words, choices = _words(known), choices_of(own, known.options if known else ())
    return {key: words.get(key) or each.model_copy(update={"value": key}) for key, each in choices.items()}
