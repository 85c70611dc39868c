"""How an item ends without a decision."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from lianban.core.kernel.words import Words
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, moved
from lianban.core.proceedings.item_case.state import UNDECIDED, ItemState
from lianban.core.proceedings.item_case.state import ItemStatus as S
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import ClockEffect, Command, Guard, Happening, Rule


class Withdraw(Command):
    """The applicant takes this item back."""

    action: ClassVar[str] = "withdraw"
    reason: str = ""


class TerminateCause(StrEnum):
    """Why an item cannot go on."""

    GAP_NOT_SUPPLIED = "容缺材料逾期未补齐"
    FALSE_COMMITMENT = "承诺不实"
    SUBJECT_GONE = "申请人死亡或者终止"
    CANNOT_CONTINUE = "审查无法继续"


class Terminate(Command):
    """终止审查."""

    action: ClassVar[str] = "terminate"
    cause: TerminateCause
    reason: str


class CancelCause(StrEnum):
    """Why an item that waited or ran has lost its ground."""

    PREDECESSOR_NOT_GRANTED = "前置事项未获准予"
    CHAIN_WITHDRAWN = "整件撤回"


class Cancel(Command):
    """取消. item: the predecessor that failed, if one did."""

    action: ClassVar[str] = "cancel"
    cause: CancelCause
    because_of: str = ""


class Withdrawn(ItemHappening):
    """撤回."""

    kind: ClassVar[str] = "withdrawn"
    reason: Words = ""
    closed_on: date

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, S.WITHDRAWN, closed_on=self.closed_on, close_code=6)


class Terminated(ItemHappening):
    """终止 (close code 1 退回办结)."""

    kind: ClassVar[str] = "terminated"
    cause: TerminateCause
    reason: Words
    closed_on: date

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, S.TERMINATED, closed_on=self.closed_on, close_code=1)


class Cancelled(ItemHappening):
    """取消."""

    kind: ClassVar[str] = "cancelled"
    cause: CancelCause
    because_of: str = ""
    closed_on: date

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, S.CANCELLED, closed_on=self.closed_on, close_code=6)


def _withdraw(attempt: On[Withdraw]) -> tuple[Event, ...]:
    command = attempt.command
    happened = Withdrawn(document=command.document, reason=command.reason, closed_on=local_day(command.at))
    return (happened.at(command.at),)


def _terminate(attempt: On[Terminate]) -> tuple[Event, ...]:
    command = attempt.command
    said = {"cause": command.cause, "reason": command.reason, "closed_on": local_day(command.at)}
    return (Terminated(document=command.document, **said).at(command.at),)


def _cancel(attempt: On[Cancel]) -> tuple[Event, ...]:
    command = attempt.command
    happened = Cancelled(cause=command.cause, because_of=command.because_of, closed_on=local_day(command.at))
    return (happened.at(command.at),)


def _ground_holds(attempt: On[Terminate]) -> str | None:
    state, command = attempt.state, attempt.command
    if not command.reason.strip():
        return "终止审查须说明理由。"
    late = [each for each in state.open_gaps if local_day(command.at) > each.supply_by]
    if command.cause is TerminateCause.GAP_NOT_SUPPLIED and not late:
        return "没有逾期未补齐的容缺材料。"
    broken = any(each.fulfilled is False for each in state.commitments)
    if command.cause is TerminateCause.FALSE_COMMITMENT and not broken:
        return "没有查实的虚假承诺。"
    return None


def _predecessor_named(attempt: On[Cancel]) -> str | None:
    command = attempt.command
    if command.cause is CancelCause.PREDECESSOR_NOT_GRANTED and command.because_of not in attempt.state.predecessors:
        return "所列事项不是本事项的前置事项。"
    return None


RULES = (
    Rule(
        "withdraw", "撤回", "Withdraw", UNDECIDED, (Role.APPLICANT, Role.CLERK), _withdraw,
        clock=ClockEffect.ENDS, document=DocumentKind.WITHDRAWAL, basis=(law.ART_29,), leads_to=(S.WITHDRAWN,),
    ),
    Rule(
        "terminate", "终止审查", "Terminate", UNDECIDED, (Role.APPROVER, Role.CLERK, Role.SYSTEM), _terminate,
        guards=(
            OWN_AUTHORITY,
            Guard("ground_holds", "终止的理由成立", _ground_holds, on_command=True),
        ),
        clock=ClockEffect.ENDS, document=DocumentKind.TERMINATION, basis=(law.GAP_RULES, law.COMMITMENT_RULES),
        leads_to=(S.TERMINATED,),
    ),
    Rule(
        "cancel", "取消", "Cancel", UNDECIDED, (Role.SYSTEM,), _cancel,
        guards=(Guard("predecessor_named", "前置事项属实", _predecessor_named, on_command=True),),
        clock=ClockEffect.ENDS, basis=(law.ART_26,), leads_to=(S.CANCELLED,),
        silence="独立的事项继续办理，整件结果为部分办结",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (Withdrawn, Terminated, Cancelled)
