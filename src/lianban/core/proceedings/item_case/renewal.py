"""Renewal: asked in time, decided before the licence ends, and granted by silence (Art. 50)."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from lianban.core.clocks.due import nominal_end, whole
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, Standing, moved
from lianban.core.proceedings.item_case.licence import HOLDS, REASONED, LicenceAct, act_of
from lianban.core.proceedings.item_case.state import IN_FORCE, ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule
from lianban.core.proceedings.shared import Remedies

RENEWAL_NOTICE = TimeLimit(length=Decimal(30), unit=DayUnit.CALENDAR_DAY, basis=(law.ART_50,))
"""How long before its end the holder asks for renewal (Art. 50). Calendar days: Art. 82 binds authorities only."""


class AskRenewal(Command):
    """The holder asks for renewal."""

    action: ClassVar[str] = "ask_renewal"


class Renew(Command):
    """准予延续. until: the new last day."""

    action: ClassVar[str] = "renew"
    until: date


class RefuseRenewal(Command):
    """不予延续."""

    action: ClassVar[str] = "refuse_renewal"
    reasons: str
    basis: tuple[LegalBasis, ...]
    remedies: Remedies


class DeemRenewed(Command):
    """The licence ended without a decision on a timely request: it is renewed. until: the new last day."""

    action: ClassVar[str] = "deem_renewed"
    until: date


class RenewalAsked(ItemHappening):
    """延续申请. timely: thirty days ahead, so that silence renews."""

    kind: ClassVar[str] = "renewal_asked"
    asked_on: date
    timely: bool

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, renewal_asked_on=self.asked_on, renewal_timely=self.timely)


class Renewed(LicenceAct):
    """延续. deemed: by silence."""

    kind: ClassVar[str] = "renewed"
    until: date
    deemed: bool = False

    def apply(self, state: ItemState) -> ItemState:
        return moved(super().apply(state), valid_until=self.until, renewal_asked_on=None)


class RenewalRefused(LicenceAct):
    """不予延续."""

    kind: ClassVar[str] = "renewal_refused"
    remedies: Remedies

    def apply(self, state: ItemState) -> ItemState:
        return moved(super().apply(state), renewal_asked_on=None)


def _ask(attempt: On[AskRenewal]) -> tuple[Event, ...]:
    today, until = local_day(attempt.command.at), attempt.state.valid_until
    timely = until is not None and _in_time(attempt, today, until)
    return (RenewalAsked(asked_on=today, timely=timely).at(attempt.command.at),)


def _in_time(attempt: On[AskRenewal], today: date, until: date) -> bool:
    notice = attempt.state.renewal_notice or RENEWAL_NOTICE
    if notice.unit is DayUnit.WORKING_DAY:
        return attempt.context.calendar.working_days_between(today, until) >= whole(notice.length)
    return nominal_end(notice, today) <= until


def _renew(attempt: On[Renew]) -> tuple[Event, ...]:
    command = attempt.command
    act = act_of(attempt, "延续", "", law.ART_50)
    return (Renewed(document=command.document, act=act, until=command.until).at(command.at),)


def _refuse_renewal(attempt: On[RefuseRenewal]) -> tuple[Event, ...]:
    command = attempt.command
    act = act_of(attempt, "不予延续", command.reasons, *command.basis)
    return (RenewalRefused(document=command.document, act=act, remedies=command.remedies).at(command.at),)


def _deem_renewed(attempt: On[DeemRenewed]) -> tuple[Event, ...]:
    command = attempt.command
    act = act_of(attempt, "视为准予延续", "逾期未作决定", law.ART_50)
    return (Renewed(act=act, until=command.until, deemed=True).at(command.at),)


def _ends(attempt: Standing) -> str | None:
    return "该许可没有有效期，无需延续。" if attempt.state.valid_until is None else None


def _before_end(attempt: On[AskRenewal]) -> str | None:
    until = attempt.state.valid_until
    over = until is not None and local_day(attempt.command.at) > until
    return "有效期已经届满，请重新申请。" if over else None


def _asked(attempt: Standing) -> str | None:
    return None if attempt.state.renewal_asked_on else "没有延续申请。"


def _not_asked(attempt: Standing) -> str | None:
    return "已经申请延续，请等候决定。" if attempt.state.renewal_asked_on else None


def _not_too_late(attempt: On[RefuseRenewal]) -> str | None:
    state = attempt.state
    over = state.valid_until is not None and local_day(attempt.command.at) > state.valid_until
    return "有效期届满前没有作出决定，依法视为准予延续，不能再不予延续。" if state.renewal_timely and over else None


def _silence_over(attempt: On[DeemRenewed]) -> str | None:
    state = attempt.state
    if not state.renewal_timely:
        return "延续申请没有按期提前提出，逾期未决定的不视为延续。"
    over = state.valid_until is not None and local_day(attempt.command.at) > state.valid_until
    return None if over else "有效期尚未届满。"


def _later_end(attempt: On[Renew] | On[DeemRenewed]) -> str | None:
    until = attempt.state.valid_until
    return None if until is None or attempt.command.until > until else "延续后的有效期须晚于原有效期。"


_ASKED = Guard("renewal_asked", "有延续申请", _asked)
_LATER = Guard("later_end", "有效期晚于原有效期", _later_end, on_command=True)

RULES = (
    Rule(
        "ask_renewal", "申请延续", "Ask for renewal", IN_FORCE, (Role.APPLICANT, Role.CLERK), _ask,
        guards=(
            HOLDS,
            Guard("has_an_end", "许可有有效期", _ends),
            Guard("not_asked_yet", "没有待决定的延续申请", _not_asked),
            Guard("before_the_end", "有效期未届满", _before_end, on_command=True),
        ),
        basis=(law.ART_50,), silence="届满三十日前提出的，届满未决定即视为准予延续",
    ),
    Rule(
        "renew", "准予延续", "Renew", IN_FORCE, (Role.APPROVER,), _renew,
        guards=(OWN_AUTHORITY, HOLDS, _ASKED, _LATER), document=DocumentKind.RENEWAL, basis=(law.ART_50,),
        silence="有效期届满前未决定的，视为准予延续",
    ),
    Rule(
        "refuse_renewal", "不予延续", "Refuse renewal", IN_FORCE, (Role.APPROVER,), _refuse_renewal,
        guards=(
            OWN_AUTHORITY, HOLDS, _ASKED, REASONED,
            Guard("not_deemed_renewed", "有效期届满前决定", _not_too_late, on_command=True),
        ),
        document=DocumentKind.RENEWAL_REFUSAL,
        basis=(law.ART_38, law.ART_50),
    ),
    Rule(
        "deem_renewed", "视为准予延续", "Deem renewed", IN_FORCE, (Role.SYSTEM,), _deem_renewed,
        guards=(
            HOLDS,
            _ASKED,
            Guard("renewal_silence", "按时申请，届满未决定", _silence_over, on_command=True),
            _LATER,
        ),
        basis=(law.ART_50,), silence="由系统在届满后的第一日办理",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (RenewalAsked, Renewed, RenewalRefused)
