"""Signing in and registering. Nothing here tells a stranger whether an account exists."""

import secrets
import uuid
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianban.apps.access import public as access
from lianban.apps.accounts import codes, limits
from lianban.apps.accounts.backend import PersonBackend
from lianban.apps.accounts.errors import CannotRegister, FieldRefused, NotSignedIn
from lianban.apps.accounts.models import Kind, Person
from lianban.apps.accounts.particulars import checked_id, checked_name, checked_phone
from lianban.apps.accounts.selectors import FullCard, citizen_key, full_card, phone_key
from lianban.apps.messages import public as messages
from lianban.core.kernel.identifiers import spelled
from lianban.core.proceedings.events import Actor

SIGN_IN, REGISTER = "sign_in", "register"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def send_sign_in_code(*, id_number: str, client: str, now: datetime) -> None:
    """Send a code to the phone of the citizen with this ID number; do nothing visible when there is none.

    client: the network address that asks. Raises FieldRefused (id_number) and TooMany.
    """
    subject = citizen_key(checked_id(id_number))
    _count_code(subject, client, now)
    person = Person.objects.filter(sign_in_name=subject, kind=Kind.CITIZEN, is_active=True).first()
    with transaction.atomic():
        code = codes.make(SIGN_IN, subject, now)
        if person is not None and person.phone:
            _send_code(code, person.phone, now, person.pk)


def send_registration_code(*, phone: str, client: str, now: datetime) -> None:
    """Send a code to a phone that somebody says is theirs. Raises FieldRefused (phone) and TooMany."""
    checked = checked_phone(phone)
    subject = phone_key(checked)
    _count_code(subject, client, now)
    with transaction.atomic():
        _send_code(codes.make(REGISTER, subject, now), checked, now, None)


def sign_in_with_code(*, id_number: str, code: str, client: str, now: datetime) -> uuid.UUID:
    """Return the account that an ID number and its one-time code open. Raises FieldRefused, TooMany, NotSignedIn."""
    subject = citizen_key(checked_id(id_number))
    _count_sign_in(subject, client, now)
    is_right = codes.is_right(SIGN_IN, subject, code, now)
    person = Person.objects.filter(sign_in_name=subject, kind=Kind.CITIZEN, is_active=True).first()
    if not is_right or person is None:
        raise NotSignedIn(_("身份证号或验证码不对，或验证码已过期。请核对后重试，或重新获取验证码。"))
    limits.forget(limits.SIGN_INS, subject)
    return person.pk


def sign_in_with_password(*, name: str, password: str, staff: bool, client: str, now: datetime) -> uuid.UUID:
    """Return the account that a name and a password open. name: the ID number, or with `staff` the user name.

    Raises FieldRefused, TooMany, NotSignedIn.
    """
    sign_in_name = name.strip().lower() if staff else citizen_key(checked_id(name))
    _count_sign_in(sign_in_name, client, now)
    person = PersonBackend().authenticate(None, sign_in_name=sign_in_name, password=password)
    if person is None or (person.kind == Kind.STAFF) != staff:
        raise NotSignedIn(_("账号或密码不对。请核对后重试。"))
    limits.forget(limits.SIGN_INS, sign_in_name)
    return person.pk


def register(*, id_number: str, name: str, phone: str, code: str, client: str, now: datetime) -> uuid.UUID:
    """Make a citizen's account and return it. Who registers again with the same phone is simply let in.

    Raises FieldRefused (id_number, name, phone, code), TooMany and CannotRegister.
    """
    number, reached = checked_id(id_number), checked_phone(phone)
    checked_name(name)
    _count_sign_in(phone_key(reached), client, now)
    if not codes.is_right(REGISTER, phone_key(reached), code, now):
        raise FieldRefused("code", _("验证码不对或已过期。请核对短信，或重新获取验证码。"))
    try:
        with transaction.atomic():
            return create_citizen(id_number=number, name=name, phone=reached, now=now, identity_level=2)
    except IntegrityError:
        known = Person.objects.filter(
            sign_in_name=citizen_key(number), phone_digest=phone_key(reached), is_active=True
        ).first()
        if known is None:
            raise CannotRegister from None
        return known.pk


