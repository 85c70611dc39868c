"""The clocks of the Administrative Licensing Law (2003, text of 2019)."""

from datetime import date
from decimal import Decimal

from lianban.core.clocks.clock import Clock
from lianban.core.clocks.extensions import ExtensionRule
from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import StopGround
from lianban.core.kernel.legal import LegalBasis

LAW = "中华人民共和国行政许可法"
ARTICLE_32 = LegalBasis(document=LAW, article="第三十二条")
ARTICLE_42_1 = LegalBasis(document=LAW, article="第四十二条第一款")
ARTICLE_42_2 = LegalBasis(document=LAW, article="第四十二条第二款")
ARTICLE_43 = LegalBasis(document=LAW, article="第四十三条")
ARTICLE_44 = LegalBasis(document=LAW, article="第四十四条")

HEAD_OF_BODY = "本行政机关负责人"
HEAD_OF_GOVERNMENT = "本级人民政府负责人"


def _days(days: int, basis: LegalBasis) -> TimeLimit:
    return TimeLimit(length=Decimal(days), basis=(basis,))


TO_NOTIFY_ONCE = _days(5, ARTICLE_32)
TO_DECIDE = _days(20, ARTICLE_42_1)
TO_DECIDE_JOINTLY = _days(45, ARTICLE_42_2)
TO_EXAMINE_FIRST = _days(20, ARTICLE_43)
TO_DELIVER = _days(10, ARTICLE_44)

EXTENSION = ExtensionRule(longest=_days(10, ARTICLE_42_1), approver=HEAD_OF_BODY, basis=ARTICLE_42_1)
JOINT_EXTENSION = ExtensionRule(longest=_days(15, ARTICLE_42_2), approver=HEAD_OF_GOVERNMENT, basis=ARTICLE_42_2)


def decision_clock(
    accepted_on: date,
    *,
    promised: TimeLimit | None = None,
    statutory: TimeLimit | None = None,
    joint: bool = False,
    grounds: tuple[StopGround, ...] = (),
) -> Clock:
    """Return the clock for the decision (Article 42): 20 days and 10 more, handled jointly 45 and 15 more.

    statutory: a limit that a law or regulation sets instead; it keeps the extension of Article 42.
    """
    return Clock(
        start_event="受理",
        started_on=accepted_on,
        statutory=statutory or (TO_DECIDE_JOINTLY if joint else TO_DECIDE),
        promised=promised,
        extension_rule=JOINT_EXTENSION if joint else EXTENSION,
        grounds=grounds,
    )


def acceptance_clock(received_on: date) -> Clock:
    """Return the clock for telling the applicant what is missing (Article 32 (4)): 5 days from receipt.

    When it ends without notice the application counts as accepted on the day of receipt, not on the last day.
    """
    return Clock(start_event="收件", started_on=received_on, statutory=TO_NOTIFY_ONCE)


def first_examination_clock(accepted_on: date) -> Clock:
    """Return the clock of the lower authority that examines first (Article 43): 20 days from its acceptance."""
    return Clock(start_event="受理", started_on=accepted_on, statutory=TO_EXAMINE_FIRST)


def delivery_clock(decided_on: date) -> Clock:
    """Return the clock for issuing and delivering the licence (Article 44): 10 days from the decision."""
    return Clock(start_event="准予许可决定", started_on=decided_on, statutory=TO_DELIVER)
