"""What the law lets happen to a running clock: special procedures, one extension, the way to the higher authority."""

from datetime import date
from typing import ClassVar

from lianban.core.clocks.due import due_on
from lianban.core.clocks.extensions import Extension
from lianban.core.clocks.licensing import ARTICLE_43
from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import Stop as ClockStop
from lianban.core.clocks.stops import StopKind
from lianban.core.kernel.value import fields_of
from lianban.core.kernel.words import Words
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.evolution import OutOfOrder
from lianban.core.proceedings.item_case.base import (
    OWN_AUTHORITY,
    ItemHappening,
    On,
    Standing,
    clock_of,
    days_in,
    days_of,
    moved,
    running,
)
from lianban.core.proceedings.item_case.state import AT_WORK, DueDays, ItemState
from lianban.core.proceedings.item_case.state import ItemStatus as S
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import ClockEffect, Command, Guard, Happening, Rule

TRANSFER = "转报"
"""What starts the clock of the higher authority."""
_LIMITS = ("statutory_limit", "promised_limit")


class Stop(Command):
    """A special procedure begins. needed: the time told to the applicant in writing."""

    action: ClassVar[str] = "stop"
    special: StopKind
    needed: TimeLimit
    reason: str


class Resume(Command):
    """Its result is in. result: what it was."""

    action: ClassVar[str] = "resume"
    result: str


class Extend(Command):
    """延长. approver: the office that approved (clocks.licensing.HEAD_OF_BODY …). approved_by: its account."""

    action: ClassVar[str] = "extend"
    added: TimeLimit
    reason: str
    approver: str
    approved_by: str


class TransferUp(Command):
    """转报: the first examination is done, the higher authority decides in its own time."""

    action: ClassVar[str] = "transfer_up"
    superior: str
    opinion: str
    promised_limit: TimeLimit
    statutory_limit: TimeLimit | None = None


class Stopped(ItemHappening):
    """特别程序 begins. ends_by: the last day of the time told."""

    kind: ClassVar[str] = "stopped"
    stop: ClockStop
    ends_by: date

    def apply(self, state: ItemState) -> ItemState:
        clock = running(state, self.kind)
        stopped = clock.model_copy(update={"stops": (*clock.stops, self.stop)})
        return moved(state, S.SPECIAL, clock=stopped, stop_ends_by=self.ends_by)


class Resumed(DueDays, ItemHappening):
    """特别程序 ends."""

    kind: ClassVar[str] = "resumed"
    resumed_on: date
    result: Words

    def apply(self, state: ItemState) -> ItemState:
        status = S.TRANSFERRED if state.transferred_from else S.ACCEPTED
        clock = running(state, self.kind)
        if clock.open_stop is None:
            raise OutOfOrder(self.kind)
        return moved(state, status, clock=clock.resume(self.resumed_on), **days_in(self), stop_ends_by=None)


class Extended(DueDays, ItemHappening):
    """延长办理期限."""

    kind: ClassVar[str] = "extended"
    extension: Extension
    approved_by: str

    def apply(self, state: ItemState) -> ItemState:
        clock = running(state, self.kind).model_copy(update={"extension": self.extension})
        return moved(state, clock=clock, **days_in(self))


class TransferredUp(DueDays, ItemHappening):
    """转报."""

    kind: ClassVar[str] = "transferred_up"
    superior: str
    opinion: Words
    transferred_on: date
    promised_limit: TimeLimit
    statutory_limit: TimeLimit | None = None

    def apply(self, state: ItemState) -> ItemState:
        limits = fields_of(self, *_LIMITS)
        own = moved(state, authority=self.superior, transferred_from=state.authority, **limits)
        clock = clock_of(own, TRANSFER, self.transferred_on)
        return moved(own, S.TRANSFERRED, clock=clock, **days_in(self))


def _issued(command: Command) -> DocumentRef:
    if command.document is None:
        raise OutOfOrder(command.action)
    return command.document


def _stop(attempt: On[Stop]) -> tuple[Event, ...]:
    command, today, calendar = attempt.command, local_day(attempt.command.at), attempt.context.calendar
    asked = ClockStop(
        kind=command.special,
        stopped_on=today,
        reason=command.reason,
        notice=_issued(command).number,
        told_on=today,
        needed=command.needed,
    )
    lawful = running(attempt.state, command.action).stop(asked, calendar).stops[-1]
    ends_by = due_on(command.needed, today, calendar).on
    return (Stopped(document=command.document, stop=lawful, ends_by=ends_by).at(command.at),)


def _resume(attempt: On[Resume]) -> tuple[Event, ...]:
    command, today = attempt.command, local_day(attempt.command.at)
    days = days_of(running(attempt.state, command.action).resume(today).due(attempt.context.calendar))
    said = fields_of(command, "document", "result")
    return (Resumed(resumed_on=today, **said, **dict(days)).at(command.at),)


