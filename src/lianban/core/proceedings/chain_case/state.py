"""The parent proceeding: one application for one thing a person wants done."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.acts import VISITS, Act
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Words
from lianban.core.proceedings.chain_case.at_counter import Confirmation
from lianban.core.proceedings.documents import DocumentRef
from lianban.core.proceedings.evolution import ProceedingState
from lianban.core.proceedings.shared import Correction, Finding, Gap


class ChainStatus(StrEnum):
    """Where the application stands."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    CORRECTING = "correcting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Stage(StrEnum):
    """What the public is told; between acceptance and closing it follows from the items."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    CORRECTING = "correcting"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    PARTLY_GRANTED = "partly_granted"
    CLOSED = "closed"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """How an item ended."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    CANCELLED = "cancelled"


class ChainResult(StrEnum):
    """How the whole ended: 全部办结, 部分办结 or 不予许可 (facts 5.2.7)."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class ChildItem(Value):
    """One item of the plan, as the parent knows it. tolerable, commitment: keys of materials with that privilege."""

    item: str
    name: str
    authority: str
    on_the_spot: bool = False
    predecessors: tuple[str, ...] = ()
    outcome: Outcome | None = None
    documents: tuple[DocumentRef, ...] = ()
    closed_on: date | None = None
    begun: bool = False
    delivered: bool = False

    @property
    def is_decided(self) -> bool:
        """Whether there is a decision to hand over, one way or the other."""
        return self.outcome in (Outcome.GRANTED, Outcome.REFUSED)

    @property
    def awaits_delivery(self) -> bool:
        """Whether its decision has not been handed over yet."""
        return self.is_decided and not self.delivered


class Tolerable(Value):
    """A material the plan lets one hand in later, and the items that need it."""

    material: str
    name: str
    items: tuple[str, ...] = ()


class Occasion(StrEnum):
    """A service event that may be rated once (facts 4.6)."""

    RECEIPT = "收件"
    CORRECTION = "补正"
    COLLECTION = "领取"
    ONLINE = "网上办理"


class Rated(Value):
    """One rating. turn: 1 for the rating, 2 for the later one (追评). stars: 1 to 5."""

    occasion: Occasion
    turn: int
    stars: int
    on: date


class Notice(Value):
    """The one-time notice. outstanding: subjects not supplied yet."""

    corrections: tuple[Correction, ...]
    notified_on: date
    supply_by: date
    outstanding: tuple[str, ...]
    returned: tuple[str, ...] = ()


class JointPart(Value):
    """An item that takes part in a joint act. steps: of the item, done there."""

    item: str
    name: str
    steps: tuple[str, ...]


class JointOpinion(Finding):
    """What the authority of one item found."""

    item: str


class Meeting(Value):
    """When and where several authorities meet. hour: such as 09:30. due_on: last day to give an opinion."""

    held_on: date
    hour: str
    place: Words
    due_on: date


class Summons(Meeting):
    """To which act several authorities are called, when and where."""

    act: Act


class JointSession(Summons):
    """One act of several authorities as it was called: 联合踏勘, 联合验收 … closed_on: None while it is open."""

    number: int
    parts: tuple[JointPart, ...]
    opinions: tuple[JointOpinion, ...] = ()
    closed_on: date | None = None

    @property
    def is_visit(self) -> bool:
        """Whether officials come to look."""
        return self.act in VISITS

    def part(self, item: str) -> JointPart | None:
        """Return how an item takes part, if it does."""
        return next((each for each in self.parts if each.item == item), None)

    def opinion(self, item: str) -> JointOpinion | None:
        """Return what was found for an item, once its authority said it."""
        return next((each for each in self.opinions if each.item == item), None)


class Planned(Value):
    """What an application takes from its plan. plan: its digest. promise_days: working days promised for the whole.

    told: keys of the materials and fields that the one-time list asks for; None where it is not known.
    """

    plan: str
    items: tuple[ChildItem, ...]
    tolerable: tuple[Tolerable, ...] = ()
    promise_days: int = Field(default=0, ge=0)
    told: tuple[str, ...] | None = None


class Application(Planned):
    """What is handed in. applicant: account id. values: digest of the form.

    confirmation: of the person at the counter, when a clerk took it down for them.
    """

    chain: str
    name: str
    lead_authority: str
    applicant: str
    values: str
    channel: str = ""
    confirmation: Confirmation | None = None


class ChainState(Application, ProceedingState):
    """Everything the rules ask of the application.

    notify_by: last day of the one-time notice (Art. 32 (4)). complete_on: the day everything was in hand.
    joint_due_on: last day of joint handling by several authorities (Art. 42 (2)), before the time of special procedures
    is taken out; None when one authority decides everything. beyond: what was asked that the one-time list does not
    hold. joint: acts of several authorities that were called.
    reminders: item → the day on which time alone changes it. archive: digest of the file that was put away.
    """

    status: ChainStatus
    submitted_at: datetime
    hall: str = ""
    received_on: date | None = None
    notify_by: date | None = None
    notice: Notice | None = None
    beyond: tuple[Correction, ...] = ()
    complete_on: date | None = None
    accepted_on: date | None = None
    promised_due_on: date | None = None
    joint_due_on: date | None = None
    joint_extended: bool = False
    joint_added: TimeLimit | None = None
    provisional: bool = False
    deemed: bool = False
    gaps: tuple[Gap, ...] = ()
    result: ChainResult | None = None
    closed_on: date | None = None
    close_code: int | None = None
    ratings: tuple[Rated, ...] = ()
    joint: tuple[JointSession, ...] = ()
    reminders: dict[str, date] = {}
    archive: str = ""
    archived_on: date | None = None

    @property
    def stage(self) -> Stage:
        """What the public is told."""
        if self.status is not ChainStatus.ACCEPTED:
            return Stage(self.status.value)
        if any(child.outcome is Outcome.GRANTED for child in self.items):
            return Stage.PARTLY_GRANTED
        return Stage.IN_PROGRESS if any(child.begun or child.outcome for child in self.items) else Stage.ACCEPTED

    @property
    def outstanding(self) -> tuple[str, ...]:
        """Subjects of the one-time notice that were not supplied yet."""
        return self.notice.outstanding if self.notice else ()

    def is_told(self, subject: str) -> bool:
        """Whether the one-time list asks for a material or field; of an unknown list everything counts as told."""
        return self.told is None or subject in self.told

    def session(self, number: int) -> JointSession | None:
        """Return a joint act by its number."""
        return next((each for each in self.joint if each.number == number), None)

    def called_for(self, act: Act) -> frozenset[str]:
        """Return the items that were called to a joint act of this kind that is not closed yet."""
        open_ones = (each for each in self.joint if each.act is act and each.closed_on is None)
        return frozenset(part.item for each in open_ones for part in each.parts)

    def unheard(self, session: JointSession) -> tuple[JointPart, ...]:
        """Return the parts of a joint act whose authority has not said what it found, of items still under way."""
        ended = {each.item for each in self.items if each.outcome}
        return tuple(each for each in session.parts if each.item not in ended and session.opinion(each.item) is None)

    def child(self, item: str) -> ChildItem | None:
        """Return what the parent knows of one item."""
        return next((each for each in self.items if each.item == item), None)

    def with_child(self, child: ChildItem) -> tuple[ChildItem, ...]:
        """Return the items with one of them replaced."""
        return tuple(child if each.item == child.item else each for each in self.items)
