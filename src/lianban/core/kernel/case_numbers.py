"""办件编号 and the number of a chain's application. Serials start anew every day; the caller allocates them."""

from datetime import date
from typing import NamedTuple

from lianban.core.kernel.identifiers import InvalidIdentifier, require_characters, require_length, spelled
from lianban.core.kernel.item_codes import parse_implementation_code

NAME, CHAIN_NAME = "办件编号", "一件事申请编号"
CHAIN_MARK = "YJS"


class CaseNumber(NamedTuple):
    """实施编码 (31) + day (8) + serial (4): 43 characters (facts 1.2.7). serial: 1 to 9999 within item and day."""

    implementation: str
    on: date
    serial: int

    def __str__(self) -> str:
        return f"{self.implementation}{self.on:%Y%m%d}{self.serial:04d}"


class ChainNumber(NamedTuple):
    """Area (6) + YJS + day (8) + serial (5): the parent of the case numbers of one application. Our own choice."""

    area: str
    on: date
    serial: int

    def __str__(self) -> str:
        return f"{self.area}{CHAIN_MARK}{self.on:%Y%m%d}{self.serial:05d}"


def case_number(implementation: str, on: date, serial: int) -> CaseNumber:
    """Return the number of a case. Raises InvalidIdentifier for an unsound code or a serial outside 1 to 9999."""
    if not 1 <= serial <= 9999:
        raise InvalidIdentifier(NAME, "的当日流水号应在1至9999之间")
    return CaseNumber(parse_implementation_code(implementation).text, on, serial)


def parse_case_number(text: str) -> CaseNumber:
    """Return a case number with its parts. Raises InvalidIdentifier."""
    number = spelled(text)
    require_length(NAME, number, 43)
    require_characters(NAME, number[31:], "0123456789", start=32)
    return case_number(number[:31], _day(number[31:39], NAME, 32), int(number[39:]))


def chain_number(area: str, on: date, serial: int) -> ChainNumber:
    """Return the number of a chain's application. Raises InvalidIdentifier for a serial outside 1 to 99999."""
    require_length("区划代码", area, 6)
    if not 1 <= serial <= 99999:
        raise InvalidIdentifier(CHAIN_NAME, "的当日流水号应在1至99999之间")
    return ChainNumber(area, on, serial)


def parse_chain_number(text: str) -> ChainNumber:
    """Return a chain's number with its parts. Raises InvalidIdentifier."""
    number = spelled(text)
    require_length(CHAIN_NAME, number, 22)
    if number[6:9] != CHAIN_MARK:
        raise InvalidIdentifier(CHAIN_NAME, f"起应为{CHAIN_MARK}", 7)
    require_characters(CHAIN_NAME, number[:6], "0123456789")
    require_characters(CHAIN_NAME, number[9:], "0123456789", start=10)
    return chain_number(number[:6], _day(number[9:17], CHAIN_NAME, 10), int(number[17:]))


def _day(text: str, name: str, position: int) -> date:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError as error:
        raise InvalidIdentifier(name, "起的日期不存在", position) from error
