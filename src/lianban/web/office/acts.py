"""Acts of an authority on its item: examine, ask, stop and go on, decide."""

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.apps.organs import public as organs
from lianban.core.items.model import Step
from lianban.core.proceedings.item_case.commands import TerminateCause
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.work.acts import Act, Asked, Fields
from lianban.web.work.causes import causes

View = cases.ItemCaseView
DAYS_TO_ANSWER = 5


def examined(view: View) -> tuple[Step, ...]:
    """Return the steps of an item that its authority itself does."""
    return cases.examined(view.definition)


def next_step(view: View) -> str:
    """Return the first step of the item that nobody wrote an opinion on since it was last sent back."""
    return cases.next_step(view.definition, view.state)


def others(view: View) -> tuple[Choice, ...]:
    """Return every authority but the one that decides the item."""
    return tuple(Choice(each.key, each.name) for each in organs.authorities() if each.key != view.item.authority)


def _steps(view: View) -> tuple[Choice, ...]:
    names = dict.fromkeys([*(each.name for each in examined(view)), next_step(view)])
    return tuple(Choice(name, name) for name in names)


def _review_fields(view: View, reader: cases.Reader) -> Fields:
    conditions = tuple(Choice(each.text, each.text) for each in view.definition.conditions)
    on_site = any(each.on_site and each.name == next_step(view) for each in view.definition.steps)
    fields = [FieldView("stage", str(_("环节")), ValueType.CHOICE, next_step(view), options=_steps(view))]
    if conditions:
        label = str(_("逐条核对的条件"))
        fields.append(FieldView("conditions", label, ValueType.CHOICES, [], required=False, options=conditions))
    return (
        *fields,
        FieldView("opinion", str(_("审查意见")), ValueType.LONG_TEXT, max_length=1000),
        FieldView("on_site", str(_("做了现场核查")), ValueType.BOOLEAN, on_site),
        FieldView("inspectors", str(_("核查人员证件号")), required=False, hint=str(_("两名以上，用顿号分开"))),
        FieldView("place", str(_("核查地点")), required=False),
        FieldView("findings", str(_("核查情况")), ValueType.LONG_TEXT, required=False, max_length=1000),
    )


def _review(asked: Asked) -> cases.ItemDone:
    checked = asked.chosen("conditions")
    opinion = asked.text("opinion") + (f"（已核对：{'；'.join(checked)}）" if checked else "")
    inspection = None
    if asked.is_yes("on_site"):
        inspection = cases.Inspection(asked.listed("inspectors"), asked.text("place"), asked.text("findings"))
    return cases.review(asked.view.number, asked.text("stage"), opinion, asked.by, asked.expected, inspection)


def _rework_fields(view: View, reader: cases.Reader) -> Fields:
    return (
        FieldView("stage", str(_("退回到哪个环节")), ValueType.CHOICE, "", options=_steps(view)),
        FieldView("reason", str(_("理由")), ValueType.LONG_TEXT, max_length=500),
    )


def _rework(asked: Asked) -> cases.ItemDone:
    return cases.return_for_rework(
        asked.view.number, asked.text("stage"), asked.text("reason"), asked.by, asked.expected
    )


def _consult_fields(view: View, reader: cases.Reader) -> Fields:
    until = reader.calendar.add_working_days(reader.today, DAYS_TO_ANSWER).isoformat()
    return (
        FieldView("authority", str(_("征询哪个部门")), ValueType.CHOICE, "", options=others(view)),
        FieldView("question", str(_("征询什么")), ValueType.LONG_TEXT, max_length=500),
        FieldView("due_on", str(_("请于何时前答复")), ValueType.DATE, until),
    )


def _consult(asked: Asked) -> cases.ItemDone:
    return cases.consult(
        asked.view.number,
        asked.text("authority"),
        asked.text("question"),
        asked.day("due_on"),
        asked.by,
        asked.expected,
    )


def _unanswered(view: View) -> tuple[Choice, ...]:
    names = {each.key: each.name for each in organs.authorities()}
    return tuple(
        Choice(str(each.number), names.get(each.authority, each.authority), each.question)
        for each in view.state.consultations
        if each.answer is None
    )


def _answer_fields(view: View, reader: cases.Reader) -> Fields:
    return (
        FieldView("number", str(_("哪项征询")), ValueType.CHOICE, "", options=_unanswered(view)),
        FieldView("answer", str(_("答复内容，或者结束征询的理由")), ValueType.LONG_TEXT, max_length=500),
    )


def answer(asked: Asked) -> cases.ItemDone:
    number = asked.whole_number("number")
    return cases.answer_consultation(asked.view.number, number, asked.text("answer"), asked.by, asked.expected)


def _sign(asked: Asked) -> cases.ItemDone:
    return cases.sign(asked.view.number, asked.by, asked.expected)


def _verify_fields(view: View, reader: cases.Reader) -> Fields:
    names = {each.key: each.name for each in view.materials}
    made = [each.material for each in view.state.commitments if each.fulfilled is None]
    options = tuple(Choice(key, names.get(key, key)) for key in made)
    return (
        FieldView("material", str(_("核查哪项承诺")), ValueType.CHOICE, made[0] if made else "", options=options),
        FieldView("fulfilled", str(_("承诺属实")), ValueType.BOOLEAN, ""),
        FieldView("finding", str(_("核查情况")), ValueType.LONG_TEXT, max_length=500),
    )


def _verify(asked: Asked) -> cases.ItemDone:
    return cases.verify_commitment(
        asked.view.number,
        asked.text("material"),
        fulfilled=asked.is_yes("fulfilled"),
        finding=asked.text("finding"),
        by=asked.by,
        expected=asked.expected,
    )


def _terminate_fields(view: View, reader: cases.Reader) -> Fields:
    return (
        FieldView("cause", str(_("情形")), ValueType.CHOICE, "", options=causes(TerminateCause)),
        FieldView("reason", str(_("理由")), ValueType.LONG_TEXT, max_length=500),
    )


def _terminate(asked: Asked) -> cases.ItemDone:
    cause = asked.one_of(TerminateCause, "cause")
    return cases.terminate(asked.view.number, cause, asked.text("reason"), asked.by, asked.expected)


EXAMINING: tuple[Act, ...] = (
    Act(
        "review", "review", _("写审查意见"), _("记录审查意见"), _("每个环节写一次，写明核对了什么、结论是什么"),
        _review, _review_fields, key="r", tone="primary",
    ),
    Act(
        "rework", "return_for_rework", _("退回重审"), _("退回"), _("内部退回上一环节，期限照常计算"), _rework,
        _rework_fields,
    ),
    Act(
        "consult", "consult", _("征询意见"), _("发出征询"), _("请其他部门提意见；沉默不视为同意"), _consult,
        _consult_fields, key="q",
    ),
    Act(
        "answer", "answer_consultation", _("登记答复"), _("登记答复"), _("收到答复，或者说明理由结束征询"), answer,
        _answer_fields, offered=lambda view: bool(_unanswered(view)),
    ),
    Act("sign", "sign", _("会签"), _("会签"), _("决定前由另一人签署意见"), _sign),
    Act(
        "verify", "verify_commitment", _("核查承诺"), _("记录核查结果"), _("核查申请人的告知承诺是否属实"), _verify,
        _verify_fields, offered=lambda view: any(each.fulfilled is None for each in view.state.commitments),
    ),
    Act(
        "terminate", "terminate", _("终止审查"), _("出具终止审查通知书"), _("容缺逾期、承诺不实等，不作决定而结束"),
        _terminate, _terminate_fields, tone="danger",
    ),
)  # fmt: skip
