"""Acts of the window after that: what comes later, what is handed over, what is taken back."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.desk import shown
from lianban.web.desk.representing import once_asked, present
from lianban.web.portal.words import named, spoken, state_words
from lianban.web.work import together
from lianban.web.work.acts import Act, Asked, Fields

ADDRESS = "desk/preview_address.html"
"""The preview that shows where a result is posted to: every look at it is on record."""


def _outstanding(view: cases.CaseView) -> tuple[Choice, ...]:
    asked = {each.subject: each for each in view.corrections}
    return tuple(
        Choice(key, asked[key].name, f"{asked[key].problem} → {asked[key].remedy}", str(place))
        for place, key in enumerate(view.outstanding, 1)
        if key in asked
    )


def _supplement_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    options = _outstanding(view)
    chosen = [each.value for each in options]
    ticked = FieldView("subjects", str(_("这次补齐了哪些")), ValueType.CHOICES, chosen, options=options)
    forms = {field.key: spoken(field.label, field.label_en) for section in view.sections for field in section.fields}
    values = [
        FieldView(f"value.{key}", str(_("“%(name)s”改为") % {"name": forms[key]}), required=False)
        for key in view.outstanding
        if key in forms
    ]
    return (ticked, *values)


def _supplement(asked: Asked) -> cases.Done:
    subjects = asked.chosen("subjects")
    materials = {each.key for each in asked.view.materials}
    values: dict[str, Any] = {key: asked.text(f"value.{key}") for key in subjects if asked.text(f"value.{key}")}
    handed = [cases.SubmittedMaterial(key, "counter") for key in subjects if key in materials]
    return cases.supplement(asked.view.number, subjects, values, handed, asked.by)


def _return_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    options = tuple(Choice(each.subject, each.name, each.problem) for each in view.corrections)
    return (
        FieldView("subjects", str(_("哪些还不符合告知书的要求")), ValueType.CHOICES, [], options=options),
        FieldView("reason", str(_("理由")), ValueType.LONG_TEXT, max_length=300),
    )


def _return(asked: Asked) -> cases.Done:
    return cases.return_supplement(
        asked.view.number, asked.chosen("subjects"), asked.text("reason"), asked.by, asked.expected
    )


def _gap_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    left = [each for each in view.gaps if each.supplied_on is None]
    options = tuple(Choice(each.material, each.name, key=str(place)) for place, each in enumerate(left, 1))
    chosen = [each.value for each in options]
    return (FieldView("materials", str(_("收到的材料")), ValueType.CHOICES, chosen, options=options),)


def _supply_gap(asked: Asked) -> cases.Done:
    handed = [cases.SubmittedMaterial(key, "counter") for key in asked.chosen("materials")]
    return cases.supply_gap(asked.view.number, handed, asked.by)


def _results(view: cases.CaseView) -> FieldView:
    ready = [each["item"] for each in shown.results(view)]
    options = tuple(
        Choice(each.item, named(each.name), f"{named(each.authority_name)} · {state_words(each.state)}", str(place))
        for place, each in enumerate(ready, 1)
    )
    return FieldView(
        "items", str(_("这次发放的结果")), ValueType.CHOICES, [each.value for each in options], options=options
    )


def _pickup_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    return (
        _results(view),
        FieldView("name", str(_("领取人姓名")), hint=str(_("与证件原件一致"))),
        FieldView("id_number", str(_("领取人证件号码")), ValueType.ID_NUMBER),
        FieldView("compared", str(_("已核对证件原件与本人一致")), ValueType.BOOLEAN, ""),
        FieldView("by_agent", str(_("由他人代领")), ValueType.BOOLEAN, False),
        FieldView("mandate", str(_("授权委托书编号")), required=False, hint=str(_("代领时必须登记"))),
    )


def _hand_over(asked: Asked) -> cases.Done:
    compared = asked.is_yes("compared")
    collector = cases.Collector(
        asked.text("name") if compared else "",
        asked.text("id_number"),
        asked.is_yes("by_agent"),
        asked.text("mandate"),
    )
    return cases.hand_over(asked.view.number, asked.chosen("items"), collector, asked.by, asked.expected)


def _post_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    return (_results(view),)


def _post(asked: Asked) -> cases.Done:
    return cases.post(asked.view.number, asked.chosen("items"), asked.by, asked.expected)


def _withdraw_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    return (
        present(),
        FieldView("reason", str(_("申请人说明的原因")), ValueType.LONG_TEXT, required=False, max_length=300),
    )


def _withdraw(asked: Asked) -> cases.Done:
    return cases.withdraw(asked.view.number, asked.text("reason"), asked.by, asked.expected)


def _lapse(asked: Asked) -> cases.Done:
    return cases.lapse(asked.view.number, asked.by)


def _jointly_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    limit = str(_("最长15个工作日，只能延长一次"))
    return (
        FieldView("days", str(_("延长")), ValueType.INTEGER, "15", unit=str(_("个工作日")), hint=limit),
        FieldView("reason", str(_("理由，写给申请人看")), ValueType.LONG_TEXT, max_length=500),
        FieldView("approved", str(_("已由本级人民政府负责人批准")), ValueType.BOOLEAN, ""),
    )


def _extend_jointly(asked: Asked) -> cases.Done:
    days, approved = asked.whole_number("days"), asked.is_yes("approved")
    return cases.extend_jointly(
        asked.view.number, days, asked.text("reason"), asked.by, asked.expected, approved=approved
    )


def _archive(asked: Asked) -> cases.Done:
    return cases.archive(asked.view.number, asked.by, asked.expected)


def _is_over(view: cases.CaseView) -> bool:
    return view.answer is not None and (view.answer.remaining or 0) < 0


def _posted(view: cases.CaseView) -> bool:
    return bool(shown.results(view)) and bool(view.delivery.get("address"))


FOLLOWING: tuple[Act, ...] = (
    Act(
        "handover", "deliver", _("窗口发放"), _("登记领取，出具送达回证"), _("核对领取人身份后发放"), _hand_over,
        _pickup_fields, key="h", tone="primary", offered=lambda view: bool(shown.results(view)),
    ),
    Act(
        "post", "deliver", _("邮寄"), _("预约揽收，出具送达回证"), _("寄到申请人填写的地址，运单号记入办件"), _post,
        _post_fields, key="p", preview=ADDRESS, offered=_posted,
    ),
    Act(
        "supplement", "supplement", _("收补正材料"), _("登记补正"), _("申请人到窗口补交的，在这里登记"), _supplement,
        _supplement_fields, key="s", tone="primary",
    ),
    Act(
        "return", "return_supplement", _("退回补正"), _("退回"), _("补来的仍不符合要求；不得提出新的要求"), _return,
        _return_fields, offered=lambda view: bool(view.corrections),
    ),
    Act(
        "supply-gap", "supply_gap", _("收容缺材料"), _("登记补齐"), _("申请人补齐了容缺受理时暂缺的材料"), _supply_gap,
        _gap_fields, key="s", offered=lambda view: any(each.supplied_on is None for each in view.gaps),
    ),
    Act(
        "lapse", "lapse", _("补正不来办结"), _("办结本件"), _("补正期限已过，申请人没有补正"), _lapse, tone="danger",
        offered=_is_over, unless=_("补正期限还没有过。"),
    ),
    Act(
        "extend-jointly", "extend_jointly", _("延长联合办理期限"), _("延长，书面告知申请人"),
        _("四十五个工作日内不能全部办结，经本级政府负责人批准，只一次"), _extend_jointly, _jointly_fields,
    ),
    *together.acts(lambda view: view, key="m"),
    Act(
        "archive", "archive", _("归档"), _("归档"), _("结果都已送达，整件封存；记录、文书、材料由一个摘要锁定"),
        _archive,
    ),
    Act(
        "withdraw", "withdraw", _("撤回申请"), _("撤回申请"), _("申请人要求撤回整件申请"),
        once_asked(_withdraw), _withdraw_fields, tone="danger",
    ),
)  # fmt: skip
