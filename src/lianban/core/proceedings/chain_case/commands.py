"""What can be asked of an application."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.proceedings.chain_case.state import Application, Occasion, Outcome, Planned
from lianban.core.proceedings.documents import DocumentRef
from lianban.core.proceedings.procedure import Command
from lianban.core.proceedings.shared import Barred, Correction, CreditAnswer, Handover, Remedies


class Submit(Application, Command):
    """The applicant hands the application in."""

    action: ClassVar[str] = "submit"


class ReceivedMaterial(Value):
    """One line of the receipt. form: 原件, 复印件, 电子 …"""

    material: str
    name: str
    form: str = ""
    copies: int = 1


class Receive(Command):
    """Materials are in hand. received_on: a later working day when handed in outside business hours, else None."""

    action: ClassVar[str] = "receive"
    materials: tuple[ReceivedMaterial, ...] = ()
    hall: str = ""
    received_on: date | None = None


class NotifyOnce(Command):
    """The one-time notice of everything missing or wrong. complete: the clerk states that nothing was left out."""

    action: ClassVar[str] = "notify_once"
    corrections: tuple[Correction, ...]
    supply_by: date
    complete: bool


class Supplement(Command):
    """What was asked is handed in. subjects: keys of the corrections. values: new digest, when fields changed."""

    action: ClassVar[str] = "supplement"
    subjects: tuple[str, ...]
    values: str = ""


class ReturnSupplement(Command):
    """Something supplied is not what the notice asked; nothing new may be asked."""

    action: ClassVar[str] = "return_supplement"
    subjects: tuple[str, ...]
    reason: str


class Accept(Command):
    """The lead authority accepts for all. barred: items the applicant may not apply for yet, as looked up that day."""

    action: ClassVar[str] = "accept"
    barred: tuple[Barred, ...] = ()


class GapAsked(Value):
    """A material that will come later."""

    material: str
    supply_by: date


class AcceptWithGaps(Command):
    """Acceptance although tolerable materials are out. promise: the applicant's words. credit: the live answer."""

    action: ClassVar[str] = "accept_with_gaps"
    gaps: tuple[GapAsked, ...]
    promise: str
    chosen_by_applicant: bool
    credit: CreditAnswer
    barred: tuple[Barred, ...] = ()


class DeemAccepted(Command):
    """Five working days went by in silence."""

    action: ClassVar[str] = "deem_accepted"


class SupplyGap(Command):
    """An outstanding material is handed in."""

    action: ClassVar[str] = "supply_gap"
    materials: tuple[str, ...]


class RejectCause(StrEnum):
    """Why an application is not accepted (Art. 32 (1), (2))."""

    NOT_REQUIRED = "依法不需要取得行政许可"
    NOT_COMPETENT = "不属于本机关职权范围"
    BARRED = "法定期限内不得再次申请"


class Reject(Command):
    """不予受理. competent_body: where to apply instead."""

    action: ClassVar[str] = "reject"
    cause: RejectCause
    reason: str
    basis: tuple[LegalBasis, ...]
    competent_body: str = ""
    remedies: Remedies


class Lapse(Command):
    """补正不来办结: the time to correct passed (close code 5)."""

    action: ClassVar[str] = "lapse"


class Withdraw(Command):
    """The applicant takes the application back. reason: may be empty."""

    action: ClassVar[str] = "withdraw"
    reason: str = ""


class Replan(Planned, Command):
    """The plan changed by correction. told: the new list; without one the old binds."""

    action: ClassVar[str] = "replan"


class ChildBegan(Command):
    """An item's clock started."""

    action: ClassVar[str] = "child_began"
    item: str


class ChildClosed(Command):
    """An item ended. documents: what the applicant is to receive."""

    action: ClassVar[str] = "child_closed"
    item: str
    outcome: Outcome
    documents: tuple[DocumentRef, ...] = ()


class Deliver(Command):
    """Results are handed over, all at once or as they come. items: keys."""

    action: ClassVar[str] = "deliver"
    items: tuple[str, ...]
    handover: Handover


class Rate(Command):
    """好差评. turn: 2 for the later rating. comment: digest of the words."""

    action: ClassVar[str] = "rate"
    occasion: Occasion
    stars: int = Field(ge=1, le=5)
    turn: int = Field(default=1, ge=1, le=2)
    comment: str = ""
