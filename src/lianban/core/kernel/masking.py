"""How personal values are shown to those who need not see them whole (facts 13.2)."""

import re
from collections.abc import Callable
from enum import StrEnum

STAR = "*"


class MaskKind(StrEnum):
    """What a value is, so that the right part of it stays readable."""

    NAME = "name"
    CHILD_NAME = "child_name"
    CITIZEN_NUMBER = "citizen_number"
    PHONE = "phone"
    BANK_ACCOUNT = "bank_account"
    ADDRESS = "address"
    EMAIL = "email"
    OTHER = "other"


_DISTRICT = re.compile(
    r"(?:[^省]{2,3}省|[^区]{2,7}自治区)?"
    r"(?:[^省市区县]{2,6}(?:市|自治州|地区|盟))?"
    r"(?:[^市区县路街号]{1,10}(?:县|旗|市|(?<![小社园校厂景])区))?"
    r"(?:[^路街号镇乡]{1,8}(?:街道|镇|乡))?"
)


def mask(kind: MaskKind, value: str) -> str:
    """Return a value with its telling part replaced by stars; an empty value stays empty."""
    return _MASKS[kind](value.strip())


def _ends(text: str, first: int, last: int) -> str:
    if len(text) <= first + last:
        return STAR * len(text)
    return text[:first] + STAR * (len(text) - first - last) + text[len(text) - last :]


def _name(text: str) -> str:
    return text[:1] + STAR * max(1, len(text) - 1) if text else ""


def _phone(text: str) -> str:
    digits = re.sub(r"[\s-]", "", text)
    return _ends(digits, 3, 4) if len(digits) == 11 and digits.startswith("1") else _ends(text, 0, 4)


def _address(text: str) -> str:
    kept = _DISTRICT.match(text)
    return (kept.group() if kept else "") + STAR * 4 if text else ""


def _email(text: str) -> str:
    name, at, domain = text.partition("@")
    return text[:1] + STAR * 3 + at + domain if at and name else STAR * len(text)


_MASKS: dict[MaskKind, Callable[[str], str]] = {
    MaskKind.NAME: _name,
    MaskKind.CHILD_NAME: lambda text: STAR * len(text),
    MaskKind.CITIZEN_NUMBER: lambda text: _ends(text, 6, 4),
    MaskKind.PHONE: _phone,
    MaskKind.BANK_ACCOUNT: lambda text: _ends(re.sub(r"\s", "", text), 0, 4),
    MaskKind.ADDRESS: _address,
    MaskKind.EMAIL: _email,
    MaskKind.OTHER: lambda text: STAR * len(text),
}
