"""What somebody says of themselves, checked: number, name, phone."""

import re

from django.utils.translation import gettext as _

from lianban.apps.accounts.errors import FieldRefused
from lianban.core.kernel.citizen_number import parse_citizen_number
from lianban.core.kernel.identifiers import InvalidIdentifier

MOBILE = re.compile(r"1[3-9]\d{9}")


def checked_id(text: str) -> str:
    """Return the citizen number as it is kept (GB 11643). Raises FieldRefused (id_number)."""
    try:
        return parse_citizen_number(text).text
    except InvalidIdentifier as wrong:
        place = {"position": wrong.position}
        at_a_place = _("身份证号从第 %(position)s 位起有误，请对照证件核对。") % place
        raise FieldRefused(
            "id_number", at_a_place if wrong.position else _("身份证号应为 18 位，请对照证件核对。")
        ) from wrong


def checked_name(text: str) -> str:
    """Return a name as it is kept. Raises FieldRefused (name)."""
    name = text.strip()
    if not 1 < len(name) <= 50:
        raise FieldRefused("name", _("请填写身份证上的姓名。"))
    return name


def checked_phone(text: str) -> str:
    """Return a mobile number as it is kept. Raises FieldRefused (phone)."""
    number = "".join(text.split()).removeprefix("+86").replace("-", "")
    if not MOBILE.fullmatch(number):
        raise FieldRefused("phone", _("手机号不正确，请填写 11 位手机号。"))
    return number
