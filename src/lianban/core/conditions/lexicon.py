"""The words of the text notation: how a line of text falls into tokens, and how a value is spelled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from lianban.core.conditions.algebra import Order, Scalar
from lianban.core.conditions.errors import ConditionSyntaxError

Kind = Literal["sign", "word", "quoted", "end"]

DIVISION = re.compile(r"\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?", re.ASCII)
"""Code of a province, city, county, town or village."""
DIVISION_IN_WORDS = "行政区划代码（2、4、6、9 或 12 位数字）"
ORDERS: dict[str, Order] = {"<": "<", "<=": "<=", ">": ">", ">=": ">="}
"""The signs of order, by their spelling."""
FACT = re.compile(r"[^\W\d]\w*(\.\w+)*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TOKEN = re.compile(
    r"""\s*(?: (?P<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*")
             | (?P<word>[\w.\-]+)
             | (?P<sign><=|>=|!=|==|[<>=()\[\],≤≥≠＝（），【】、]) )""",
    re.VERBOSE,
)
_SAME_SIGN = {
    "==": "=", "＝": "=", "≤": "<=", "≥": ">=", "≠": "!=",
    "（": "(", "）": ")", "，": ",", "、": ",", "【": "[", "】": "]",
}  # fmt: skip
_SAME_WORD = {
    "and": "且", "or": "或", "not": "非", "in": "属于", "has": "含", "within": "位于", "true": "真", "false": "假",
}  # fmt: skip
KEYWORDS = frozenset(_SAME_WORD.values())


@dataclass(frozen=True, slots=True)
class Token:
    """One word, sign or quotation. column: 1 for the first character of the text."""

    kind: Kind
    text: str
    column: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, signs and keywords in their first spelling, then one of kind `end`."""
    at, stop = 0, len(text.rstrip())
    while at < stop:
        found = _TOKEN.match(text, at, stop)
        if found is None:
            blank = len(text[at:stop]) - len(text[at:stop].lstrip())
            raise ConditionSyntaxError(text, at + blank + 1, "事实名称、值或运算符")
        yield _token(found)
        at = found.end()
    yield Token("end", "", stop + 1)


def _token(found: re.Match[str]) -> Token:
    if found["quoted"] is not None:
        mark = found["quoted"][0]
        return Token("quoted", found["quoted"][1:-1].replace(mark * 2, mark), found.start("quoted") + 1)
    if found["word"] is not None:
        return Token("word", _SAME_WORD.get(found["word"].lower(), found["word"]), found.start("word") + 1)
    return Token("sign", _SAME_SIGN.get(found["sign"], found["sign"]), found.start("sign") + 1)


def value_of(word: str) -> Scalar:
    """Return what an unquoted word means: a truth, a number, a day, or the word itself.

    Raises ValueError for a day that is in no calendar (2026-02-30).
    """
    if word in ("真", "假"):
        return word == "真"
    if _NUMBER.fullmatch(word):
        return Decimal(word)
    return day_or_word(word)


def day_or_word(word: str) -> str | date:
    """Return the day that an ISO spelling names, or the word. Raises ValueError for a day in no calendar."""
    return date.fromisoformat(word) if _DAY.fullmatch(word) else word


def spell(value: Scalar) -> str:
    """Return the spelling of a value that `value_of` reads back."""
    match value:
        case bool():
            return "真" if value else "假"
        case int() | Decimal():
            return format(Decimal(value), "f")
        case date():
            return value.isoformat()
    return value if _is_bare(value) else "'" + value.replace("'", "''") + "'"


def _is_bare(word: str) -> bool:
    if word in KEYWORDS or word.lower() in _SAME_WORD or _NUMBER.fullmatch(word) or _DAY.fullmatch(word):
        return False
    found = _TOKEN.fullmatch(word)
    return found is not None and found["word"] == word
