"""The rules by which a warning is given. Levels and thresholds are local (facts 3.2), hence data."""

from enum import StrEnum

from lianban.core.clocks.remaining import DEFAULT_WARNING, WarningLevel, WarningRule
from lianban.core.kernel.value import Value


class Scope(StrEnum):
    """What a rule looks at."""

    TIME = "时限"
    PROCEDURE = "流程"
    TRUTH = "办件真实性"


class Rule(Value):
    """One rule of supervision. code: 规则编号. means: what it says, with its threshold. basis: where it comes from."""

    code: str
    scope: Scope
    name: str
    name_en: str
    means: str
    means_en: str
    basis: str


class Thresholds(Value):
    """The local figures of the rules.

    time: see WarningRule. late_entry_days: an act may be recorded so many calendar days after it took effect.
    """

    time: WarningRule = DEFAULT_WARNING
    late_entry_days: int = 1


THRESHOLDS = Thresholds()

ACCEPTANCE = Rule(
    code="SX01", scope=Scope.TIME, name="受理超期", name_en="Acceptance overdue",
    means="收到材料满五个工作日未受理也未一次性告知的，红牌。",
    means_en="Neither accepted nor told within five working days of receipt: red.",
    basis="行政许可法第三十二条",
)  # fmt: skip
NEAR = Rule(
    code="SX02", scope=Scope.TIME, name="临近承诺期限", name_en="Promise nearly due",
    means="剩余不超过承诺期限的两成或者一个工作日的，预警。",
    means_en="A fifth of the promised time or one working day is left: notice.",
    basis="本区预警规则",
)  # fmt: skip
PROMISE = Rule(
    code="SX03", scope=Scope.TIME, name="超过承诺期限", name_en="Promise overdue",
    means="超过承诺期限的，黄牌；超过三个工作日的，红牌。",
    means_en="Past the promised day: yellow; more than three working days past it: red.",
    basis="本区预警规则",
)  # fmt: skip
LAW = Rule(
    code="SX04", scope=Scope.TIME, name="超过法定期限", name_en="Past the statutory limit",
    means="超过法定期限的，红牌。", means_en="Past the statutory limit: red.", basis="行政许可法第四十二条",
)  # fmt: skip
SPECIAL = Rule(
    code="SX05", scope=Scope.TIME, name="特别程序超期", name_en="Special procedure overdue",
    means="特别程序超过书面告知的时间的，黄牌。",
    means_en="A special procedure takes longer than the applicant was told: yellow.",
    basis="行政许可法第四十五条",
)  # fmt: skip
DELIVERY = Rule(
    code="SX06", scope=Scope.TIME, name="送达超期", name_en="Delivery overdue",
    means="作出决定满十个工作日未送达的，黄牌。",
    means_en="Not delivered within ten working days of the decision: yellow.",
    basis="行政许可法第四十四条",
)  # fmt: skip
HEARING = Rule(
    code="SX07", scope=Scope.TIME, name="听证逾期未举行", name_en="Hearing overdue",
    means="申请听证或者决定依职权听证满二十个工作日未举行的，黄牌。",
    means_en="Not held within twenty working days of being asked for or announced: yellow.",
    basis="行政许可法第四十七条",
)  # fmt: skip
ANSWER = Rule(
    code="SX08", scope=Scope.TIME, name="变更、延续逾期未答复", name_en="Request of a holder unanswered",
    means="变更、注销申请满二十个工作日未答复，或者有效期届满前未对延续申请作出决定的，黄牌。",
    means_en="A holder's request not answered within twenty working days, or a renewal not decided in time: yellow.",
    basis="行政许可法第四十九条、第五十条",
)  # fmt: skip
CONSULTED = Rule(
    code="LC04", scope=Scope.PROCEDURE, name="征询逾期未答复", name_en="Consultation unanswered",
    means="被征询的部门在所请期限内没有答复的，黄牌；沉默不视为同意。",
    means_en="The authority that was asked did not answer in time: yellow; silence is never agreement.",
    basis="行政许可法第二十六条",
)  # fmt: skip
SILENCE = Rule(
    code="LC01", scope=Scope.PROCEDURE, name="因沉默视为受理", name_en="Accepted by silence",
    means="窗口没有答复，由法律视为受理的，红牌。",
    means_en="The window did not answer and the law accepted in its place: red.",
    basis="行政许可法第三十二条",
)  # fmt: skip
ORDER = Rule(
    code="LC02", scope=Scope.PROCEDURE, name="时间倒置", name_en="Out of order",
    means="后一步的生效时间早于前一步的，黄牌。", means_en="A later step takes effect before an earlier one: yellow.",
    basis="本区预警规则",
)  # fmt: skip
LATE_ENTRY = Rule(
    code="ZS01", scope=Scope.TRUTH, name="事后补录", name_en="Entered afterwards",
    means="录入时间晚于生效时间一日以上的，黄牌。",
    means_en="Recorded more than a day after it took effect: yellow.",
    basis="本区预警规则",
)  # fmt: skip
SAME_SECOND = Rule(
    code="ZS02", scope=Scope.TRUTH, name="受理与办结同秒", name_en="Accepted and decided in one second",
    means="承诺件在同一秒受理并由人办结的，黄牌。",
    means_en="A person accepted and decided a promised item in the same second: yellow.",
    basis="本区预警规则",
)  # fmt: skip

BEYOND = Rule(
    code="LC03", scope=Scope.PROCEDURE, name="超出一次性告知", name_en="Beyond the one-time notice",
    means="要求申请人提供一次性告知清单之外的材料或者内容的，黄牌。",
    means_en="Something was asked that the one-time list does not hold: yellow.",
    basis="一次性告知制；行政许可法第三十二条",
)  # fmt: skip

RULES = (
    ACCEPTANCE, NEAR, PROMISE, LAW, SPECIAL, DELIVERY, HEARING, ANSWER, SILENCE, ORDER, BEYOND, CONSULTED, LATE_ENTRY,
    SAME_SECOND,
)  # fmt: skip
"""The catalogue, as the page of rules prints it."""

__all__ = ["RULES", "THRESHOLDS", "Rule", "Scope", "Thresholds", "WarningLevel"]
