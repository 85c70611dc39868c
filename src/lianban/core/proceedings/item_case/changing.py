"""What the holder of a licence asks beside renewal: a change (Art. 49), or to have it deregistered (Art. 70)."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from lianban.core.clocks.due import due_on
from lianban.core.clocks.licensing import TO_DECIDE
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, Standing, moved
from lianban.core.proceedings.item_case.licence import HOLDS, REASONED, LicenceAct, act_of
from lianban.core.proceedings.item_case.state import IN_FORCE, ChangeAsked, ChangeKind, ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule
from lianban.core.proceedings.shared import Remedies


class AskChange(Command):
    """The holder asks. words: digest of what is to become different, and why."""

    action: ClassVar[str] = "ask_change"
    change: ChangeKind
    words: str = Field(min_length=1)


class RefuseChange(Command):
    """不予变更, or the licence is not deregistered."""

    action: ClassVar[str] = "refuse_change"
    reasons: str
    basis: tuple[LegalBasis, ...]
    remedies: Remedies


class ChangeRequested(ItemHappening):
    """变更申请, 注销申请."""

    kind: ClassVar[str] = "change_asked"
    change: ChangeKind
    asked_on: date
    decide_by: date
    words: str

    def apply(self, state: ItemState) -> ItemState:
        asked = ChangeAsked(**fields_of(self, "change", "asked_on", "decide_by", "words"))
        return moved(state, change_asked=asked)


class ChangeRefused(LicenceAct):
    """不予变更."""

    kind: ClassVar[str] = "change_refused"
    remedies: Remedies

    def apply(self, state: ItemState) -> ItemState:
        return moved(super().apply(state), change_asked=None)


def _ask(attempt: On[AskChange]) -> tuple[Event, ...]:
    command, today = attempt.command, local_day(attempt.command.at)
    decide_by = due_on(TO_DECIDE, today, attempt.context.calendar).on
    asked = ChangeRequested(change=command.change, asked_on=today, decide_by=decide_by, words=command.words)
    return (asked.at(command.at),)


def _refuse(attempt: On[RefuseChange]) -> tuple[Event, ...]:
    command, asked = attempt.command, attempt.state.change_asked
    name = f"不予{asked.change.value}" if asked else "不予变更"
    act = act_of(attempt, name, command.reasons, *command.basis)
    return (ChangeRefused(document=command.document, act=act, remedies=command.remedies).at(command.at),)


def _nothing_open(attempt: Standing) -> str | None:
    return "已经提出申请，请等候答复。" if attempt.state.change_asked else None


def _asked(attempt: Standing) -> str | None:
    return None if attempt.state.change_asked else "没有待答复的变更或者注销申请。"


RULES = (
    Rule(
        "ask_change", "申请变更或者注销", "Ask for a change", IN_FORCE, (Role.APPLICANT, Role.CLERK), _ask,
        guards=(HOLDS, Guard("no_change_open", "没有待答复的申请", _nothing_open)), basis=(law.ART_49, law.ART_70),
        silence="自提出之日起二十个工作日内未答复的，发出预警",
    ),
    Rule(
        "refuse_change", "不予变更", "Refuse a change", IN_FORCE, (Role.APPROVER,), _refuse,
        guards=(OWN_AUTHORITY, Guard("change_asked", "有待答复的申请", _asked), REASONED),
        document=DocumentKind.CHANGE_REFUSAL, basis=(law.ART_38, law.ART_49),
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (ChangeRequested, ChangeRefused)
