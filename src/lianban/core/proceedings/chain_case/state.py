"""The parent proceeding: one application for one thing a person wants done."""

from datetime import date, datetime
from enum import StrEnum

from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.acts import VISITS, Act
from lianban.core.kernel.value import Value
from lianban.core.proceedings.documents import DocumentRef
from lianban.core.proceedings.evolution import ProceedingState
from lianban.core.proceedings.shared import Correction, Gap


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


class JointOpinion(Value):
    """What the authority of one item found. by: account id. inspectors: digests of certificate numbers, on site."""

    item: str
    by: str
    text: str
    passed: bool
    on: date
    inspectors: tuple[str, ...] = ()


class JointSession(Value):
    """One act of several authorities as it was called: 联合踏勘, 联合验收, 多评合一 …

    hour: local time of day, such as 09:30. due_on: last day to give an opinion. closed_on: None while it is open.
    """

    number: int
    act: Act
    parts: tuple[JointPart, ...]
    held_on: date
    hour: str
    place: str
    due_on: date
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


class ChainState(ProceedingState):
    """Everything the rules ask of the application.

    applicant: account id. plan, values: digests. notify_by: last day of the one-time notice (Art. 32 (4)).
    complete_on: the day everything was in hand. promise_days: working days promised for the whole.
    joint_due_on: last day of joint handling by several authorities (Art. 42 (2)), before the time of special procedures
    is taken out; None when one authority decides everything. told: keys of the materials and fields that the one-time
    list asks for; None in records made before the list bound. beyond: what was asked that the list does not hold.
    joint: acts of several authorities that were called.
    reminders: item → the day on which time alone changes it. archive: digest of the file that was put away.
    """

    status: ChainStatus
    chain: str
    name: str
    lead_authority: str
    applicant: str
    plan: str
    values: str
    submitted_at: datetime
    channel: str = ""
    hall: str = ""
    promise_days: int = 0
    items: tuple[ChildItem, ...] = ()
    tolerable: tuple[Tolerable, ...] = ()
    received_on: date | None = None
    notify_by: date | None = None
    notice: Notice | None = None
    told: tuple[str, ...] | None = None
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
