"""The lists of the window, each with its address."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lianban.core.proceedings.chain_case.state import Stage


@dataclass(frozen=True, slots=True)
class Tab:
    """slug: in the address. key: of apps.cases. empty: what to say when nothing waits."""

    slug: str
    key: str
    name: Promise
    empty: Promise


TABS: dict[str, Tab] = {
    tab.slug: tab
    for tab in (
        Tab("to-accept", "to_accept", _("待受理"), _("没有等待受理的申请。有人来时，这里会出现。")),
        Tab("correcting", "correcting", _("补正中"), _("没有等待补正的申请。")),
        Tab("to-issue", "to_issue", _("待出证"), _("没有等待发放的结果。")),
        Tab("running", "running", _("办理中"), _("没有正在办理的申请。")),
        Tab("closed", "closed", _("已办结"), _("还没有办结的申请。")),
        Tab("all", "all", _("全部"), _("没有找到。请核对编号、名称或证件号码。")),
    )
}
FIRST = "to-accept"
OF_STAGE: dict[str, str] = {
    Stage.SUBMITTED: "to-accept",
    Stage.RECEIVED: "to-accept",
    Stage.CORRECTING: "correcting",
    Stage.ACCEPTED: "running",
    Stage.IN_PROGRESS: "running",
    Stage.PARTLY_GRANTED: "running",
}
"""On which list an application stands; everything else is closed."""
