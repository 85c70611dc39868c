"""What an act does, read from the table of its procedure: to the clock, on paper, by which article."""

from dataclasses import dataclass
from types import ModuleType

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.procedure import ClockEffect, Procedure

TABLES: dict[str, ModuleType] = {"chain_case": chain_case, "item_case": item_case}
PAPERS = (
    gettext_noop("一次性告知书"),
    gettext_noop("不予变更决定书"),
    gettext_noop("不予延续决定书"),
    gettext_noop("变更许可决定书"),
    gettext_noop("听证告知书"),
    gettext_noop("听证笔录"),
    gettext_noop("听证通知书"),
    gettext_noop("延续许可决定书"),
    gettext_noop("撤回许可决定书"),
    gettext_noop("撤销许可决定书"),
    gettext_noop("注销许可决定书"),
    gettext_noop("转报意见书"),
    gettext_noop("不予受理通知书"),
    gettext_noop("不予许可决定书"),
    gettext_noop("准予许可决定书"),
    gettext_noop("受理通知书"),
    gettext_noop("告知承诺书"),
    gettext_noop("容缺受理通知书"),
    gettext_noop("延长办理期限通知书"),
    gettext_noop("撤回申请书"),
    gettext_noop("收件凭证"),
    gettext_noop("特别程序告知书"),
    gettext_noop("现场核查记录"),
    gettext_noop("终止审查通知书"),
    gettext_noop("送达回证"),
)
"""Names of the papers our acts issue, for whoever reads English."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """clock, document, basis: one sentence each, or empty where there is nothing to say."""

    clock: str
    document: str
    basis: str

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Icon and words of everything that follows."""
        said = (("clock", self.clock), ("file-text", self.document), ("scale", self.basis))
        return tuple((icon, words) for icon, words in said if words)


def consequence(procedure: str, status: str, action: str) -> Consequence:
    """Return what an action does in a status; as anywhere in the table when it is not open there."""
    table: Procedure = TABLES[procedure].PROCEDURE
    rule = table.rule(status, action) or next(each for each in table.rules if each.action == action)
    document = _("出具《%(kind)s》") % {"kind": _(rule.document.value)} if rule.document else ""
    basis = _("依据：%(basis)s") % {"basis": "；".join(map(str, rule.basis))} if rule.basis else ""
    return Consequence(_clock(rule.clock), document, basis)


def _clock(effect: ClockEffect) -> str:
    return {
        ClockEffect.NONE: _("不影响办理期限"),
        ClockEffect.STARTS: _("办理期限从今天起算"),
        ClockEffect.STOPS: _("办理期限停止计算"),
        ClockEffect.RESUMES: _("办理期限恢复计算"),
        ClockEffect.EXTENDS: _("办理期限延长"),
        ClockEffect.ENDS: _("办理期限终止计算"),
    }[effect]