def _extend(attempt: On[Extend]) -> tuple[Event, ...]:
    command, calendar = attempt.command, attempt.context.calendar
    extension = Extension(
        added=command.added,
        granted_on=local_day(command.at),
        approver=command.approver,
        reason=command.reason,
        notice=_issued(command).number,
    )
    days = days_of(running(attempt.state, command.action).extend(extension, calendar).due(calendar))
    said = fields_of(command, "document", "approved_by")
    return (Extended(extension=extension, **said, **dict(days)).at(command.at),)


def _transfer_up(attempt: On[TransferUp]) -> tuple[Event, ...]:
    command, today = attempt.command, local_day(attempt.command.at)
    clock = clock_of(moved(attempt.state, **fields_of(command, *_LIMITS)), TRANSFER, today)
    days = days_of(clock.due(attempt.context.calendar))
    said = fields_of(command, "document", "superior", "opinion", *_LIMITS)
    return (TransferredUp(transferred_on=today, **said, **dict(days)).at(command.at),)


def _may_stop(attempt: On[Stop]) -> str | None:
    kind = attempt.command.special
    if running(attempt.state, attempt.command.action).may_stop_for(kind):
        return None
    return (
        f"{kind.value}不属于行政许可法第四十五条所列情形，事项依据也未规定停止计算期限。可以继续办理，但期限照常计算。"
    )


def _told_time(attempt: On[Stop]) -> str | None:
    command = attempt.command
    told = command.reason.strip() and command.needed.length > 0
    return None if told else "应当将所需时间和理由书面告知申请人。"


def _extended_once(attempt: Standing) -> str | None:
    clock = attempt.state.clock
    if clock is None or clock.extension_rule is None:
        return "本事项没有可以延长期限的规定。"
    return "期限只能延长一次。" if clock.extension else None


def _head_approved(attempt: On[Extend]) -> str | None:
    command = attempt.command
    if not command.reason.strip():
        return "延长期限应当将理由告知申请人。"
    rule = attempt.state.extension_rule
    wrong = not command.approved_by or (rule is not None and command.approver != rule.approver)
    return f"延长期限须经{rule.approver if rule else '负责人'}批准。" if wrong else None


def _first_examined(attempt: Standing) -> str | None:
    opinions = attempt.state.opinions
    return None if opinions and opinions[-1].passed else "转报前须完成初步审查。"


def _to_another(attempt: On[TransferUp]) -> str | None:
    command = attempt.command
    named = command.superior not in ("", attempt.state.authority) and command.opinion.strip()
    return None if named else "请写明上级机关和初步审查意见。"


RULES = (
    Rule(
        "stop", "启动特别程序", "Begin a special procedure", AT_WORK, (Role.APPROVER,), _stop,
        guards=(
            OWN_AUTHORITY,
            Guard("clock_may_stop", "属于第四十五条情形，或事项另有依据", _may_stop, on_command=True),
            Guard("time_told", "写明理由和所需时间", _told_time, on_command=True),
        ),
        clock=ClockEffect.STOPS, document=DocumentKind.SPECIAL_PROCEDURE, basis=(law.ART_45,),
        leads_to=(S.SPECIAL,), silence="超过告知的所需时间的，发出预警",
    ),
    Rule(
        "resume", "结束特别程序", "End a special procedure", (S.SPECIAL,), (Role.APPROVER,), _resume,
        guards=(OWN_AUTHORITY,), clock=ClockEffect.RESUMES, basis=(law.ART_45,),
        leads_to=(S.ACCEPTED, S.TRANSFERRED), silence="超过告知的所需时间的，发出预警",
    ),
    Rule(
        "extend", "延长办理期限", "Extend the limit", AT_WORK, (Role.APPROVER,), _extend,
        guards=(
            OWN_AUTHORITY,
            Guard("extended_once", "没有延长过", _extended_once),
            Guard("head_approved", "负责人批准，理由告知申请人", _head_approved, on_command=True),
        ),
        clock=ClockEffect.EXTENDS, document=DocumentKind.EXTENSION, basis=(law.ART_42,),
        silence="未批准延长的，按原期限决定",
    ),
    Rule(
        "transfer_up", "转报上级", "Send to the higher authority", (S.ACCEPTED,), (Role.APPROVER,), _transfer_up,
        guards=(
            OWN_AUTHORITY,
            Guard("first_examined", "初步审查已通过", _first_examined),
            Guard("to_another", "写明上级机关和意见", _to_another, on_command=True),
        ),
        clock=ClockEffect.STARTS, document=DocumentKind.TRANSFER, basis=(ARTICLE_43,), leads_to=(S.TRANSFERRED,),
        silence="下级机关自受理之日起二十个工作日内未审查完毕的，发出预警",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (Stopped, Resumed, Extended, TransferredUp)
