"""What somebody typed into a field: read as it is, kept as it is, and checked with a sentence that says the way out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Protocol

from django.utils.translation import gettext as _

from lianban.core.chains.plan import MergedField
from lianban.core.kernel.citizen_number import parse_citizen_number
from lianban.core.kernel.credit_code import parse_credit_code
from lianban.core.kernel.identifiers import InvalidIdentifier
from lianban.core.vocabulary.model import Column, Option, ValueType

LONGEST_TEXT = 200
LONGEST_AREA = 2000
ROWS_AT_MOST = 50
ROW = re.compile(r"[0-9]{1,9}")
PHONE = re.compile(r"(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|12345)")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
TRUTHS = {"yes": True, "no": False}
EMPTY: tuple[object, ...] = ("", None, [], {})


class Posted(Protocol):
    """A posted form."""

    def get(self, name: str, default: str = "") -> str | None:
        """Return the last value posted under a name."""
        ...

    def getlist(self, name: str) -> list[str]:
        """Return every value posted under a name."""
        ...

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        ...


def read(field: MergedField, posted: Posted) -> object:
    """Return what was typed into a field, unchecked: text, truth, list of options, two days, or rows."""
    if field.type is ValueType.TABLE:
        return _rows(field, posted)
    return _single(field.key, field.type, posted)


def is_posted(field: MergedField, posted: Posted) -> bool:
    """Whether the form that was posted held this field at all."""
    inside = f"{field.key}."
    return any(name == field.key or name.startswith(inside) for name in posted)


def is_empty(value: object) -> bool:
    """Whether nothing was given."""
    if isinstance(value, list):
        return not value or all(is_empty(each) for each in value)
    if isinstance(value, Mapping):
        return all(is_empty(each) for each in value.values())
    return value in EMPTY or (isinstance(value, str) and not value.strip())


def problems(field: MergedField, value: object, today: date) -> dict[str, str]:
    """Return what is wrong with a value that was given: name of the input → sentence. Empty when all is well."""
    if field.type is ValueType.TABLE:
        rows = value if isinstance(value, list) else []
        found = [_row_problems(field, index, row, today) for index, row in enumerate(rows)]
        return {name: text for each in found for name, text in each.items()}
    text = _problem(field, field.label, value, today)
    return {field.key: text} if text else {}


def missing(field: MergedField) -> str:
    """Say that a required field is empty."""
    if field.type in (ValueType.CHOICE, ValueType.CHOICES, ValueType.BOOLEAN):
        return _("请选择“%(name)s”。") % {"name": field.label}
    if field.type is ValueType.TABLE:
        return _("请至少填写一项“%(name)s”。") % {"name": field.label}
    return _("请填写“%(name)s”。") % {"name": field.label}


def clean(field: MergedField, value: object) -> object:
    """Return a checked value as cases keep it: trimmed text, canonical numbers, upper-case identifiers."""
    if isinstance(value, str):
        text = value.strip()
        return text.upper() if field.type in (ValueType.ID_NUMBER, ValueType.CREDIT_CODE) else text
    if field.type is ValueType.TABLE and isinstance(value, list):
        return [{key: _trimmed(cell) for key, cell in row.items()} for row in value if not is_empty(row)]
    return value


def _single(name: str, kind: ValueType, posted: Posted) -> object:
    match kind:
        case ValueType.CHOICES:
            return posted.getlist(name)
        case ValueType.BOOLEAN:
            return TRUTHS.get(posted.get(name) or "")
        case ValueType.DATE_RANGE:
            ends = [posted.get(f"{name}.from") or "", posted.get(f"{name}.to") or ""]
            return ends if any(ends) else []
    return posted.get(name) or ""


def _rows(field: MergedField, posted: Posted) -> list[dict[str, object]]:
    prefix = f"{field.key}."
    heads = (name[len(prefix) :].partition(".")[0] for name in posted if name.startswith(prefix))
    indexes = sorted({int(head) for head in heads if ROW.fullmatch(head)})[:ROWS_AT_MOST]
    return [
        {column.key: _single(f"{prefix}{index}.{column.key}", column.type, posted) for column in field.columns}
        for index in indexes
    ]


def _row_problems(field: MergedField, index: int, row: Mapping[str, object], today: date) -> dict[str, str]:
    if is_empty(row):
        return {}
    found = {}
    for column in field.columns:
        value, name = row.get(column.key), f"{field.key}.{index}.{column.key}"
        if is_empty(value):
            said = {"row": index + 1, "name": column.name}
            text = _("请填写第 %(row)d 项的“%(name)s”。") % said if column.required else ""
        else:
            text = _problem(column, column.name, value, today)
        if text:
            found[name] = text
    return found


def _problem(shape: MergedField | Column, label: str, value: object, today: date) -> str:
    said = {"name": label}
    match shape.type:
        case ValueType.ID_NUMBER:
            return _identifier(label, value, today)
        case ValueType.CREDIT_CODE:
            return _credit_code(label, value)
        case ValueType.PHONE if not PHONE.fullmatch(str(value).strip().replace(" ", "")):
            return _("“%(name)s”不是有效的电话号码。请填写 11 位手机号，或带区号的座机，如 0533-1234567。") % said
        case ValueType.EMAIL if not EMAIL.fullmatch(str(value).strip()):
            return _("“%(name)s”不是有效的电子邮箱。请按 name@example.com 的样式填写。") % said
        case ValueType.INTEGER | ValueType.NUMBER | ValueType.MONEY:
            return _number(shape, label, value)
        case ValueType.DATE | ValueType.DATETIME:
            return _day(label, value)
        case ValueType.DATE_RANGE:
            return _range(label, value)
        case ValueType.CHOICE | ValueType.CHOICES if stray := _stray(shape.options, value):
            return _("“%(name)s”中没有“%(stray)s”这一项。请从列出的选项中选择。") % {**said, "stray": stray}
        case ValueType.ADDRESS if len(str(value).strip()) < 4:
            return _("“%(name)s”不够详细。请写到门牌号或村组。") % said
    return _length(shape, label, value)


def _identifier(label: str, value: object, today: date) -> str:
    try:
        parse_citizen_number(str(value), today=today)
    except InvalidIdentifier as wrong:
        return f"“{label}”：{wrong.message}"
    return ""


def _credit_code(label: str, value: object) -> str:
    try:
        parse_credit_code(str(value))
    except InvalidIdentifier as wrong:
        return f"“{label}”：{wrong.message}"
    return ""


def _number(shape: MergedField | Column, label: str, value: object) -> str:
    said = {"name": label}
    try:
        number = Decimal(str(value).strip().replace(",", ""))
    except InvalidOperation:
        return _("“%(name)s”要填数字，例如 120。") % said
    if not number.is_finite():
        return _("“%(name)s”要填数字，例如 120。") % said
    if shape.type is ValueType.INTEGER and number != number.to_integral_value():
        return _("“%(name)s”要填整数，不带小数点。") % said
    lowest = getattr(shape, "minimum", None)
    highest = getattr(shape, "maximum", None)
    if lowest is not None and number < lowest:
        return _("“%(name)s”不能小于 %(limit)s。") % {**said, "limit": lowest}
    if highest is not None and number > highest:
        return _("“%(name)s”不能大于 %(limit)s。") % {**said, "limit": highest}
    return _("“%(name)s”不能是负数。") % said if lowest is None and number < 0 else ""


def _day(label: str, value: object) -> str:
    try:
        datetime.fromisoformat(str(value).strip())
    except ValueError:
        return _("“%(name)s”不是有效的日期。请按 2026-11-23 的样式填写。") % {"name": label}
    return ""


def _range(label: str, value: object) -> str:
    ends = [str(each) for each in value] if isinstance(value, list | tuple) else []
    if len(ends) != 2 or any(_day(label, each) for each in ends):
        return _("请填写“%(name)s”的开始和结束日期。") % {"name": label}
    return _("“%(name)s”的结束日期早于开始日期。") % {"name": label} if ends[1] < ends[0] else ""


def _stray(options: Sequence[Option], value: object) -> str:
    known = {option.value for option in options}
    given = [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]
    return next((each for each in given if known and each not in known), "")


def _length(shape: MergedField | Column, label: str, value: object) -> str:
    area = shape.type in (ValueType.LONG_TEXT, ValueType.SCOPE_CODES)
    limit = getattr(shape, "max_length", None) or (LONGEST_AREA if area else LONGEST_TEXT)
    over = len(str(value).strip()) - limit
    if isinstance(value, str) and over > 0:
        said = {"name": label, "limit": limit, "over": over}
        return _("“%(name)s”最多 %(limit)d 个字，现在多了 %(over)d 个。") % said
    return ""


def _trimmed(cell: object) -> object:
    return cell.strip() if isinstance(cell, str) else cell
