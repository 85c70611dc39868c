"""Acts of an authority on a licence it granted: change, renew, recall, revoke, deregister."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings.item_case import commands as i
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.components.times import day_words
from lianban.web.work.acts import Act, Asked, Fields
from lianban.web.work.causes import causes

View = cases.ItemCaseView


def _reasons(label: object) -> FieldView:
    return FieldView("reasons", str(label), ValueType.LONG_TEXT, max_length=1000)


def basis_field(proposed: Iterable[LegalBasis]) -> FieldView:
    """Ask under which law a decision is taken. proposed: what stands there already."""
    basis = "；".join(map(str, proposed))
    return FieldView("basis", str(_("法律依据")), ValueType.TEXT, basis, max_length=300, hint=str(_("写到条、款、项")))


def _wish(view: View) -> str:
    """What the holder asked for, in their own words."""
    return next((each.words for each in reversed(view.statements) if each.about), "")


def _amend_fields(view: View, reader: cases.Reader) -> Fields:
    options = tuple(Choice(key, name) for key, name in cases.shown_on_licences(view))
    return (
        FieldView("content", str(_("变更内容")), ValueType.LONG_TEXT, _wish(view), max_length=1000),
        FieldView("element", str(_("证照上变更哪一项")), ValueType.CHOICE, "", required=False, options=options),
        FieldView("value", str(_("变更为")), required=False, max_length=300),
    )


def _amend(asked: Asked) -> cases.ItemDone:
    element, value = asked.text("element"), asked.text("value")
    values = {element: value} if element and value else {}
    return cases.amend(asked.view.number, asked.text("content"), values, asked.by, asked.expected)


def _refusal_fields(view: View, reader: cases.Reader) -> Fields:
    return (_reasons(_("理由，写给申请人看")), basis_field(view.definition.legal_basis[:1]))


def _refuse_change(asked: Asked) -> cases.ItemDone:
    return cases.refuse_change(asked.view.number, asked.text("reasons"), asked.text("basis"), asked.by, asked.expected)


def _renew_fields(view: View, reader: cases.Reader) -> Fields:
    until = cases.renewed_until(view.number, reader)
    ends = day_words(view.state.valid_until) if view.state.valid_until else "—"
    hint = str(_("原有效期至%(day)s") % {"day": ends})
    return (FieldView("until", str(_("延续至")), ValueType.DATE, until.isoformat() if until else "", hint=hint),)


def _renew(asked: Asked) -> cases.ItemDone:
    return cases.renew(asked.view.number, asked.day("until"), asked.by, asked.expected)


def _refuse_renewal(asked: Asked) -> cases.ItemDone:
    return cases.refuse_renewal(asked.view.number, asked.text("reasons"), asked.text("basis"), asked.by, asked.expected)


def _recall_fields(view: View, reader: cases.Reader) -> Fields:
    hint = str(_("造成财产损失的，应当依法补偿"))
    return (
        _reasons(_("法律或者客观情况有什么重大变化，为什么公共利益需要撤回")),
        FieldView("compensation", str(_("补偿")), ValueType.LONG_TEXT, max_length=500, hint=hint),
    )


def _recall(asked: Asked) -> cases.ItemDone:
    return cases.recall(asked.view.number, asked.text("reasons"), asked.text("compensation"), asked.by, asked.expected)


def _revoke_fields(view: View, reader: cases.Reader) -> Fields:
    made_good = str(_("机关有过错的必须写明，没有造成损害的也写明；以欺骗、贿赂取得的不填"))
    return (
        FieldView("ground", str(_("情形")), ValueType.CHOICE, "", options=causes(i.RevocationGround)),
        _reasons(_("查明的事实和理由")),
        FieldView("compensation", str(_("赔偿")), ValueType.LONG_TEXT, required=False, max_length=500, hint=made_good),
        FieldView("public_harm", str(_("撤销可能对公共利益造成重大损害")), ValueType.BOOLEAN, ""),
    )


def _revoke(asked: Asked) -> cases.ItemDone:
    ground = asked.one_of(i.RevocationGround, "ground")
    said = cases.Revocation(
        ground, asked.text("reasons"), asked.text("compensation"), public_harm=asked.is_yes("public_harm")
    )
    return cases.revoke(asked.view.number, said, asked.by, asked.expected)


def _deregister_fields(view: View, reader: cases.Reader) -> Fields:
    return (
        FieldView("ground", str(_("情形")), ValueType.CHOICE, "", options=causes(i.DeregistrationGround)),
        FieldView("reasons", str(_("说明")), ValueType.LONG_TEXT, _wish(view), max_length=500),
    )


def _deregister(asked: Asked) -> cases.ItemDone:
    ground = asked.one_of(i.DeregistrationGround, "ground")
    return cases.deregister(asked.view.number, ground, asked.text("reasons"), asked.by, asked.expected)


AFTERWARDS: tuple[Act, ...] = (
    Act(
        "amend", "amend", _("变更许可"), _("准予变更，换发证照"), _("持证人申请变更，符合条件的办理变更"), _amend,
        _amend_fields,
    ),
    Act(
        "refuse-change", "refuse_change", _("不予变更"), _("出具不予变更决定书"), _("答复持证人的变更或者注销申请"),
        _refuse_change, _refusal_fields, tone="danger",
    ),
    Act(
        "renew", "renew", _("准予延续"), _("准予延续，换发证照"), _("有效期届满前决定；逾期不决定的视为准予"), _renew,
        _renew_fields, tone="primary",
    ),
    Act(
        "refuse-renewal", "refuse_renewal", _("不予延续"), _("出具不予延续决定书"), _("写明理由和依据"),
        _refuse_renewal, _refusal_fields, tone="danger",
    ),
    Act(
        "recall", "recall", _("撤回许可"), _("撤回，出具决定书"), _("依据或者客观情况重大变化，为公共利益撤回并补偿"),
        _recall, _recall_fields, tone="danger",
    ),
    Act(
        "revoke", "revoke", _("撤销许可"), _("撤销，出具决定书"), _("不该准予的许可；以欺骗、贿赂取得的应当撤销"),
        _revoke, _revoke_fields, tone="danger",
    ),
    Act(
        "deregister", "deregister", _("注销许可"), _("注销，出具决定书"), _("到期、终止、被撤销等六种情形"),
        _deregister, _deregister_fields, tone="danger",
    ),
)  # fmt: skip
