"""The child proceeding: one item of a plan, with its own authority and its own legal clock."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from lianban.core.clocks.clock import Clock
from lianban.core.clocks.extensions import ExtensionRule
from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import StopGround
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Words
from lianban.core.proceedings.documents import DocumentRef
from lianban.core.proceedings.evolution import ProceedingState
from lianban.core.proceedings.shared import Finding, Gap, Handover, Remedies


class ItemStatus(StrEnum):
    """Where an item stands."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    SPECIAL = "special"
    TRANSFERRED = "transferred"
    GRANTED = "granted"
    REFUSED = "refused"
    CERTIFIED = "certified"
    DELIVERED = "delivered"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    CANCELLED = "cancelled"


UNDECIDED = (ItemStatus.WAITING, ItemStatus.ACCEPTED, ItemStatus.SPECIAL, ItemStatus.TRANSFERRED)
AT_WORK = (ItemStatus.ACCEPTED, ItemStatus.TRANSFERRED)
IN_HAND = (*AT_WORK, ItemStatus.SPECIAL)
IN_FORCE = (ItemStatus.GRANTED, ItemStatus.CERTIFIED, ItemStatus.DELIVERED, ItemStatus.ARCHIVED)


class PredecessorResult(Value):
    """The result of an item this one waited for. document: the decision that grants it."""

    item: str
    granted_on: date
    document: DocumentRef


class Opinion(Finding):
    """What a reviewer wrote of one step."""

    step: str


class Signature(Value):
    """A counter-signature before the decision. on_behalf_of: for whom, when somebody stood in."""

    by: str
    on: date
    on_behalf_of: str = ""

    @property
    def people(self) -> frozenset[str]:
        """Whoever signed and whoever they signed for: none of them can be the second person beside it."""
        return frozenset({self.by, self.on_behalf_of} - {""})


class RuleCheck(Value):
    """What the rules of an instant approval found. failed: what did not hold or could not be told; empty: all held."""

    version: str
    failed: tuple[str, ...] = ()


class ChangeKind(StrEnum):
    """What the holder of a licence may ask beside renewal."""

    AMEND = "变更"
    DEREGISTER = "注销"


class ChangeAsked(Value):
    """A holder's request. words: digest of what is asked. decide_by: last day of the answer (Art. 42)."""

    change: ChangeKind
    asked_on: date
    decide_by: date
    words: str = ""


class Consultation(Value):
    """A question to another authority. answer: None while it is open; silence is never agreement."""

    number: int
    authority: str
    question: Words
    due_on: date
    answer: Words | None = None
    answered_on: date | None = None


class Commitment(Value):
    """A written promise in place of a proof (告知承诺). fulfilled: None until it was verified."""

    material: str
    document: DocumentRef
    promised_on: date
    fulfilled: bool | None = None


class InterestedParty(Value):
    """Somebody with a major interest (Art. 36). party, statement: digests."""

    party: str
    told_on: date
    respond_by: date
    statement: str = ""


class Hearing(Value):
    """A hearing (Arts. 46 to 48). request_by: last day to ask. hold_by: last day to hold it.

    ex_officio: announced by the authority itself. waived: the person gave up the right in writing.
    """

    told_on: date
    request_by: date
    ex_officio: bool = False
    waived: bool = False
    requested_on: date | None = None
    hold_by: date | None = None
    notified_on: date | None = None
    notified_for: date | None = None
    host: str = ""
    held_on: date | None = None
    record: DocumentRef | None = None

    @property
    def is_due(self) -> bool:
        """Whether a hearing must still be held."""
        return self.held_on is None and (self.ex_officio or self.requested_on is not None)


class Validity(Value):
    """How long a licence holds. until: its last day; None for no end."""

    since: date
    until: date | None = None


class Decision(Value):
    """The decision. content: what is granted, or the facts found. remedies: with a refusal."""

    granted: bool
    on: date
    by: str
    document: DocumentRef
    reasons: Words = ""
    basis: tuple[LegalBasis, ...] = ()
    remedies: Remedies | None = None
    validity: Validity | None = None
    rule_version: str = ""


