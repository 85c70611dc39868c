"""A person who fills in whatever a form asks."""

from lianban.core.chains.plan import MergedField
from lianban.core.vocabulary.model import Column, ValueType

ID_NUMBER = "11010519491231002X"
SAID = {
    ValueType.INTEGER: "3",
    ValueType.NUMBER: "350",
    ValueType.MONEY: "10",
    ValueType.DATE: "2026-11-01",
    ValueType.DATETIME: "2026-11-01T08:30",
    ValueType.PHONE: "13800000000",
    ValueType.EMAIL: "name@example.com",
    ValueType.ID_NUMBER: ID_NUMBER,
    ValueType.CREDIT_CODE: "91350100M000100Y43",
    ValueType.ADDRESS: "博山区演示路1号",
}


def an_answer(shape: MergedField | Column) -> object:
    """Return something right for a field."""
    match shape.type:
        case ValueType.CHOICE:
            return shape.options[0].value if shape.options else "演示"
        case ValueType.CHOICES:
            return [shape.options[0].value] if shape.options else ["演示"]
        case ValueType.BOOLEAN:
            return False
        case ValueType.DATE_RANGE:
            return ["2026-11-01", "2027-10-31"]
        case ValueType.TABLE:
            return [{column.key: an_answer(column) for column in shape.columns}]
    limit = getattr(shape, "max_length", None) or 20
    return SAID.get(shape.type, "演示内容"[:limit])
