"""公民身份号码 (GB 11643-1999): area, birth date, serial, check character."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lianban.core.kernel.identifiers import InvalidIdentifier, require_characters, require_length, spelled

NAME = "公民身份号码"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(first, last + 1)
)
"""First two digits of GB/T 2260, and 81, 82 and 83 of the residence permits for Hong Kong, Macao and Taiwan."""


class Sex(StrEnum):
    """Sex as the seventeenth digit tells it: odd is male."""

    MALE = "男"
    FEMALE = "女"


class CitizenNumber(NamedTuple):
    """A sound number. area: six-digit division code of the first registration."""

    text: str
    area: str
    born_on: date
    sex: Sex

    def age_on(self, day: date) -> int:
        """Return the age in full years; a year is complete on the birthday."""
        before = (day.month, day.day) < (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - before


def parse_citizen_number(text: str, *, today: date | None = None) -> CitizenNumber:
    """Return a citizen's number with what it tells.

    today: when given, a birth date after it is refused. Raises InvalidIdentifier with the position that is wrong.
    """
    number = spelled(text)
    if len(number) == 15 and number.isdigit():
        raise InvalidIdentifier(NAME, "是15位旧号码，应填写18位号码")
    require_length(NAME, number, 18)
    require_characters(NAME, number[:17], "0123456789")
    require_characters(NAME, number[17], CHECKS, start=18)
    if number[:2] not in PROVINCES:
        raise InvalidIdentifier(NAME, f"起的地区代码{number[:2]}不存在", 1)
    born_on = _birth_date(number, today)
    if check_character(number) != number[17]:
        raise InvalidIdentifier(NAME, "校验码不符，前17位或末位有误", 18)
    return CitizenNumber(number, number[:6], born_on, Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)


def check_character(number: str) -> str:
    """Return the eighteenth character that belongs to seventeen digits."""
    return CHECKS[sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number[:17], strict=True)) % 11]


def _birth_date(number: str, today: date | None) -> date:
    try:
        born_on = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError as error:
        raise InvalidIdentifier(NAME, "起的出生日期不存在", 7) from error
    if born_on.year < 1850 or (today is not None and born_on > today):
        raise InvalidIdentifier(NAME, "起的出生日期不可能", 7)
    return born_on
