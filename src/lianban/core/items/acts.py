"""What a step becomes when several items are handled as one (facts 5.4 and 9.4).

Some acts are done once for everybody: one visit, one set of drawings, one measurement, one assessment, one acceptance
of the works, with an opinion from each authority. The others are only done at the same time.
"""

from enum import StrEnum

from lianban.core.items.model import Step


class Act(StrEnum):
    """An act of a chain, in the order in which they come."""

    ACCEPTANCE = "一窗受理"
    SURVEY = "联合踏勘"
    MEASUREMENT = "多测合一"
    ASSESSMENT = "多评合一"
    DRAWINGS = "多图联审"
    REVIEW = "并联审批"
    INSPECTION = "联合验收"
    DELIVERY = "统一出件"


JOINT = (Act.SURVEY, Act.MEASUREMENT, Act.ASSESSMENT, Act.DRAWINGS, Act.INSPECTION)
"""Acts that authorities do together, each giving its opinion, when more than one of them needs it."""

VISITS = (Act.SURVEY, Act.INSPECTION)
"""Joint acts for which officials come to look: two of each authority (Administrative Licensing Law Art. 34)."""

ENGLISH = {
    Act.ACCEPTANCE: "one acceptance",
    Act.SURVEY: "joint survey",
    Act.MEASUREMENT: "joint measurement",
    Act.ASSESSMENT: "joint assessment",
    Act.DRAWINGS: "joint review of drawings",
    Act.REVIEW: "review",
    Act.INSPECTION: "joint inspection of works",
    Act.DELIVERY: "one delivery",
}

_ON_SITE = (
    (Act.INSPECTION, ("验收",)),
    (Act.SURVEY, tuple("查勘踏核评验")),
)
"""Where officials come to look: not the applicant's own trips (体检, 接种)."""

_NAMED = (
    (Act.ACCEPTANCE, ("收件", "受理", "申请", "预审", "申报")),
    (Act.DELIVERY, ("制证", "送达", "发证", "出证", "出件", "领证", "办结", "制发", "颁证", "归档")),
    (Act.INSPECTION, ("验收",)),
    (Act.DRAWINGS, ("图审", "审图", "图纸", "施工图")),
    (Act.MEASUREMENT, ("测绘", "测量")),
    (Act.ASSESSMENT, ("评审", "评估", "评价", "论证")),
)


def act_of(step: Step) -> Act:
    """Return what a step becomes; what is named like nothing else is a review."""
    named = (*_ON_SITE, *_NAMED) if step.on_site else _NAMED
    return next((act for act, words in named if any(word in step.name for word in words)), Act.REVIEW)
