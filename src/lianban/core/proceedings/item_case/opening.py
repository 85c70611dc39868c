"""How an item comes into being and when its clock starts."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from lianban.core.clocks.clock import Clock
from lianban.core.clocks.extensions import ExtensionRule
from lianban.core.clocks.licensing import EXTENSION
from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import StopGround
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.evolution import Beginning
from lianban.core.proceedings.item_case.base import ItemHappening, On, dates, moved
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus, PredecessorResult
from lianban.core.proceedings.procedure import NEW, Attempt, ClockEffect, Command, Guard, Happening, Rule
from lianban.core.proceedings.shared import Context, Gap


class Open(Command):
    """An item of an accepted application.

    signatures_needed: the decider included. automatic: rules may grant it without a person (秒批).
    committable: materials a promise may replace. safety: it bears directly on public safety,
    health, life or property. extension_rule: None when the law knows no extension. renewal_notice: how long before its
    end a renewal must be asked, where the item's own law says so.
    """

    action: ClassVar[str] = "open"
    item: str
    name: str
    authority: str
    chain_case: str
    promised_limit: TimeLimit
    statutory_limit: TimeLimit | None = None
    on_the_spot: bool = False
    automatic: bool = False
    predecessors: tuple[str, ...] = ()
    extension_rule: ExtensionRule | None = EXTENSION
    grounds: tuple[StopGround, ...] = ()
    signatures_needed: int = Field(default=1, ge=1)
    hearing_required: bool = False
    committable: tuple[str, ...] = ()
    safety: bool = False
    certificate_expected: bool = True
    renewal_notice: TimeLimit | None = None


class Accept(Command):
    """Everything the item needs is in hand: its clock starts.

    chain_accepted_on: day of acceptance of the whole. results: of every predecessor. gaps: materials still out.
    deemed: accepted by silence, so that no document was issued. document: 受理通知书 or 容缺受理通知书.
    """

    action: ClassVar[str] = "accept"
    chain_accepted_on: date
    results: tuple[PredecessorResult, ...] = ()
    gaps: tuple[Gap, ...] = ()
    deemed: bool = False


class Opened(Beginning[ItemState]):
    """The item exists and waits."""

    kind: ClassVar[str] = "opened"
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
    signatures_needed: int = 1
    hearing_required: bool = False
    committable: tuple[str, ...] = ()
    safety: bool = False
    certificate_expected: bool = True
    renewal_notice: TimeLimit | None = None

    def first(self, event: Event) -> ItemState:
        """Return the first state."""
        said = {name: getattr(self, name) for name in type(self).model_fields}
        return ItemState(status=ItemStatus.WAITING, opened_at=event.effective_at, **said)


class Accepted(ItemHappening):
    """The clock runs from this day."""

    kind: ClassVar[str] = "accepted"
    accepted_on: date
    deemed: bool = False
    results: tuple[PredecessorResult, ...] = ()
    gaps: tuple[Gap, ...] = ()
    statutory_due_on: date | None = None
    promised_due_on: date | None = None
    provisional: bool = False

    def apply(self, state: ItemState) -> ItemState:
        said = {name: getattr(self, name) for name in type(self).model_fields if name != "document"}
        return moved(state, ItemStatus.ACCEPTED, **said, clock=_clock(state, self.accepted_on))


def _open(attempt: Attempt[None, Open, Context]) -> tuple[Event, ...]:
    said = attempt.command.model_dump(exclude={"at", "document"})
    return (Opened.model_validate(said).at(attempt.command.at),)


def _accept(attempt: On[Accept]) -> tuple[Event, ...]:
    command, state = attempt.command, attempt.state
    accepted_on = starts_on(command.chain_accepted_on, command.results)
    accepted = Accepted(
        document=command.document,
        accepted_on=accepted_on,
        deemed=command.deemed,
        results=command.results,
        gaps=command.gaps,
        **dates(_clock(state, accepted_on).due(attempt.context.calendar)),
    )
    return (accepted.at(command.at),)


def starts_on(chain_accepted_on: date, results: tuple[PredecessorResult, ...]) -> date:
    """Return the day an item's clock starts.

    An item that needs another item's licence as material is complete only when that licence exists (Art. 32 (5):
    the application is accepted when it is complete), so the later day decides; an item without predecessors starts
    with the whole (facts 5.2.3).
    """
    return max(chain_accepted_on, *(each.granted_on for each in results)) if results else chain_accepted_on


def _clock(state: ItemState, accepted_on: date) -> Clock:
    return Clock(
        start_event="受理",
        started_on=accepted_on,
        statutory=state.statutory_limit,
        promised=state.promised_limit,
        extension_rule=state.extension_rule,
        grounds=state.grounds,
    )


def _results_in(attempt: On[Accept]) -> str | None:
    got = {each.item for each in attempt.command.results}
    missing = [each for each in attempt.state.predecessors if each not in got]
    return "前置事项尚未全部办结，申请材料不齐全，不能起算。" if missing else None


def _not_before_grant(attempt: On[Accept]) -> str | None:
    granting = (DocumentKind.GRANT,)
    wrong = [each for each in attempt.command.results if each.document.kind not in granting]
    return "前置事项须有准予许可的决定。" if wrong else None


def _gaps_allowed(attempt: On[Accept]) -> str | None:
    state = attempt.state
    if not attempt.command.gaps:
        return None
    if state.on_the_spot:
        return "即办件不适用容缺受理。"
    return "直接涉及公共安全、生态环境、人身健康、生命财产安全的事项不适用容缺受理。" if state.safety else None


def _acceptance_in_writing(attempt: On[Accept]) -> str | None:
    kinds = (DocumentKind.GAP_ACCEPTANCE, DocumentKind.ACCEPTANCE)
    issued: DocumentRef | None = attempt.command.document
    if attempt.command.deemed:
        return None
    return None if issued and issued.kind in kinds else "受理须先出具受理通知书。"


RULES = (
    Rule(
        "open", "立项", "Open", (NEW,), (Role.SYSTEM, Role.CLERK), _open,
        basis=(law.ART_26,), leads_to=(ItemStatus.WAITING,),
    ),
    Rule(
        "accept", "受理起算", "Accept", (ItemStatus.WAITING,), (Role.SYSTEM, Role.CLERK), _accept,
        guards=(
            Guard("predecessors_granted", "前置事项均已准予", _results_in, on_command=True),
            Guard("results_are_grants", "前置结果是准予决定", _not_before_grant, on_command=True),
            Guard("gaps_allowed", "容缺的不是即办件，不涉及公共安全等", _gaps_allowed, on_command=True),
            Guard("acceptance_in_writing", "已出具受理通知书，视为受理除外", _acceptance_in_writing, on_command=True),
        ),
        clock=ClockEffect.STARTS, basis=(law.ART_32, law.ART_42), leads_to=(ItemStatus.ACCEPTED,),
        silence="前置事项准予之日，申请材料即为齐全，由系统办理起算",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (Opened, Accepted)
