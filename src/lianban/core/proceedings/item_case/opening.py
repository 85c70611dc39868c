"""How an item comes into being and when its clock starts."""

from datetime import date
from typing import ClassVar

from lianban.core.clocks.extensions import ExtensionRule
from lianban.core.clocks.licensing import EXTENSION
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.evolution import Beginning
from lianban.core.proceedings.item_case.base import ItemHappening, On, clock_of, days_in, days_of, moved
from lianban.core.proceedings.item_case.state import DueDays, ItemState, ItemStatus, ItemTerms, PredecessorResult
from lianban.core.proceedings.procedure import NEW, Attempt, ClockEffect, Command, Guard, Happening, Rule
from lianban.core.proceedings.shared import Context, Gap

ACCEPTANCE = "受理"
"""What starts the clock of an item."""


class Open(ItemTerms, Command):
    """An item of an accepted application."""

    action: ClassVar[str] = "open"
    extension_rule: ExtensionRule | None = EXTENSION


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


class Opened(ItemTerms, Beginning[ItemState]):
    """The item exists and waits."""

    kind: ClassVar[str] = "opened"

    def first(self, event: Event) -> ItemState:
        return ItemState(status=ItemStatus.WAITING, opened_at=event.effective_at, **dict(self))


class Accepted(DueDays, ItemHappening):
    """The clock runs from this day."""

    kind: ClassVar[str] = "accepted"
    accepted_on: date
    deemed: bool = False
    results: tuple[PredecessorResult, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def apply(self, state: ItemState) -> ItemState:
        said = fields_of(self, "accepted_on", "deemed", "results", "gaps")
        clock = clock_of(state, ACCEPTANCE, self.accepted_on)
        return moved(state, ItemStatus.ACCEPTED, clock=clock, **said, **days_in(self))


def _open(attempt: Attempt[None, Open, Context]) -> tuple[Event, ...]:
    said = fields_of(attempt.command, *ItemTerms.model_fields)
    return (Opened(**said).at(attempt.command.at),)


def _accept(attempt: On[Accept]) -> tuple[Event, ...]:
    command, state = attempt.command, attempt.state
    accepted_on = starts_on(command.chain_accepted_on, command.results)
    days = days_of(clock_of(state, ACCEPTANCE, accepted_on).due(attempt.context.calendar))
    said = fields_of(command, "document", "deemed", "results", "gaps")
    return (Accepted(accepted_on=accepted_on, **said, **dict(days)).at(command.at),)


def starts_on(chain_accepted_on: date, results: tuple[PredecessorResult, ...]) -> date:
    """Return the day an item's clock starts.

    An item that needs another item's licence as material is complete only when that licence exists (Art. 32 (5):
    the application is accepted when it is complete), so the later day decides; an item without predecessors starts
    with the whole (facts 5.2.3).
    """
    return max(chain_accepted_on, *(each.granted_on for each in results)) if results else chain_accepted_on


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
