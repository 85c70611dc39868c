"""Hearings (Arts. 46 to 48) and people with a major interest (Art. 36). They cost nobody anything."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from lianban.core.clocks.due import due_on
from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.value import fields_of
from lianban.core.kernel.words import Words
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.evolution import OutOfOrder
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, Standing, moved
from lianban.core.proceedings.item_case.state import IN_HAND, Hearing, ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule

TO_ASK = TimeLimit(length=Decimal(5), basis=(law.ART_47,))
TO_HOLD = TimeLimit(length=Decimal(20), basis=(law.ART_47,))
NOTICE_DAYS = 7
"""Working days between the notice and the hearing (Arts. 48 (1), 82)."""


class TellHearingRight(Command):
    """The right to a hearing is told, or a public hearing announced. ex_officio: it will be held in any case."""

    action: ClassVar[str] = "tell_hearing_right"
    ex_officio: bool = False


class RequestHearing(Command):
    """The applicant or a person with an interest asks. by: account id or digest of the person."""

    action: ClassVar[str] = "request_hearing"
    by: str


class WaiveHearing(Command):
    """The right is given up in writing."""

    action: ClassVar[str] = "waive_hearing"


class NotifyHearing(Command):
    """When, where, and who presides."""

    action: ClassVar[str] = "notify_hearing"
    held_on: date
    place: str
    host: str


class HoldHearing(Command):
    """It was held; document: its signed record."""

    action: ClassVar[str] = "hold_hearing"


class HearingTold(ItemHappening):
    """听证告知."""

    kind: ClassVar[str] = "hearing_right_told"
    told_on: date
    request_by: date
    ex_officio: bool = False
    hold_by: date | None = None

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, hearing=Hearing(**fields_of(self, "told_on", "request_by", "ex_officio", "hold_by")))


class HearingRequested(ItemHappening):
    """听证申请."""

    kind: ClassVar[str] = "hearing_requested"
    by: str
    requested_on: date
    hold_by: date

    def apply(self, state: ItemState) -> ItemState:
        return _heard(state, requested_on=self.requested_on, hold_by=self.hold_by)


class HearingWaived(ItemHappening):
    """放弃听证."""

    kind: ClassVar[str] = "hearing_waived"

    def apply(self, state: ItemState) -> ItemState:
        return _heard(state, waived=True)


class HearingNotified(ItemHappening):
    """听证通知."""

    kind: ClassVar[str] = "hearing_notified"
    notified_on: date
    held_on: date
    place: Words
    host: str

    def apply(self, state: ItemState) -> ItemState:
        return _heard(state, notified_on=self.notified_on, notified_for=self.held_on, host=self.host)


class HearingHeld(ItemHappening):
    """听证举行."""

    kind: ClassVar[str] = "hearing_held"
    held_on: date

    def apply(self, state: ItemState) -> ItemState:
        return _heard(state, held_on=self.held_on, record=self.document)


def _heard(state: ItemState, **said: object) -> ItemState:
    if state.hearing is None:
        raise OutOfOrder("hearing")
    return moved(state, hearing=state.hearing.model_copy(update=said))


def _tell(attempt: On[TellHearingRight]) -> tuple[Event, ...]:
    command, today, calendar = attempt.command, local_day(attempt.command.at), attempt.context.calendar
    told = HearingTold(
        document=command.document,
        told_on=today,
        request_by=due_on(TO_ASK, today, calendar).on,
        ex_officio=command.ex_officio,
        hold_by=due_on(TO_HOLD, today, calendar).on if command.ex_officio else None,
    )
    return (told.at(command.at),)


def _request(attempt: On[RequestHearing]) -> tuple[Event, ...]:
    command, today = attempt.command, local_day(attempt.command.at)
    hold_by = due_on(TO_HOLD, today, attempt.context.calendar).on
    return (HearingRequested(by=command.by, requested_on=today, hold_by=hold_by).at(command.at),)


def _waive(attempt: On[WaiveHearing]) -> tuple[Event, ...]:
    return (HearingWaived().at(attempt.command.at),)


def _notify(attempt: On[NotifyHearing]) -> tuple[Event, ...]:
    command = attempt.command
    notified = HearingNotified(
        document=command.document,
        notified_on=local_day(command.at),
        held_on=command.held_on,
        place=command.place,
        host=command.host,
    )
    return (notified.at(command.at),)


def _hold(attempt: On[HoldHearing]) -> tuple[Event, ...]:
    command = attempt.command
    return (HearingHeld(document=command.document, held_on=local_day(command.at)).at(command.at),)


def _not_told(attempt: Standing) -> str | None:
    return "已经告知过听证权利。" if attempt.state.hearing else None


def _may_ask(attempt: Standing) -> str | None:
    hearing = attempt.state.hearing
    if hearing is None:
        return "尚未告知听证权利。"
    if hearing.waived:
        return "已经书面放弃听证。"
    return "已经申请听证。" if hearing.requested_on else None


def _asks_in_time(attempt: On[RequestHearing]) -> str | None:
    hearing = attempt.state.hearing
    late = hearing is not None and local_day(attempt.command.at) > hearing.request_by
    return "申请听证的期限（被告知之日起五个工作日）已过。" if late else None


def _hearing_due(attempt: Standing) -> str | None:
    hearing = attempt.state.hearing
    return None if hearing and hearing.is_due else "没有需要举行的听证。"


def _seven_days_ahead(attempt: On[NotifyHearing]) -> str | None:
    today, command = local_day(attempt.command.at), attempt.command
    ahead = attempt.context.calendar.working_days_between(today, command.held_on)
    if ahead < NOTICE_DAYS:
        return "应当于举行听证的七个工作日前通知。请改定听证日期。"
    hearing = attempt.state.hearing
    late = hearing is not None and hearing.hold_by is not None and command.held_on > hearing.hold_by
    return "应当在二十个工作日内组织听证。请提前听证日期。" if late else None


def _other_host(attempt: On[NotifyHearing]) -> str | None:
    examined = {each.by for each in attempt.state.opinions}
    return "审查本件的工作人员不得主持听证。请另行指定主持人。" if attempt.command.host in examined else None


def _on_the_day(attempt: On[HoldHearing]) -> str | None:
    hearing = attempt.state.hearing
    if hearing is None or hearing.notified_for is None:
        return "举行听证前须通知听证的时间、地点。"
    early = local_day(attempt.command.at) < hearing.notified_for
    return "听证尚未到通知的日期。" if early else None


_ASKERS = (Role.APPLICANT, Role.CLERK, Role.APPROVER)

RULES = (
    Rule(
        "tell_hearing_right", "告知听证权利", "Tell the right to a hearing", IN_HAND, (Role.APPROVER,), _tell,
        guards=(OWN_AUTHORITY, Guard("not_told", "没有告知过", _not_told)), document=DocumentKind.HEARING_RIGHT,
        basis=(law.ART_36, law.ART_46, law.ART_47), silence="应当听证而未告知的，不得作出决定",
    ),
    Rule(
        "request_hearing", "申请听证", "Ask for a hearing", IN_HAND, _ASKERS, _request,
        guards=(
            Guard("may_ask", "已告知，未放弃，未申请", _may_ask),
            Guard("asks_in_time", "被告知之日起五个工作日内", _asks_in_time, on_command=True),
        ),
        basis=(law.ART_47,), silence="五个工作日内未申请的，可以不听证",
    ),
    Rule(
        "waive_hearing", "放弃听证", "Waive the hearing", IN_HAND, (Role.APPLICANT, Role.CLERK), _waive,
        guards=(Guard("may_waive", "已告知，未放弃，未申请", _may_ask),), basis=(law.ART_47,),
    ),
    Rule(
        "notify_hearing", "通知听证", "Give notice of the hearing", IN_HAND, (Role.APPROVER,), _notify,
        guards=(
            OWN_AUTHORITY,
            Guard("hearing_due", "有需要举行的听证", _hearing_due),
            Guard("seven_days_ahead", "提前七个工作日，并在二十个工作日内举行", _seven_days_ahead, on_command=True),
            Guard("other_host", "主持人不是审查人员", _other_host, on_command=True),
        ),
        document=DocumentKind.HEARING_NOTICE, basis=(law.ART_47, law.ART_48), silence="逾期未组织的，发出预警",
    ),
    Rule(
        "hold_hearing", "举行听证", "Hold the hearing", IN_HAND, (Role.APPROVER,), _hold,
        guards=(
            OWN_AUTHORITY,
            Guard("hearing_to_hold", "有需要举行的听证", _hearing_due),
            Guard("on_the_day", "已通知，且不早于通知的日期", _on_the_day, on_command=True),
        ),
        document=DocumentKind.HEARING_RECORD, basis=(law.ART_48,), silence="听证应当举行而未举行的，不得作出决定",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (
    HearingTold, HearingRequested, HearingWaived, HearingNotified, HearingHeld,
)  # fmt: skip
