"""The answers a plan was compiled for, as they are kept and as conditions look at them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from lianban.core.chains.model import Chain, QuestionKind
from lianban.core.conditions.algebra import Facts, FactValue


def written(facts: Facts) -> dict[str, bool | str | Decimal | list[str]]:
    """Return facts as a plan keeps them: days as ISO dates, sets as sorted lists."""
    return {name: _written(facts[name]) for name in sorted(facts)}


def read_back(facts: Mapping[str, bool | str | Decimal | list[str]], chain: Chain) -> dict[str, FactValue]:
    """Return the facts that a plan keeps, as conditions look at them. The chain's questions say which are days."""
    kinds = {question.fact: question.kind for question in chain.questions}
    return {name: _read_back(value, kinds.get(name)) for name, value in facts.items()}


def _written(value: FactValue) -> bool | str | Decimal | list[str]:
    match value:
        case bool() | str() | Decimal():
            return value
        case int():
            return Decimal(value)
        case date():
            return value.isoformat()
        case _:
            return sorted(value)


def _read_back(value: bool | str | Decimal | list[str], kind: QuestionKind | None) -> FactValue:
    if isinstance(value, list):
        return frozenset(value)
    if isinstance(value, str) and kind is QuestionKind.DATE:
        return date.fromisoformat(value)
    if isinstance(value, str) and kind is QuestionKind.NUMBER:
        return Decimal(value)
    return value
