"""What an applicant may do with one item of their own, while it is examined and after they hold the licence."""

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.core.proceedings.item_case import commands as i
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.components.times import day_words
from lianban.web.work.acts import Act, Asked, Fields

View = cases.ItemCaseView


def _request(asked: Asked) -> cases.ItemDone:
    return cases.request_hearing(asked.view.number, asked.by, asked.expected)


def _waive(asked: Asked) -> cases.ItemDone:
    return cases.waive_hearing(asked.view.number, asked.by, asked.expected)


def _statement_fields(view: View, reader: cases.Reader) -> Fields:
    hint = str(_("写事实、理由和依据；原样交给审查人员"))
    return (FieldView("words", str(_("您的陈述和申辩")), ValueType.LONG_TEXT, max_length=2000, hint=hint),)


def _statement(asked: Asked) -> cases.ItemDone:
    return cases.hear_statement(asked.view.number, asked.text("words"), asked.by, asked.expected)


def _withdraw_fields(view: View, reader: cases.Reader) -> Fields:
    return (FieldView("reason", str(_("撤回原因")), required=False, max_length=300),)


def _withdraw(asked: Asked) -> cases.ItemDone:
    return cases.withdraw_item(asked.view.number, asked.text("reason"), asked.by, asked.expected)


def _promise_fields(view: View, reader: cases.Reader) -> Fields:
    names = {each.key: each.name for each in view.materials}
    made = [each.material for each in view.state.commitments]
    options = tuple(Choice(key, names.get(key, key)) for key in made)
    hint = str(_("撤回后，五个工作日内提交这份材料本身"))
    return (
        FieldView(
            "material", str(_("撤回哪一项承诺")), ValueType.CHOICE, made[0] if made else "", options=options, hint=hint
        ),
    )


def _take_promise_back(asked: Asked) -> cases.ItemDone:
    return cases.withdraw_commitment(asked.view.number, asked.text("material"), asked.by, asked.expected)


def _renew(asked: Asked) -> cases.ItemDone:
    return cases.ask_renewal(asked.view.number, asked.by, asked.expected)


def _renewal_fields(view: View, reader: cases.Reader) -> Fields:
    until = day_words(view.state.valid_until) if view.state.valid_until else "—"
    hint = str(_("现在的有效期至%(day)s；届满前没有作出决定的，视为准予延续") % {"day": until})
    return (FieldView("unchanged", str(_("许可的条件没有变化")), ValueType.BOOLEAN, "", hint=hint),)


def _change_fields(view: View, reader: cases.Reader) -> Fields:
    return (FieldView("words", str(_("要变更什么，为什么")), ValueType.LONG_TEXT, max_length=1000),)


def _change(asked: Asked) -> cases.ItemDone:
    return cases.ask_change(asked.view.number, i.ChangeKind.AMEND, asked.text("words"), asked.by, asked.expected)


def _end_fields(view: View, reader: cases.Reader) -> Fields:
    return (FieldView("words", str(_("注销的原因")), ValueType.LONG_TEXT, max_length=1000),)


def _end(asked: Asked) -> cases.ItemDone:
    change = i.ChangeKind.DEREGISTER
    return cases.ask_change(asked.view.number, change, asked.text("words"), asked.by, asked.expected)


UNDER_WAY: tuple[Act, ...] = (
    Act(
        "hearing", "request_hearing", _("要求听证"), _("要求听证"),
        _("听证在二十个工作日内举行，您不用交任何费用；听证前不会作出决定"), _request, tone="primary",
    ),
    Act(
        "no-hearing", "waive_hearing", _("放弃听证"), _("放弃听证"), _("放弃后不能再要求；可以早些作出决定"), _waive,
    ),
    Act(
        "statement", "hear_statement", _("陈述和申辩"), _("提交"), _("作出决定前，您随时可以说明情况、提出意见"),
        _statement, _statement_fields,
    ),
    Act(
        "promise", "withdraw_commitment", _("撤回承诺"), _("撤回承诺"), _("不再以承诺代替材料，改为提交材料"),
        _take_promise_back, _promise_fields,
    ),
    Act(
        "withdraw", "withdraw", _("撤回这一项"), _("撤回这一项"),
        _("只停办这一项；等它办好才能办的事项一并取消，其他事项继续"), _withdraw, _withdraw_fields, tone="danger",
    ),
)  # fmt: skip
HELD: tuple[Act, ...] = (
    Act("renew", "ask_renewal", _("申请延续"), _("申请延续"), _("有效期快到了，继续持有"), _renew, _renewal_fields),
    Act("change", "ask_change", _("申请变更"), _("申请变更"), _("登记的内容变了，换发新证"), _change, _change_fields),
    Act(
        "deregister", "ask_change", _("申请注销"), _("申请注销"), _("不再从事这项活动，注销许可"), _end, _end_fields,
        tone="danger",
    ),
)  # fmt: skip
OWN_ACTS: dict[str, Act] = {act.slug: act for act in (*UNDER_WAY, *HELD)}
