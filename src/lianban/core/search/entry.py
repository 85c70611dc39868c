"""What can be found: a chain or an item, as the texts that speak of it."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """Where a text stands; the value is what a person reads as the reason of a hit."""

    NAME = "名称"
    ALIAS = "别名"
    NAME_EN = "英文名称"
    CODE = "编码"
    SUMMARY = "说明"
    MEMBER = "包含事项"
    RESULT = "办理结果"
    AUTHORITY = "部门"
    MATERIAL = "材料"
    QUESTION = "情形"


BOOSTS = {
    FieldKind.NAME: 3.0,
    FieldKind.ALIAS: 2.8,
    FieldKind.NAME_EN: 2.0,
    FieldKind.CODE: 4.0,
    FieldKind.SUMMARY: 0.7,
    FieldKind.MEMBER: 0.8,
    FieldKind.RESULT: 1.0,
    FieldKind.AUTHORITY: 0.8,
    FieldKind.MATERIAL: 0.4,
    FieldKind.QUESTION: 0.4,
}
"""How much a match in a field says about what the person wants, relative to the others."""

TITLES = frozenset({FieldKind.NAME, FieldKind.ALIAS})


@dataclass(frozen=True, slots=True)
class Field:
    """One text of an entry."""

    kind: FieldKind
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A chain or an item. kind: `chain` or `item`. fields: the name first, then every other text."""

    kind: str
    key: str
    name: str
    name_en: str
    fields: tuple[Field, ...]
