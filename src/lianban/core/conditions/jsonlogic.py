"""Conditions as machines exchange them: a strict subset of JSON Logic. A fact is `{"var": name}`.

JSON has no days: a string spelled like an ISO day is a day, everywhere.
"""

from collections.abc import Callable
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
    Order,
    Scalar,
    Within,
)
from lianban.core.conditions.errors import ConditionShapeError
from lianban.core.conditions.lexicon import DIVISION, DIVISION_IN_WORDS, FACT, ORDERS, day_or_word


def to_json(condition: Condition) -> object:
    """Return the JSON Logic of a condition; `from_json` reads it back.

    Raises ConditionShapeError for a number with more digits than JSON keeps (15).
    """
    match condition:
        case Const(value):
            return value
        case Equals(fact, value):
            return {"var": fact} if value is True else {"==": [{"var": fact}, _plain(value)]}
        case In(fact, values):
            return {"in": [{"var": fact}, sorted(map(_plain, values), key=lambda each: (str(type(each)), each))]}
        case Has(fact, option):
            return {"in": [option, {"var": fact}]}
        case Compare(fact, order, bound):
            return {order: [{"var": fact}, _plain(bound)]}
        case Within(fact, division):
            return {"==": [{"substr": [{"var": fact}, 0, len(division)]}, division]}
        case Not(inner):
            return {"!": to_json(inner)}
        case All(parts):
            return {"and": [to_json(part) for part in parts]} if parts else True
        case Any(parts):
            return {"or": [to_json(part) for part in parts]} if parts else False


def from_json(logic: object) -> Condition:
    """Read a condition from JSON Logic. Raises ConditionShapeError, which says where it leaves the subset."""
    return _read(logic, "")


def _plain(value: Scalar) -> bool | int | float | str:
    match value:
        case bool() | str():
            return value
        case date():
            return value.isoformat()
    number = Decimal(value)
    if number == number.to_integral_value():
        return int(number)
    if Decimal(repr(float(number))) != number:
        raise ConditionShapeError("", "不超过 15 位有效数字的数")
    return float(number)


def _read(logic: object, path: str) -> Condition:
    if isinstance(logic, bool):
        return Const(logic)
    if not isinstance(logic, dict) or len(logic) != 1:
        raise ConditionShapeError(path, "真假值，或只有一个运算符的对象")
    ((operator, operand),) = logic.items()
    reader = _READERS.get(operator)
    if reader is None:
        raise ConditionShapeError(path, f"以下运算符之一：{' '.join(_READERS)}")
    return reader(operand, f"{path}.{operator}" if path else str(operator))


def _parts(operand: object, path: str) -> tuple[Condition, ...]:
    if not isinstance(operand, list) or not operand:
        raise ConditionShapeError(path, "至少有一项的列表")
    return tuple(_read(part, f"{path}[{at}]") for at, part in enumerate(operand))


def _not(operand: object, path: str) -> Condition:
    single = operand[0] if isinstance(operand, list) and len(operand) == 1 else operand
    return Not(_read(single, path))


def _pair(operand: object, path: str) -> tuple[object, object]:
    if not isinstance(operand, list) or len(operand) != 2:
        raise ConditionShapeError(path, "两项的列表")
    return operand[0], operand[1]


def _fact(operand: object, path: str) -> str:
    name = operand.get("var") if isinstance(operand, dict) and len(operand) == 1 else None
    return _name(name, path)


def _name(name: object, path: str) -> str:
    if not isinstance(name, str) or not FACT.fullmatch(name):
        raise ConditionShapeError(path, '事实 {"var": 名称}')
    return name


def _scalar(value: object, path: str) -> Scalar:
    match value:
        case bool():
            return value
        case int() | float():
            return Decimal(repr(value))
        case str():
            try:
                return day_or_word(value)
            except ValueError:
                raise ConditionShapeError(path, "日历上有的日期") from None
    raise ConditionShapeError(path, "真假值、数字、日期或文字")


def _equals(operand: object, path: str) -> Condition:
    fact, value = _pair(operand, path)
    if isinstance(fact, dict) and "substr" in fact:
        return _within(fact["substr"], value, path)
    return Equals(_fact(fact, f"{path}[0]"), _scalar(value, f"{path}[1]"))


def _within(beginning: object, value: object, path: str) -> Condition:
    if not isinstance(value, str) or not DIVISION.fullmatch(value):
        raise ConditionShapeError(f"{path}[1]", DIVISION_IN_WORDS)
    if not isinstance(beginning, list) or beginning[1:] != [0, len(value)]:
        raise ConditionShapeError(f"{path}[0].substr", f'[{{"var": 名称}}, 0, {len(value)}]')
    return Within(_fact(beginning[0], f"{path}[0].substr[0]"), value)


def _in(operand: object, path: str) -> Condition:
    left, right = _pair(operand, path)
    if isinstance(left, str):
        return Has(_fact(right, f"{path}[1]"), left)
    if not isinstance(right, list) or not right:
        raise ConditionShapeError(f"{path}[1]", "至少有一项的列表")
    values = frozenset(_scalar(value, f"{path}[1][{at}]") for at, value in enumerate(right))
    return In(_fact(left, f"{path}[0]"), values)


def _compare(order: Order) -> Callable[[object, str], Condition]:
    def read(operand: object, path: str) -> Condition:
        fact, bound = _pair(operand, path)
        value = _scalar(bound, f"{path}[1]")
        if isinstance(value, bool | str | int):
            raise ConditionShapeError(f"{path}[1]", "数字或日期")
        return Compare(_fact(fact, f"{path}[0]"), order, value)

    return read


_READERS: dict[str, Callable[[object, str], Condition]] = {
    "and": lambda operand, path: All(_parts(operand, path)),
    "or": lambda operand, path: Any(_parts(operand, path)),
    "!": _not,
    "var": lambda operand, path: Equals(_name(operand, path), True),
    "==": _equals,
    "!=": lambda operand, path: Not(_equals(operand, path)),
    "in": _in,
    **{order: _compare(kind) for order, kind in ORDERS.items()},
}
