"""Conditions as authors write them: `premises.area >= 300 且 非 agent.used`.

    condition  = and-chain { 或 and-chain }
    and-chain  = negation { 且 negation }
    negation   = 非 negation | ( condition ) | 真 | 假 | fact [ relation ]
    relation   = (= | !=) value | (< | <= | > | >=) number-or-day | 属于 [ value, … ] | 含 word
               | 位于 division

English keywords (and, or, not, in, has, within, true, false) and full-width signs are read too; `write`
uses the Chinese ones.
"""

from datetime import date
from decimal import Decimal

from lianban.core.conditions.algebra import (
    All,
    Any,
    Compare,
    Condition,
    Const,
    Equals,
    Has,
    In,
    Not,
    Scalar,
    Within,
)
from lianban.core.conditions.errors import ConditionSyntaxError
from lianban.core.conditions.lexicon import (
    DIVISION,
    DIVISION_IN_WORDS,
    FACT,
    KEYWORDS,
    ORDERS,
    Token,
    spell,
    tokens,
    value_of,
)


def parse(text: str) -> Condition:
    """Read a condition. Raises ConditionSyntaxError, which points at the column."""
    return _Reader(text).whole()


def write(condition: Condition) -> str:
    """Return the text that `parse` reads back. A list of no or one part is written as what it means."""
    match condition:
        case Const(value):
            return spell(value)
        case Equals(fact, True):
            return fact
        case Equals(fact, value):
            return f"{fact} = {spell(value)}"
        case In(fact, values):
            return f"{fact} 属于 [{', '.join(sorted(map(spell, values)))}]"
        case Has(fact, option):
            return f"{fact} 含 {spell(option)}"
        case Within(fact, division):
            return f"{fact} 位于 {division}"
        case Compare(fact, order, bound):
            return f"{fact} {order} {spell(bound)}"
        case Not(Equals(fact, value)) if value is not True:
            return f"{fact} != {spell(value)}"
        case Not(inner):
            return f"非 {_within(inner, All, Any)}"
        case All(parts):
            return " 且 ".join(_within(part, All, Any) for part in parts) if parts else "真"
        case Any(parts):
            return " 或 ".join(_within(part, Any) for part in parts) if parts else "假"


def _within(part: Condition, *wrapped: type[All] | type[Any]) -> str:
    is_list = isinstance(part, wrapped) and isinstance(part, All | Any) and len(part.conditions) > 1
    return f"({write(part)})" if is_list else write(part)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._at = 0

    def whole(self) -> Condition:
        condition = self._any()
        if self._next.kind != "end":
            raise self._error("“且”“或”或结尾")
        return condition

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _error(self, expected: str, token: Token | None = None) -> ConditionSyntaxError:
        return ConditionSyntaxError(self._text, (token or self._next).column, expected)

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def _takes(self, *spellings: str) -> str:
        if self._next.kind == "quoted" or self._next.text not in spellings:
            return ""
        return self._take().text

    def _expect(self, sign: str) -> None:
        if not self._takes(sign):
            raise self._error(f"“{sign}”")

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._takes("或"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._negation()]
        while self._takes("且"):
            parts.append(self._negation())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _negation(self) -> Condition:
        if self._takes("非"):
            return Not(self._negation())
        if self._takes("("):
            condition = self._any()
            self._expect(")")
            return condition
        if truth := self._takes("真", "假"):
            return Const(truth == "真")
        return self._relation(self._fact())

    def _fact(self) -> str:
        token = self._next
        if token.kind != "word" or token.text in KEYWORDS or not FACT.fullmatch(token.text):
            raise self._error("事实名称")
        return self._take().text

    def _relation(self, fact: str) -> Condition:
        if self._takes("="):
            return Equals(fact, self._value())
        if self._takes("!="):
            return Not(Equals(fact, self._value()))
        if self._takes("属于"):
            return In(fact, self._values())
        if self._takes("含"):
            return Has(fact, self._option())
        if self._takes("位于"):
            return Within(fact, self._division())
        if order := self._takes(*ORDERS):
            return Compare(fact, ORDERS[order], self._bound())
        return Equals(fact, True)

    def _value(self) -> Scalar:
        token = self._next
        if token.kind in ("end", "sign") or (token.kind == "word" and token.text in KEYWORDS - {"真", "假"}):
            raise self._error("一个值")
        self._take()
        try:
            return token.text if token.kind == "quoted" else value_of(token.text)
        except ValueError:
            raise self._error("日历上有的日期", token) from None

    def _values(self) -> frozenset[Scalar]:
        self._expect("[")
        values = [self._value()]
        while self._takes(","):
            values.append(self._value())
        self._expect("]")
        return frozenset(values)

    def _option(self) -> str:
        token = self._take()
        if token.kind == "quoted" or (token.kind == "word" and token.text not in KEYWORDS):
            return token.text
        raise self._error("一个选项", token)

    def _division(self) -> str:
        token = self._take()
        if DIVISION.fullmatch(token.text):
            return token.text
        raise self._error(DIVISION_IN_WORDS, token)

    def _bound(self) -> Decimal | date:
        token = self._next
        value = self._value()
        if isinstance(value, Decimal | date):
            return value
        raise self._error("数字或日期", token)
