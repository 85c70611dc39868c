"""Who came to the counter, as a form: what is asked depends on in what capacity they came."""

from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.intake import public as intake
from lianban.core.proceedings.chain_case.at_counter import Capacity
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.work.acts import Fields


def capacity_words(capacity: Capacity) -> str:
    """Say in what capacity somebody came."""
    return {
        Capacity.SELF: _("本人"),
        Capacity.AGENT: _("代理人"),
        Capacity.REPRESENTATIVE: _("法定代表人（负责人）"),
        Capacity.HANDLER: _("企业经办人"),
    }[capacity]


def power_words(power: str) -> str:
    """Say what a mandate allows."""
    return {
        intake.Power.SUBMIT: _("提交申请"),
        intake.Power.PROMISE: _("作出承诺"),
        intake.Power.SUPPLEMENT: _("补正材料"),
        intake.Power.WITHDRAW: _("撤回申请"),
        intake.Power.COLLECT: _("领取结果"),
    }[intake.Power(power)]


def capacity_of(text: str) -> Capacity:
    """Return the capacity an address names; the person themselves without one."""
    return Capacity.__members__.get(text.upper(), Capacity.SELF)


def choices(code: str, chosen: Capacity) -> list[dict[str, object]]:
    """Return the capacities to choose from, each with its page."""
    page = reverse("desk:apply_begin", args=[code])
    return [
        {"name": capacity_words(each), "address": f"{page}?as={each.name.lower()}", "current": each is chosen}
        for each in Capacity
    ]


def fields(capacity: Capacity) -> Fields:
    """Return what is asked of somebody who came in a capacity."""
    business, principal, mandate = (), (), ()
    if capacity in intake.BUSINESS:
        hint = _("18 位，与营业执照一致；按代码取回登记信息")
        business = (FieldView("business", _("统一社会信用代码"), ValueType.CREDIT_CODE, hint=hint),)
    if capacity is Capacity.AGENT:
        principal = (
            FieldView("principal_name", _("委托人姓名"), hint=_("申请人；与授权委托书一致")),
            FieldView("principal_number", _("委托人身份证号"), ValueType.ID_NUMBER),
        )
    if capacity.needs_mandate:
        mandate = _mandate_fields()
    return (*_present_fields(), *business, *principal, *mandate)


def _present_fields() -> Fields:
    return (
        FieldView("name", _("来人姓名"), hint=_("与身份证件原件一致")),
        FieldView("id_number", _("来人身份证号"), ValueType.ID_NUMBER),
        FieldView("phone", _("来人手机号"), ValueType.PHONE, required=False, hint=_("没有手机的，不用填")),
        FieldView("compared", _("已核对证件原件，与来人一致"), ValueType.BOOLEAN),
    )


def _mandate_fields() -> Fields:
    powers = tuple(Choice(each.value, power_words(each.value)) for each in intake.Power)
    reference = _("编号，或者签署的日期和地点")
    return (
        FieldView("mandate", _("授权委托书"), hint=reference, max_length=100),
        FieldView("mandate_until", _("委托期限至"), ValueType.DATE),
        FieldView("powers", _("委托书写明的权限"), ValueType.CHOICES, [], options=powers),
    )


def arrival_of(capacity: Capacity, post: QueryDict) -> intake.Arrival:
    """Return who came, as it was typed; the form was checked before."""

    def text(name: str) -> str:
        return post.get(name, "").strip()

    mandate = None
    if capacity.needs_mandate:
        powers = tuple(each for each in intake.Power if each.value in post.getlist("powers"))
        mandate = intake.Mandate(text("mandate"), date.fromisoformat(text("mandate_until")), powers)
    return intake.Arrival(
        capacity=capacity,
        name=text("name"),
        id_number=text("id_number"),
        phone=text("phone"),
        compared=text("compared") == "yes",
        principal_name=text("principal_name"),
        principal_number=text("principal_number"),
        business=text("business"),
        mandate=mandate,
    )
