"""What can have happened to an application, and what each does to its state."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import fields_of
from lianban.core.kernel.words import Words
from lianban.core.proceedings.chain_case.base import ChainHappening
from lianban.core.proceedings.chain_case.commands import ReceivedMaterial, RejectCause
from lianban.core.proceedings.chain_case.state import (
    Application,
    ChainResult,
    ChainState,
    ChainStatus,
    Notice,
    Occasion,
    Outcome,
    Planned,
    Rated,
)
from lianban.core.proceedings.documents import DocumentRef
from lianban.core.proceedings.events import Event
from lianban.core.proceedings.evolution import Beginning, OutOfOrder
from lianban.core.proceedings.procedure import Happening
from lianban.core.proceedings.shared import Correction, CreditAnswer, Gap, Handover, Remedies, supplied


class Submitted(Application, Beginning[ChainState]):
    """The application arrived."""

    kind: ClassVar[str] = "submitted"

    def first(self, event: Event) -> ChainState:
        return ChainState(status=ChainStatus.SUBMITTED, submitted_at=event.effective_at, **dict(self))


class Received(ChainHappening):
    """收件: materials are in hand; the five working days run."""

    kind: ClassVar[str] = "received"
    materials: tuple[ReceivedMaterial, ...] = ()
    hall: str = ""
    received_on: date
    notify_by: date
    provisional: bool = False

    def apply(self, state: ChainState) -> ChainState:
        said = fields_of(self, "hall", "received_on", "notify_by", "provisional")
        return _moved(state, ChainStatus.RECEIVED, **said, complete_on=self.received_on)


class NotifiedOnce(ChainHappening):
    """一次性告知."""

    kind: ClassVar[str] = "notified_once"
    corrections: tuple[Correction, ...]
    notified_on: date
    supply_by: date

    def apply(self, state: ChainState) -> ChainState:
        notice = Notice(
            corrections=self.corrections,
            notified_on=self.notified_on,
            supply_by=self.supply_by,
            outstanding=tuple(each.subject for each in self.corrections),
        )
        return _moved(state, ChainStatus.CORRECTING, notice=notice, complete_on=None)


class Supplemented(ChainHappening):
    """补正: something asked was handed in. complete: it was the last."""

    kind: ClassVar[str] = "supplemented"
    subjects: tuple[str, ...]
    values: str = ""
    supplied_on: date
    complete: bool
    accept_by: date | None = None

    def apply(self, state: ChainState) -> ChainState:
        left = (each for each in state.outstanding if each not in self.subjects)
        said = {"values": self.values or state.values, "notice": _outstanding(state, left)}
        if not self.complete:
            return state.model_copy(update=said)
        said |= {"complete_on": self.supplied_on, "notify_by": self.accept_by}
        return _moved(state, ChainStatus.RECEIVED, **said)


class SupplementReturned(ChainHappening):
    """What was supplied is not what was asked."""

    kind: ClassVar[str] = "supplement_returned"
    subjects: tuple[str, ...]
    reason: Words

    def apply(self, state: ChainState) -> ChainState:
        left = dict.fromkeys((*state.outstanding, *self.subjects))
        notice = _outstanding(state, left, returned=self.subjects)
        return _moved(state, ChainStatus.CORRECTING, complete_on=None, notice=notice)


class Replanned(Planned, ChainHappening):
    """The correction changed what is needed."""

    kind: ClassVar[str] = "replanned"

    def apply(self, state: ChainState) -> ChainState:
        said = fields_of(self, *Planned.model_fields)
        return state.model_copy(update={**said, "told": state.told if self.told is None else self.told})


class Accepted(ChainHappening):
    """受理. deemed: by silence, from the day of receipt. gaps: what may come later."""

    kind: ClassVar[str] = "accepted"
    accepted_on: date
    promised_due_on: date | None = None
    joint_due_on: date | None = None
    provisional: bool = False
    deemed: bool = False
    gaps: tuple[Gap, ...] = ()
    promise: Words = ""
    credit: CreditAnswer | None = None

    def apply(self, state: ChainState) -> ChainState:
        days = fields_of(self, "accepted_on", "promised_due_on", "joint_due_on", "provisional")
        return _moved(state, ChainStatus.ACCEPTED, **days, deemed=self.deemed, gaps=self.gaps)


class GapSupplied(ChainHappening):
    """补齐 of a material accepted as outstanding."""

    kind: ClassVar[str] = "gap_supplied"
    materials: tuple[str, ...]
    supplied_on: date

    def apply(self, state: ChainState) -> ChainState:
        return state.model_copy(update={"gaps": supplied(state.gaps, self.materials, self.supplied_on)})


class Rejected(ChainHappening):
    """不予受理."""

    kind: ClassVar[str] = "rejected"
    closed_on: date
    cause: RejectCause
    reason: Words
    basis: tuple[LegalBasis, ...]
    competent_body: Words = ""
    remedies: Remedies

    def apply(self, state: ChainState) -> ChainState:
        return _ended(state, ChainStatus.REJECTED, self.closed_on)


class Lapsed(ChainHappening):
    """补正不来办结 (close code 5)."""

    kind: ClassVar[str] = "lapsed"
    closed_on: date

    def apply(self, state: ChainState) -> ChainState:
        return _ended(state, ChainStatus.LAPSED, self.closed_on, close_code=5)


class Withdrawn(ChainHappening):
    """撤回."""

    kind: ClassVar[str] = "withdrawn"
    closed_on: date
    reason: Words = ""

    def apply(self, state: ChainState) -> ChainState:
        return _ended(state, ChainStatus.WITHDRAWN, self.closed_on, close_code=6)


class ItemBegan(ChainHappening):
    """The clock of an item started."""

    kind: ClassVar[str] = "item_began"
    item: str

    def apply(self, state: ChainState) -> ChainState:
        return _child(state, self.item, begun=True)


class ItemClosed(ChainHappening):
    """An item ended."""

    kind: ClassVar[str] = "item_closed"
    item: str
    outcome: Outcome
    closed_on: date
    documents: tuple[DocumentRef, ...] = ()

    def apply(self, state: ChainState) -> ChainState:
        return _child(state, self.item, **fields_of(self, "outcome", "closed_on", "documents"))


class Closed(ChainHappening):
    """办结: every item ended."""

    kind: ClassVar[str] = "closed"
    closed_on: date
    result: ChainResult

    def apply(self, state: ChainState) -> ChainState:
        return _ended(state, ChainStatus.CLOSED, self.closed_on, result=self.result, close_code=0)


class Delivered(ChainHappening):
    """送达 or 领取."""

    kind: ClassVar[str] = "delivered"
    items: tuple[str, ...]
    handover: Handover

    def apply(self, state: ChainState) -> ChainState:
        items = (
            each.model_copy(update={"delivered": True}) if each.item in self.items else each for each in state.items
        )
        return state.model_copy(update={"items": tuple(items)})


class RatingGiven(ChainHappening):
    """好差评."""

    kind: ClassVar[str] = "rated"
    rated_on: date
    occasion: Occasion
    stars: int
    turn: int
    comment: str = ""

    def apply(self, state: ChainState) -> ChainState:
        rated = Rated(occasion=self.occasion, turn=self.turn, stars=self.stars, on=self.rated_on)
        return state.model_copy(update={"ratings": (*state.ratings, rated)})


HAPPENINGS: tuple[type[Happening], ...] = (
    Submitted, Received, NotifiedOnce, Supplemented, SupplementReturned, Replanned, Accepted, GapSupplied, Rejected,
    Lapsed, Withdrawn, ItemBegan, ItemClosed, Closed, Delivered, RatingGiven,
)  # fmt: skip


def _moved(state: ChainState, status: ChainStatus, **said: object) -> ChainState:
    return state.model_copy(update={"status": status, **said})


def _ended(state: ChainState, status: ChainStatus, closed_on: date, **said: object) -> ChainState:
    return _moved(state, status, closed_on=closed_on, **said)


def _outstanding(state: ChainState, left: Iterable[str], returned: Iterable[str] = ()) -> Notice:
    if state.notice is None:
        raise OutOfOrder("notified_once")
    changed = {"outstanding": tuple(left), "returned": (*state.notice.returned, *returned)}
    return state.notice.model_copy(update=changed)


def _child(state: ChainState, item: str, **said: object) -> ChainState:
    child = state.child(item)
    if child is None:
        raise OutOfOrder(item)
    return state.model_copy(update={"items": state.with_child(child.model_copy(update=said))})
