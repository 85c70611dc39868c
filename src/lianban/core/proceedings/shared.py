"""Values that both the chain and its items speak of. Personal values are digests only."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from pydantic import Field

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Words


class Context:
    """What a rule may ask of the world. calendar: the working calendar as known at the moment of the act."""

    __slots__ = ("calendar",)

    def __init__(self, calendar: WorkingCalendar) -> None:
        self.calendar = calendar


class Remedies(Value):
    """What a refused person may do (facts 2.1.1): reconsideration in days, litigation in months, and where."""

    reconsideration_days: int = 60
    reconsideration_body: str
    litigation_months: int = 6
    court: str

    @property
    def is_complete(self) -> bool:
        """Whether both ways are named with body and court."""
        return bool(self.reconsideration_body.strip() and self.court.strip())

    @property
    def lacks(self) -> str | None:
        """A sentence saying that a way is missing, or None."""
        return None if self.is_complete else "须告知申请行政复议或者提起行政诉讼的权利、机关和期限。"


class CreditAnswer(Value):
    """What the credit platform said of the subject. dishonest: 失信且未修复. reference: number of the query."""

    asked_on: date
    dishonest: bool
    reference: str


class Way(StrEnum):
    """How results reach their holder."""

    PICKUP = "自取"
    POST = "邮寄"
    CABINET = "自助柜"
    ELECTRONIC = "电子送达"


class Handover(Value):
    """How something was handed over.

    collector: digest of the collector's identity number. by_agent: somebody else than the holder collects.
    authorisation: digest of the mandate, when by_agent. identity_checked: the clerk compared person and document.
    carrier, tracking_no: for post. consented: the holder agreed to electronic delivery.
    """

    way: Way
    collector: str = ""
    by_agent: bool = False
    authorisation: str = ""
    identity_checked: bool = False
    carrier: str = ""
    tracking_no: str = ""
    consented: bool = False

    @property
    def lacks(self) -> str | None:
        """A sentence saying what is missing for this way, or None."""
        match self.way:
            case Way.PICKUP | Way.CABINET if not (self.collector and self.identity_checked):
                return "领取须核对领取人身份。请核验证件后再登记。"
            case Way.PICKUP | Way.CABINET if self.by_agent and not self.authorisation:
                return "代领须有授权委托书。请登记委托书后再发放。"
            case Way.POST if not (self.carrier and self.tracking_no):
                return "邮寄须登记承运单位和运单号。"
            case Way.ELECTRONIC if not self.consented:
                return "电子送达须经受送达人同意。"
        return None


class Barred(Value):
    """An item its applicant may not apply for yet (Arts. 78, 79). until: the last such day. earlier: the case why."""

    item: str
    name: str
    until: date
    earlier: str


class Gap(Value):
    """A material accepted as outstanding (容缺). supply_by: its last day. supplied_on: None while it is out."""

    material: str
    name: str
    supply_by: date
    supplied_on: date | None = None


def supplied(gaps: Iterable[Gap], materials: Collection[str], on: date) -> tuple[Gap, ...]:
    """Return the gaps with some of them closed. materials: what was handed in."""
    return tuple(each.model_copy(update={"supplied_on": on}) if each.material in materials else each for each in gaps)


class Finding(Value):
    """What somebody found. by: account id. passed: False sends it back. inspectors: digests of certificate numbers."""

    by: str
    text: Words
    passed: bool
    on: date
    inspectors: tuple[str, ...] = ()


class Beyond(Value):
    """Why something is asked that the one-time list does not hold, and which law asks for it."""

    reason: Words = ""
    basis: tuple[LegalBasis, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether it gives a reason and at least one article or document."""
        return bool(self.reason.strip() and self.basis and all(each.document.strip() for each in self.basis))


class Correction(Value):
    """One thing to correct, and how. subject: key of the material or the form field.

    beyond: given where the one-time list that the applicant went by does not hold the subject.
    """

    subject: str
    name: Words
    problem: Words = Field(min_length=1)
    remedy: Words = Field(min_length=1)
    beyond: Beyond | None = None
