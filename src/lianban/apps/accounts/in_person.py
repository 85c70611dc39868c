"""Somebody at a window, their identity document compared: their account, and their word given by a one-time code."""

import uuid
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianban.apps.accounts import codes, limits
from lianban.apps.accounts.errors import FieldRefused
from lianban.apps.accounts.models import Kind, Person
from lianban.apps.accounts.particulars import checked_id, checked_name, checked_phone
from lianban.apps.accounts.selectors import citizen_key, find_citizen, phone_key
from lianban.apps.accounts.services import create_citizen
from lianban.apps.messages import public as messages

SEEN, TOLD = 4, 2
"""The level of somebody whose document was compared with them, and of somebody only spoken of (facts 7.1)."""
CONFIRM = "confirm"


@transaction.atomic
def meet_in_person(*, id_number: str, name: str, phone: str, is_present: bool, now: datetime) -> uuid.UUID:
    """Return the account of a citizen a window deals with; make one where there is none.

    is_present: they stand there and their document was compared; otherwise an agent speaks for them.
    phone: empty when they have none; kept where the account has none yet. It opens the account to them later.
    Raises FieldRefused (id_number, name, phone).
    """
    level = SEEN if is_present else TOLD
    number, called = checked_id(id_number), checked_name(name)
    reached = checked_phone(phone) if phone.strip() else ""
    if find_citizen(number) is None:
        try:
            with transaction.atomic():
                return create_citizen(id_number=number, name=called, phone=reached, now=now, identity_level=level)
        except IntegrityError:
            pass  # somebody registered with this number in the same moment: that account it is
    found = Person.objects.select_for_update().get(sign_in_name=citizen_key(number), kind=Kind.CITIZEN)
    if not found.is_active:
        raise FieldRefused("id_number", _("这个身份证号的账户已停用，请联系系统管理员。"))
    if found.name != called:
        raise FieldRefused("name", _("这个身份证号的账户登记的是另一个姓名。请对照证件核对号码和姓名。"))
    _seen(found, reached, level)
    return found.pk


def _seen(found: Person, phone: str, level: int) -> None:
    """Raise the level of an account, and keep the phone where it has none. Raises FieldRefused (phone)."""
    if phone and found.phone and found.phone != phone:
        raise FieldRefused("phone", _("这个账户登记的是另一个手机号。没有换号的，这里留空即可。"))
    found.identity_level = max(found.identity_level, level)
    if phone and not found.phone:
        found.phone, found.phone_digest = phone, phone_key(phone)
    found.save(update_fields=["identity_level", "phone", "phone_digest"])


def send_confirmation_code(*, person: uuid.UUID, subject: str, matter: str, now: datetime) -> None:
    """Send a code to the phone of an account, by which its owner confirms what was read to them.

    subject: digest of what is confirmed. matter: what it is called. Raises FieldRefused (phone) and TooMany.
    """
    found = Person.objects.get(pk=person)
    if not found.phone:
        raise FieldRefused("phone", _("这个账户没有登记手机号。请打印申请确认单，请来办的人签字。"))
    limits.count(limits.CODE_PACE, f"{CONFIRM}|{person}", now)
    limits.count(limits.CODES, f"{CONFIRM}|{person}", now)
    text = _(
        "验证码 %(code)s，用于确认综合窗口为您代录的申请（%(matter)s），5 分钟内有效。请听窗口读完所填内容，"
        "没有错再告诉窗口；不是您本人要办的，请勿告诉任何人。"
    )
    with transaction.atomic():
        code = codes.make(CONFIRM, subject, now)
        said = text % {"code": code, "matter": matter}
        messages.write(kind=messages.SIGN_IN_CODE, address=found.phone, text=said, person=person, now=now)


def is_confirmation_code(*, subject: str, code: str, now: datetime) -> bool:
    """Whether this is the code that was sent for a subject, and use it up. Call it outside a transaction."""
    return codes.is_right(CONFIRM, subject, code, now)
