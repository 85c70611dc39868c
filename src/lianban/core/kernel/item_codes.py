"""基本编码, 实施编码 and 业务办理项编码 of service items (GB/T 39554.1 as exchanged: 12, 31 and 33 characters)."""

from typing import NamedTuple

from lianban.core.kernel.credit_code import CreditCode, parse_credit_code
from lianban.core.kernel.identifiers import InvalidIdentifier, require_characters, require_length, spelled

BASE, IMPLEMENTATION, HANDLING = "基本编码", "实施编码", "业务办理项编码"
DIGITS = "0123456789"
LETTERS_TOO = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LEVELS = {
    "1": "国家级",
    "2": "省级",
    "3": "市级",
    "4": "县级",
    "5": "镇（乡、街道）级",
    "6": "村（社区）级",
    "7": "分级管理",
}
"""行使层级 (GB/T 39046 A.2)."""
KINDS = {
    "00": "行政权力", "01": "行政许可", "02": "行政处罚", "03": "行政强制", "04": "行政征收", "05": "行政给付",
    "06": "行政检查", "07": "行政确认", "08": "行政奖励", "09": "行政裁决", "10": "其他行政权力", "20": "公共服务",
}  # fmt: skip
"""事项类型 (GB/T 39046 A.1); provinces use further codes, so an unknown one is no error."""


class BaseCode(NamedTuple):
    """owner: 00 national, else the province's two digits. kind: 事项类型. department, main, sub: two and three each."""

    text: str
    owner: str
    kind: str
    department: str
    main: str
    sub: str

    @property
    def kind_name(self) -> str:
        """The name of the kind, "" for a code that is not in the national table."""
        return KINDS.get(self.kind, "")

    @property
    def is_sub_item(self) -> bool:
        """True for 子项; 000 stands for an item without any."""
        return self.sub != "000"


class ImplementationCode(NamedTuple):
    """The body that implements an item, at which level, and the item."""

    text: str
    body: CreditCode
    level: str
    base: BaseCode


class HandlingCode(NamedTuple):
    """One way of handling an implemented item. serial: 1 to 99."""

    text: str
    implementation: ImplementationCode
    serial: int


def parse_base_code(text: str) -> BaseCode:
    """Return a 12-character base code with its parts. Raises InvalidIdentifier."""
    return _base(spelled(text), BASE, 0)


def parse_implementation_code(text: str) -> ImplementationCode:
    """Return a 31-character implementation code with its parts. Raises InvalidIdentifier with the position in it."""
    return _implementation(spelled(text), IMPLEMENTATION)


def parse_handling_code(text: str) -> HandlingCode:
    """Return a 33-character handling code with its parts. Raises InvalidIdentifier with the position in it."""
    code = spelled(text)
    require_length(HANDLING, code, 33)
    implementation = _implementation(code[:31], HANDLING)
    require_characters(HANDLING, code[31:], DIGITS, start=32)
    if code[31:] == "00":
        raise InvalidIdentifier(HANDLING, "起的序号应为01至99", 32)
    return HandlingCode(code, implementation, int(code[31:]))


def _implementation(code: str, name: str) -> ImplementationCode:
    require_length(name, code, 31)
    try:
        body = parse_credit_code(code[:18])
    except InvalidIdentifier as error:
        raise InvalidIdentifier(name, f"（实施主体代码）{error.problem}", error.position) from error
    require_characters(name, code[18], "".join(LEVELS), start=19)
    return ImplementationCode(code, body, code[18], _base(code[19:], name, 19))


def _base(code: str, name: str, before: int) -> BaseCode:
    require_length(name, code, 12)
    require_characters(name, code[:4], DIGITS, start=before + 1)
    require_characters(name, code[4:], LETTERS_TOO, start=before + 5)
    return BaseCode(code, code[:2], code[2:4], code[4:6], code[6:9], code[9:])