class LinkedAct(Value):
    """An act after the decision: 变更, 延续, 撤回, 撤销, 注销. basis: its ground in law."""

    act: str
    on: date
    reasons: Words
    document: DocumentRef | None = None
    basis: tuple[LegalBasis, ...] = ()


class LicenceStanding(StrEnum):
    """Whether a granted licence holds."""

    IN_FORCE = "in_force"
    RECALLED = "recalled"
    REVOKED = "revoked"
    DEREGISTERED = "deregistered"


class RevocationGround(StrEnum):
    """Art. 69. FRAUD bars the holder for three years where safety is at stake (Art. 79)."""

    ABUSE = "滥用职权、玩忽职守作出"
    BEYOND_POWER = "超越法定职权作出"
    PROCEDURE = "违反法定程序作出"
    UNQUALIFIED = "对不具备资格或者不符合条件的申请人准予"
    FRAUD = "以欺骗、贿赂等不正当手段取得"
    OTHER = "依法可以撤销的其他情形"


class ItemTerms(Value):
    """What an item is handled by, as its definition says.

    chain_case: the parent proceeding. predecessors: items whose results are material of this one.
    automatic: rules may grant it without a person (秒批). signatures_needed: persons who must sign, the decider
    included. extension_rule: None when the law knows no extension. grounds: further reasons that stop its clock.
    committable: materials a promise may replace. safety: it bears directly on public safety, health, life or property.
    renewal_notice: how long before its end a renewal must be asked, where the item's own law says so.
    """

    item: str
    name: str
    authority: str
    chain_case: str
    promised_limit: TimeLimit
    statutory_limit: TimeLimit | None = None
    on_the_spot: bool = False
    automatic: bool = False
    predecessors: tuple[str, ...] = ()
    extension_rule: ExtensionRule | None = None
    grounds: tuple[StopGround, ...] = ()
    signatures_needed: int = Field(default=1, ge=1)
    hearing_required: bool = False
    committable: tuple[str, ...] = ()
    safety: bool = False
    certificate_expected: bool = True
    renewal_notice: TimeLimit | None = None


class DueDays(Value):
    """The last days of both limits. provisional: a year without a holiday notice was crossed."""

    statutory_due_on: date | None = None
    promised_due_on: date | None = None
    provisional: bool = False


class ItemState(ItemTerms, DueDays, ProceedingState):
    """Everything the rules ask of an item.

    holder: account id of who has it in hand, empty while nobody in particular has.
    clock: None before acceptance. deliver_by: last day to hand over (Art. 44). renewal_asked_on: see licence acts.
    rule_check: of the rules that may grant it without a person. change_asked: what the holder asked and nobody
    answered yet. barred_until: last day on which the holder may not apply again (Arts. 78, 79).
    """

    status: ItemStatus
    opened_at: datetime
    transferred_from: str = ""
    holder: str = ""
    rule_check: RuleCheck | None = None
    accepted_on: date | None = None
    deemed: bool = False
    results: tuple[PredecessorResult, ...] = ()
    clock: Clock | None = None
    stop_ends_by: date | None = None
    gaps: tuple[Gap, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    signatures: tuple[Signature, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    hearing: Hearing | None = None
    parties: tuple[InterestedParty, ...] = ()
    decision: Decision | None = None
    deliver_by: date | None = None
    certificate: str = ""
    handover: Handover | None = None
    closed_on: date | None = None
    close_code: int | None = None
    archive: str = ""
    standing: LicenceStanding | None = None
    valid_until: date | None = None
    renewal_asked_on: date | None = None
    renewal_timely: bool = False
    change_asked: ChangeAsked | None = None
    barred_until: date | None = None
    acts: tuple[LinkedAct, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the item ended: decided, or never to be decided."""
        return self.status not in UNDECIDED

    @property
    def examined(self) -> frozenset[str]:
        """Steps that have an opinion since the item was last sent back."""
        back = max((place for place, each in enumerate(self.opinions) if not each.passed), default=-1)
        return frozenset(each.step for each in self.opinions[back + 1 :])

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """Materials that are still outstanding."""
        return tuple(each for each in self.gaps if each.supplied_on is None)
