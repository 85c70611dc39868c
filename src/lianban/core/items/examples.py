"""What a filled sample (样表) shows: values that are plainly nobody's own."""

from decimal import Decimal

from lianban.core.items.model import FormField
from lianban.core.vocabulary.model import Column, DataElement, ValueType

_BY_TYPE = {
    ValueType.DATE: "2026年1月1日",
    ValueType.DATETIME: "2026年1月1日8时00分",
    ValueType.DATE_RANGE: "2026年1月1日至2026年12月31日",
    ValueType.BOOLEAN: "否",
    ValueType.PHONE: "00000000000",
    ValueType.EMAIL: "yangbiao@example.com",
    ValueType.ID_NUMBER: "000000000000000000",
    ValueType.CREDIT_CODE: "000000000000000000",
    ValueType.ADDRESS: "示例省示例市示例区示例路1号",
    ValueType.SCOPE_CODES: "示例经营项目",
}
_NUMBERS = (ValueType.INTEGER, ValueType.NUMBER, ValueType.MONEY)


def example_of(element: DataElement | None, asked: FormField | Column | None = None, *, cell: bool = False) -> str:
    """Return what a sample shows for a data element, as a department's field or a column asks for it.

    cell: the field is one column of a repeated group, so its own type says nothing of its values.
    """
    if element and element.example:
        return element.example
    kind = element.type if element and (cell or asked is None) else asked.type if asked else ValueType.TEXT
    options = (asked.options if asked else ()) or (element.options if element else ())
    if options:
        return options[0].label
    if kind in _NUMBERS:
        return _number(asked)
    return _BY_TYPE.get(kind) or f"示例{_name(element, asked)}"


def _number(asked: FormField | Column | None) -> str:
    least = asked.minimum if isinstance(asked, FormField) and asked.minimum is not None else Decimal(1)
    most = asked.maximum if isinstance(asked, FormField) and asked.maximum is not None else Decimal(2)
    return f"{max(least, min(most, Decimal(2))).normalize():f}"


def _name(element: DataElement | None, asked: FormField | Column | None) -> str:
    name = asked.name if asked else element.name if element else ""
    return name.partition("（")[0]
