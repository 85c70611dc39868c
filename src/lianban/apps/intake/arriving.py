"""Who comes to a counter, checked: the number, the name, the business, the authority to speak for somebody else."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _

from lianban.apps.accounts import public as accounts
from lianban.apps.intake.prefilling import REGISTERED_NAME
from lianban.apps.storage.wired import ports
from lianban.core.kernel.credit_code import parse_credit_code
from lianban.core.kernel.identifiers import InvalidIdentifier, spelled
from lianban.core.proceedings.chain_case.at_counter import Capacity
from lianban.ports.registry import Found, Registry, RegistryUnavailable

BUSINESS = (Capacity.REPRESENTATIVE, Capacity.HANDLER)
"""Who comes for a business."""


class Power(StrEnum):
    """What a mandate allows; a promise and a withdrawal must be named (facts 7.3)."""

    SUBMIT = "提交申请"
    PROMISE = "作出承诺"
    SUPPLEMENT = "补正材料"
    WITHDRAW = "撤回申请"
    COLLECT = "领取结果"


@dataclass(frozen=True, slots=True)
class Mandate:
    """授权委托书, as its paper says (民法典第一百六十五条). reference: its number, or when and where it was signed."""

    reference: str
    until: date | None
    powers: tuple[Power, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody at the counter. name, id_number, phone: theirs; phone: empty without one. compared: with the originals.

    principal_name, principal_number: for whom an agent speaks. business: credit code, for those who come for one.
    """

    capacity: Capacity
    name: str
    id_number: str
    phone: str = ""
    compared: bool = False
    principal_name: str = ""
    principal_number: str = ""
    business: str = ""
    mandate: Mandate | None = None


def check_arrival(arrival: Arrival, now: datetime, today: date) -> None:
    """Raise FieldRefused, naming the field, unless whoever came is who they say and may do this."""
    if not arrival.compared:
        raise accounts.FieldRefused("compared", _("请先核对证件原件，确认与来人一致。"))
    accounts.checked_id(arrival.id_number)
    accounts.checked_name(arrival.name)
    _check_registered(arrival.id_number, arrival.name, now)
    if arrival.capacity is Capacity.AGENT:
        if spelled(arrival.principal_number) == spelled(arrival.id_number):
            raise accounts.FieldRefused("principal_number", _("委托人和代理人是同一个人。本人来办的，请选“本人”。"))
        _check_registered(arrival.principal_number, arrival.principal_name, now, "principal_name")
    if arrival.capacity in BUSINESS:
        _check_business(arrival, now)
    if arrival.capacity.needs_mandate:
        _check_mandate(arrival.mandate, today)


def owner_of(arrival: Arrival, now: datetime) -> UUID:
    """Return the account the application is for: of whoever came, or of whom an agent speaks for.

    Raises FieldRefused, naming the field.
    """
    if arrival.capacity is not Capacity.AGENT:
        return accounts.meet_in_person(
            id_number=arrival.id_number, name=arrival.name, phone=arrival.phone, is_present=True, now=now
        )
    try:
        return accounts.meet_in_person(
            id_number=arrival.principal_number, name=arrival.principal_name, phone="", is_present=False, now=now
        )
    except accounts.FieldRefused as refused:
        named = {"id_number": "principal_number", "name": "principal_name"}
        raise accounts.FieldRefused(named[str(refused.facts["field"])], refused.message) from refused


def _check_registered(number: str, name: str, now: datetime, field: str = "name") -> None:
    """The register of people, where it answers and knows the number, knows it under this name."""
    found = _asked(ports().population, spelled(number), now)
    if found and found.values.get(REGISTERED_NAME) not in (None, name.strip()):
        raise accounts.FieldRefused(field, _("人口库里这个号码登记的是另一个姓名。请对照证件原件核对。"))


def _check_business(arrival: Arrival, now: datetime) -> None:
    try:
        code = parse_credit_code(arrival.business).text
    except InvalidIdentifier as wrong:
        said = _("统一社会信用代码有误，应为 18 位，请对照营业执照核对。")
        raise accounts.FieldRefused("business", said) from wrong
    try:
        found = ports().business.lookup(code, now)
    except RegistryUnavailable:
        return
    if found is None:
        raise accounts.FieldRefused("business", _("登记信息里没有查到这个代码，请对照营业执照核对。"))
    registered = (found.values.get("legal_rep.name"), found.values.get("legal_rep.id_no", arrival.id_number))
    is_theirs = registered == (arrival.name.strip(), spelled(arrival.id_number))
    if arrival.capacity is Capacity.REPRESENTATIVE and not is_theirs:
        said = _("登记的法定代表人（负责人）不是来人。请选“经办人”，并登记授权委托书。")
        raise accounts.FieldRefused("name", said)


def _check_mandate(mandate: Mandate | None, today: date) -> None:
    if mandate is None or not mandate.reference.strip():
        raise accounts.FieldRefused("mandate", _("请核对授权委托书，填写编号或者签署日期。"))
    if mandate.until is None or mandate.until < today:
        raise accounts.FieldRefused("mandate_until", _("授权委托书没有写明期限，或者已经过期。请来人补办。"))
    if Power.SUBMIT not in mandate.powers:
        raise accounts.FieldRefused("powers", _("授权委托书没有授权提交申请，不能代为申请。"))


def _asked(registry: Registry, subject: str, now: datetime) -> Found | None:
    try:
        return registry.lookup(subject, now) if subject else None
    except RegistryUnavailable:
        return None
