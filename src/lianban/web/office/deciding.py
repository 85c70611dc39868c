"""Acts of an authority that touch the clock or decide."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.core.clocks.clock import Clock
from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import ARTICLE_45_KINDS, StopKind
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.office.acts import EXAMINING
from lianban.web.office.afterwards import AFTERWARDS, basis_field
from lianban.web.office.hearing import HEARING
from lianban.web.office.holding import HOLDING
from lianban.web.work.acts import Act, Asked, Fields

View = cases.ItemCaseView
ONE, MOST = Decimal(1), Decimal(250)
"""Working days that a special procedure may be said to take: up to about a year."""


def _kinds(view: View) -> tuple[Choice, ...]:
    own = {each.kind: str(each.basis) for each in (view.state.clock.grounds if view.state.clock else ())}
    usual = {each.kind: each.usual for each in view.definition.examination.special if each.usual}
    lawful = [kind for kind in StopKind if kind in ARTICLE_45_KINDS or kind in own]
    lawful.sort(key=lambda kind: kind not in usual and kind not in own)
    return tuple(Choice(kind.name, _(kind.value), _note(own.get(kind, ""), usual.get(kind))) for kind in lawful)


def _note(basis: str, usual: TimeLimit | None) -> str:
    """The item's own basis for a kind of procedure, and how long it usually takes."""
    takes = str(_("本事项一般需要%(days)s个工作日") % {"days": f"{usual.length.normalize():f}"}) if usual else ""
    return "；".join(each for each in (basis, takes) if each)


def _stop_fields(view: View, reader: cases.Reader) -> Fields:
    return (
        FieldView("kind", str(_("哪种特别程序")), ValueType.CHOICE, "", options=_kinds(view)),
        FieldView("days", str(_("需要多久")), ValueType.INTEGER, unit=str(_("个工作日")), minimum=ONE, maximum=MOST),
        FieldView("reason", str(_("理由，写给申请人看")), ValueType.LONG_TEXT, max_length=500),
    )


def _stop(asked: Asked) -> cases.ItemDone:
    kind, days = asked.one_of(StopKind, "kind"), asked.whole_number("days")
    return cases.stop(asked.view.number, kind, days, asked.text("reason"), asked.by, asked.expected)


def _resume_fields(view: View, reader: cases.Reader) -> Fields:
    return (FieldView("result", str(_("结果")), ValueType.LONG_TEXT, max_length=500),)


def _resume(asked: Asked) -> cases.ItemDone:
    return cases.resume(asked.view.number, asked.text("result"), asked.by, asked.expected)


def _extend_fields(view: View, reader: cases.Reader) -> Fields:
    clock: Clock | None = view.state.clock
    rule = clock.extension_rule if clock else None
    most = f"{rule.longest.length.normalize():f}" if rule else "10"
    limit = str(_("最长 %(days)s 个工作日，只能延长一次") % {"days": most})
    return (
        FieldView("days", str(_("延长")), ValueType.INTEGER, most, unit=str(_("个工作日")), hint=limit),
        FieldView("reason", str(_("理由，写给申请人看")), ValueType.LONG_TEXT, max_length=500),
        FieldView("approved", str(_("已由本机关负责人批准")), ValueType.BOOLEAN, ""),
    )


def _extend(asked: Asked) -> cases.ItemDone:
    days, approved = asked.whole_number("days"), asked.is_yes("approved")
    return cases.extend(asked.view.number, days, asked.text("reason"), asked.by, asked.expected, approved=approved)


def _grant_fields(view: View, reader: cases.Reader) -> Fields:
    said = cases.grant_preview(view.number, reader)
    return (
        FieldView("content", str(_("许可内容")), ValueType.TEXT, said.content, max_length=300),
        FieldView("scope", str(_("范围")), ValueType.TEXT, said.scope, max_length=300),
        FieldView("conditions", str(_("条件")), ValueType.LONG_TEXT, said.conditions, max_length=1000),
        FieldView("validity", str(_("有效期")), ValueType.TEXT, said.validity, max_length=100),
        *_on_record(view),
    )


def _on_record(view: View) -> Fields:
    """After a hearing the decision rests on its record (Art. 48)."""
    held = view.state.hearing is not None and view.state.hearing.held_on is not None
    return (FieldView("on_record", str(_("本决定根据听证笔录作出")), ValueType.BOOLEAN, ""),) if held else ()


def _grant(asked: Asked) -> cases.ItemDone:
    said = {name: asked.text(name) for name in ("content", "scope", "conditions", "validity")}
    return cases.grant(asked.view.number, said, asked.by, asked.expected, on_record=asked.is_yes("on_record"))


def _grant_preview(view: View, reader: cases.Reader) -> dict[str, object]:
    return {"preview": cases.grant_preview(view.number, reader)}


def _refuse_fields(view: View, reader: cases.Reader) -> Fields:
    grounds = view.definition.examination.refusals
    bases = [grounds[0].basis] if grounds else view.definition.legal_basis[:1]
    lawful = "；".join(f"{each.text}（{each.basis}）" for each in grounds)
    hint = str(_("本事项不予许可的情形：%(grounds)s") % {"grounds": lawful}) if lawful else ""
    forged = str(_("隐瞒有关情况或者提供虚假材料的，同时给予警告；涉及安全的，一年内不得再次申请"))
    return (
        FieldView("facts", str(_("查明的事实")), ValueType.LONG_TEXT, max_length=1000),
        FieldView("reason", str(_("不予许可的理由")), ValueType.LONG_TEXT, max_length=1000, hint=hint),
        basis_field(bases),
        FieldView("false_material", str(_("申请材料虚假")), ValueType.BOOLEAN, False, required=False, hint=forged),
        *_on_record(view),
    )


def _refuse(asked: Asked) -> cases.ItemDone:
    said = cases.Refusal(
        facts=asked.text("facts"),
        reasons=asked.text("reason"),
        basis=asked.text("basis"),
        on_record=asked.is_yes("on_record"),
        false_material=asked.is_yes("false_material"),
    )
    return cases.refuse(asked.view.number, said, asked.by, asked.expected)


DECIDING: tuple[Act, ...] = (
    Act(
        "grant", "grant", _("准予"), _("准予，出具决定书"), _("符合法定条件、标准"), _grant, _grant_fields, key="g",
        tone="primary", preview="office/preview_grant.html", more=_grant_preview,
    ),
    Act(
        "refuse", "refuse", _("不予许可"), _("出具不予许可决定书"), _("写明事实、理由、依据；救济途径自动印在决定书上"),
        _refuse, _refuse_fields, key="n", tone="danger",
    ),
    Act(
        "stop", "stop", _("进入特别程序"), _("停止计时，书面告知申请人"),
        _("听证、检验、检测、鉴定、专家评审等所需时间不计入期限"),
        _stop, _stop_fields, key="t",
    ),
    Act(
        "resume", "resume", _("结束特别程序"), _("恢复计时"), _("结果已经出来"), _resume, _resume_fields, key="t",
        tone="primary",
    ),
    Act(
        "extend", "extend", _("延长期限"), _("延长，书面告知申请人"), _("期限内不能决定，经负责人批准，只一次"),
        _extend, _extend_fields, key="e",
    ),
)  # fmt: skip
ACTS: dict[str, Act] = {
    act.slug: act
    for act in (*EXAMINING[:1], *DECIDING[:2], *EXAMINING[1:], *DECIDING[2:], *HEARING, *AFTERWARDS, *HOLDING)
}
"""Every act of an office, in the order of its page."""
