"""Why a clock may stand still, and the record of each time it did."""

from datetime import date
from enum import StrEnum

from pydantic import model_validator

from lianban.core.clocks.errors import NoticeMissing, OutOfOrder
from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Words


class StopKind(StrEnum):
    """Special procedures (facts 2.4). The first eight are those of Article 45 of the Administrative Licensing Law."""

    HEARING = "听证"
    TENDER = "招标"
    AUCTION = "拍卖"
    INSPECTION = "检验"
    TESTING = "检测"
    QUARANTINE = "检疫"
    APPRAISAL = "鉴定"
    EXPERT_REVIEW = "专家评审"
    SITE_SURVEY = "现场勘验"
    PUBLIC_NOTICE = "公示"
    OTHER = "其他"


ARTICLE_45 = LegalBasis(document="中华人民共和国行政许可法", article="第四十五条")
ARTICLE_45_KINDS = frozenset(list(StopKind)[:8])


class StopGround(Value):
    """A further reason that an item's own law lets stop its clock (公示 where the basis says so)."""

    kind: StopKind
    basis: LegalBasis


class Stop(Value):
    """A special procedure during which the clock stands still.

    stopped_on: the last day that still counts; the days after it up to and including `resumed_on` do not.
    resumed_on: the day its result arrived; None while it is open.
    notice, told_on: number and day of the written notice; needed: the time told in it (Article 45).
    basis: the law that lets it stop the clock.
    """

    kind: StopKind
    stopped_on: date
    resumed_on: date | None = None
    reason: Words
    notice: str
    told_on: date
    needed: TimeLimit
    basis: LegalBasis = ARTICLE_45

    @model_validator(mode="after")
    def _told_first(self) -> "Stop":
        if not self.notice.strip() or self.told_on > self.stopped_on:
            raise NoticeMissing(f"停表（{self.kind.value}）")
        if self.resumed_on and self.resumed_on < self.stopped_on:
            raise OutOfOrder("恢复计时", self.resumed_on, self.stopped_on)
        return self

    @property
    def is_open(self) -> bool:
        """True while the procedure runs."""
        return self.resumed_on is None
