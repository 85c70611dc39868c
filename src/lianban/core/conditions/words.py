"""Conditions in words that an applicant reads, in Chinese or English."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from lianban.core.conditions.algebra import All, Any, Compare, Condition, Const, Equals, Has, In, Not, Scalar, Within
from lianban.core.conditions.truth import Atom

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class FactName:
    """How a fact is spoken of. name: 经营面积. unit: 平方米. options: what each word means to a reader.

    said: what a sentence says when the fact has this value (`yes` and `no` for a truth, a code for a place); `!word`
    says that it has not. What is not there is put together from the name.
    """

    name: str
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)


Names = Mapping[str, FactName]


def say(condition: Condition, names: Names, language: Language = "zh") -> str:
    """Return the condition in words. A fact or option without a name is called by its key."""
    return _Speaker(names, _PHRASES[language]).say(condition)


_PHRASES: dict[Language, dict[str, str]] = {
    "zh": {
        "always": "任何情形", "never": "任何情形均不", "and": "，且", "or": "，或者", "not": "不满足“{0}”",
        "group": "（{0}）",
        "yes": "{0}：是", "no": "{0}：否", "=": "{0}为“{1}”", "!=": "{0}不为“{1}”", "in": "{0}为{1}之一",
        "item": "“{0}”",
        "comma": "、", "has": "{0}包含“{1}”", "hasn't": "{0}不包含“{1}”", "not in": "{0}不为{1}中任何一个",
        ">=": "{0}在{1}以上（含）", ">": "{0}超过{1}", "<=": "{0}不超过{1}", "<": "{0}不足{1}",
        "day>=": "{0}在{1}当日或之后", "day>": "{0}在{1}之后", "day<=": "{0}在{1}当日或之前", "day<": "{0}在{1}之前",
        "day": "{0.year}年{0.month}月{0.day}日", "true": "是", "false": "否", "amount": "{0}{1}",
        "within": "{0}在{1}", "not within": "{0}不在{1}", "denied": "不是“{0}”",
        "one of": "或", "none of": "以下都不是：{0}",
    },
    "en": {
        "always": "in every case", "never": "in no case", "and": " and ", "or": " or ", "not": "not ({0})",
        "group": "({0})",
        "yes": "{0}: yes", "no": "{0}: no", "=": "{0} is “{1}”", "!=": "{0} is not “{1}”", "in": "{0} is one of {1}",
        "item": "“{0}”", "comma": ", ", "has": "{0} includes “{1}”", "hasn't": "{0} does not include “{1}”",
        "not in": "{0} is none of {1}",
        ">=": "{0} is at least {1}", ">": "{0} is more than {1}", "<=": "{0} is at most {1}",
        "<": "{0} is less than {1}",
        "day>=": "{0} is on or after {1}", "day>": "{0} is after {1}", "day<=": "{0} is on or before {1}",
        "day<": "{0} is before {1}", "day": "{0:%Y-%m-%d}", "true": "yes", "false": "no", "amount": "{0} {1}",
        "within": "{0} is in {1}", "not within": "{0} is not in {1}", "denied": "not: {0}",
        "one of": " or ", "none of": "none of these: {0}",
    },
}  # fmt: skip
_ORDERS = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class _Speaker:
    def __init__(self, names: Names, phrases: Mapping[str, str]) -> None:
        self._names = names
        self._phrases = phrases

    def say(self, condition: Condition) -> str:
        match condition:
            case Const(value):
                return self._phrases["always" if value else "never"]
            case All(parts):
                return self._list(parts, "and") if parts else self._phrases["always"]
            case Any(parts):
                return self._list(parts, "or") if parts else self._phrases["never"]
            case Not(inner):
                return self._denied(inner)
        return self._atom(condition, is_true=True)

    def _list(self, parts: tuple[Condition, ...], joint: str) -> str:
        if len(parts) == 1:
            return self.say(parts[0])
        return self._phrases[joint].join(self._grouped(part) for part in parts)

    def _grouped(self, part: Condition) -> str:
        is_list = isinstance(part, All | Any) and len(part.conditions) > 1
        return self._phrases["group"].format(self.say(part)) if is_list else self.say(part)

    def _denied(self, inner: Condition) -> str:
        match inner:
            case Not(twice):
                return self.say(twice)
            case Const(value):
                return self.say(Const(not value))
            case All() | Any():
                return self._phrases["not"].format(self.say(inner))
        return self._atom(inner, is_true=False)

    def _atom(self, atom: Atom, is_true: bool) -> str:
        name = self._names.get(atom.fact, FactName(atom.fact))
        return self._written(atom, name, is_true) or self._made(atom, name, is_true)

    def _written(self, atom: Atom, name: FactName, is_true: bool) -> str:
        """Return the sentence that somebody wrote for this; empty when nobody did."""
        match atom:
            case Equals(_, bool() as value):
                return name.said.get("yes" if value is is_true else "no", "")
            case Equals(_, str() as word) | Has(_, word) | Within(_, word):
                return self._told((word,), name, is_true)
            case In(_, values):
                return self._told([str(value) for value in values], name, is_true)
        return ""

    def _told(self, words: Collection[str], name: FactName, is_true: bool) -> str:
        denial = f"!{next(iter(words))}"
        if not is_true and len(words) == 1 and denial in name.said:
            return name.said[denial]
        told = [name.said[word] for word in name.said if word in words]
        if len(told) < len(words):
            return ""
        if is_true:
            return self._phrases["one of"].join(told)
        return self._phrases["none of" if len(told) > 1 else "denied"].format(self._phrases["comma"].join(told))

    def _made(self, atom: Atom, name: FactName, is_true: bool) -> str:
        match atom:
            case Equals(_, bool() as value):
                return self._phrases["yes" if value is is_true else "no"].format(name.name)
            case Equals(_, value):
                return self._phrases["=" if is_true else "!="].format(name.name, self._value(name, value))
            case In(_, values):
                items = sorted(self._phrases["item"].format(self._value(name, value)) for value in values)
                return self._phrases["in" if is_true else "not in"].format(
                    name.name, self._phrases["comma"].join(items)
                )
            case Has(_, option):
                return self._phrases["has" if is_true else "hasn't"].format(name.name, self._value(name, option))
            case Within(_, division):
                phrase = self._phrases["within" if is_true else "not within"]
                return phrase.format(name.name, self._value(name, division))
            case Compare(_, order, bound):
                sign = order if is_true else _ORDERS[order]
                prefix = "day" if isinstance(bound, date) else ""
                return self._phrases[prefix + sign].format(name.name, self._value(name, bound))

    def _value(self, name: FactName, value: Scalar) -> str:
        match value:
            case bool():
                return self._phrases["true" if value else "false"]
            case date():
                return self._phrases["day"].format(value)
            case int() | Decimal():
                number = format(Decimal(value).normalize(), "f")
                return self._phrases["amount"].format(number, name.unit) if name.unit else number
        return name.options.get(value, value)
