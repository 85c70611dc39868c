"""Acts about who has an item in hand: take it, give it out, put it back."""

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.work.acts import Act, Asked, Fields

View = cases.ItemCaseView


def people(reader: cases.Reader) -> tuple[Choice, ...]:
    """Return everybody who may have an item of the authority in hand."""
    return tuple(
        Choice(each.person, each.name, str(_("您自己")) if each.is_reader else "") for each in cases.colleagues(reader)
    )


def _claim(asked: Asked) -> cases.ItemDone:
    return cases.assign(asked.view.number, asked.by.actor.person, "", asked.by, asked.expected)


def _assign_fields(view: View, reader: cases.Reader) -> Fields:
    others = tuple(each for each in people(reader) if each.value != view.state.holder)
    why = str(_("更换承办人时必须写明，记入办理经过"))
    is_held = bool(view.state.holder)
    return (
        FieldView("holder", str(_("由谁承办")), ValueType.CHOICE, "", options=others),
        FieldView("reason", str(_("理由")), ValueType.LONG_TEXT, required=is_held, max_length=300, hint=why),
    )


def _assign(asked: Asked) -> cases.ItemDone:
    return cases.assign(asked.view.number, asked.text("holder"), asked.text("reason"), asked.by, asked.expected)


def _release_fields(view: View, reader: cases.Reader) -> Fields:
    return (FieldView("reason", str(_("理由")), ValueType.LONG_TEXT, max_length=300),)


def _release(asked: Asked) -> cases.ItemDone:
    return cases.release(asked.view.number, asked.text("reason"), asked.by, asked.expected)


HOLDING: tuple[Act, ...] = (
    Act(
        "claim", "assign", _("认领"), _("由我承办"), _("本件进入您的“我承办的”；部门其他人员仍可以看到"), _claim,
        key="c", offered=lambda view: not view.state.holder, unless=_("本件已经有人承办。"),
    ),
    Act(
        "assign", "assign", _("分办、改派"), _("确定承办人"),
        _("承办人可以转交自己的，负责人可以分办全部；更换要写理由"), _assign, _assign_fields,
    ),
    Act(
        "release", "release", _("放回待认领"), _("放回"), _("不再由某个人承办，部门任何审批人员都可以认领"), _release,
        _release_fields, offered=lambda view: bool(view.state.holder), unless=_("本件还没有人承办。"),
    ),
)  # fmt: skip