def create_citizen(*, id_number: str, name: str, phone: str, now: datetime, identity_level: int = 3) -> uuid.UUID:
    """Make a citizen's account. phone: proven, or empty without one. Raises IntegrityError when there is one already.

    identity_level: 2 when nobody compared name and number with a register (facts 7.1), as after registering oneself.
    """
    person = Person(
        kind=Kind.CITIZEN,
        sign_in_name=citizen_key(id_number),
        name=name.strip(),
        id_number=spelled(id_number),
        phone=phone or None,
        phone_digest=phone_key(phone) if phone else "",
        identity_level=identity_level,
        created_at=now,
    )
    person.set_unusable_password()
    person.save(force_insert=True)
    return person.pk


def create_staff(*, user_name: str, name: str, password: str, now: datetime, must_change: bool = False) -> uuid.UUID:
    """Make a staff account. user_name: 3 to 40 small letters, digits, dots, dashes. Raises IntegrityError.

    must_change: the password is for the first sign-in alone, where a new one is set.
    """
    facts = {"sign_in_name": user_name.strip().lower(), "name": name, "created_at": now}
    person = Person(kind=Kind.STAFF, must_change_password=must_change, **facts)
    person.set_password(password)
    person.save(force_insert=True)
    return person.pk


def rename_staff(person: uuid.UUID, name: str) -> bool:
    """Give a member of staff the name they are shown by; say whether it was another one."""
    found = Person.objects.select_for_update().get(pk=person, kind=Kind.STAFF)
    if found.name == name:
        return False
    found.name = name
    found.save(update_fields=["name"])
    return True


def set_up_password() -> str:
    """Return a password made by chance, for the first sign-in: 80 bits, without characters that look like others."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def set_password(*, person: uuid.UUID, password: str) -> None:
    """Give an account a new password of its owner. Raises FieldRefused (password) with what is wrong with it."""
    found = Person.objects.get(pk=person)
    try:
        validate_password(password, found)
    except ValidationError as weak:
        raise FieldRefused("password", " ".join(weak.messages)) from weak
    if found.must_change_password and found.check_password(password):
        raise FieldRefused("password", _("新密码不能与发放的初始密码相同，请另设一个。"))
    found.set_password(password)
    found.must_change_password = False
    found.save(update_fields=["password", "must_change_password"])


def give_set_up_password(person: uuid.UUID) -> str:
    """Replace a forgotten password by one for the next sign-in alone, and return it; every session ends."""
    found = Person.objects.get(pk=person, kind=Kind.STAFF)
    password = set_up_password()
    found.set_password(password)
    found.must_change_password = True
    found.save(update_fields=["password", "must_change_password"])
    return password


def view_in_full(
    person: uuid.UUID, *, actor: Actor, reason: str, now: datetime, request_id: str, proceeding: str = ""
) -> FullCard:
    """Return all particulars of somebody else; the look is written into the access log first. Raises FieldRefused."""
    access.record_view(
        actor=actor,
        what="身份信息",
        whose=person,
        proceeding=proceeding,
        reason=reason,
        now=now,
        request_id=request_id,
    )
    return full_card(person)


def _count_code(subject: str, client: str, now: datetime) -> None:
    limits.count(limits.CODES_PER_ADDRESS, client, now)
    limits.count(limits.CODE_PACE, subject, now)
    limits.count(limits.CODES, subject, now)


def _count_sign_in(subject: str, client: str, now: datetime) -> None:
    limits.count(limits.SIGN_INS_PER_ADDRESS, client, now)
    limits.count(limits.SIGN_INS, subject, now)


def _send_code(code: str, phone: str, now: datetime, person: uuid.UUID | None) -> None:
    text = _("验证码 %(code)s，5 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。") % {"code": code}
    messages.write(kind=messages.SIGN_IN_CODE, address=phone, text=text, person=person, now=now)
