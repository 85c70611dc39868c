"""What the law lets happen to a running clock: special procedures, one extension, the way to the higher authority."""

from datetime import date
from typing import ClassVar

from lianban.core.clocks.clock import Clock
from lianban.core.clocks.due import due_on
from lianban.core.clocks.extensions import Extension
from lianban.core.clocks.licensing import ARTICLE_43
from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import Stop as ClockStop
from lianban.core.clocks.stops import StopKind
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.evolution import OutOfOrder
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, Standing, dates, moved, running
from lianban.core.proceedings.item_case.state import AT_WORK, ItemState
from lianban.core.proceedings.item_case.state import ItemStatus as S
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import ClockEffect, Command, Guard, Happening, Rule


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


class Resumed(ItemHappening):
    """特别程序 ends."""

    kind: ClassVar[str] = "resumed"
    resumed_on: date
    result: str
    statutory_due_on: date | None = None
    promised_due_on: date | None = None
    provisional: bool = False

    def apply(self, state: ItemState) -> ItemState:
        status = S.TRANSFERRED if state.transferred_from else S.ACCEPTED
        clock = running(state, self.kind)
        if clock.open_stop is None:
            raise OutOfOrder(self.kind)
        return _redated(state, self, clock.resume(self.resumed_on), status, stop_ends_by=None)


class Extended(ItemHappening):
    """延长办理期限."""

    kind: ClassVar[str] = "extended"
    extension: Extension
    approved_by: str
    statutory_due_on: date | None = None
    promised_due_on: date | None = None
    provisional: bool = False

    def apply(self, state: ItemState) -> ItemState:
        clock = running(state, self.kind).model_copy(update={"extension": self.extension})
        return _redated(state, self, clock, state.status)


class TransferredUp(ItemHappening):
    """转报."""

    kind: ClassVar[str] = "transferred_up"
    superior: str
    opinion: str
    transferred_on: date
    promised_limit: TimeLimit
    statutory_limit: TimeLimit | None = None
    statutory_due_on: date | None = None
    promised_due_on: date | None = None
    provisional: bool = False

    def apply(self, state: ItemState) -> ItemState:
        own = state.model_copy(
            update={
                "authority": self.superior,
                "transferred_from": state.authority,
                "statutory_limit": self.statutory_limit,
                "promised_limit": self.promised_limit,
            }
        )
        return _redated(own, self, _superiors_clock(own, self.transferred_on), S.TRANSFERRED)


def _redated(
    state: ItemState, said: Resumed | Extended | TransferredUp, clock: Clock, status: S, **more: object
) -> ItemState:
    due = {name: getattr(said, name) for name in ("statutory_due_on", "promised_due_on", "provisional")}
    return moved(state, status, clock=clock, **due, **more)


def _superiors_clock(state: ItemState, on: date) -> Clock:
    return Clock(
        start_event="转报",
        started_on=on,
        statutory=state.statutory_limit,
        promised=state.promised_limit,
        extension_rule=state.extension_rule,
        grounds=state.grounds,
    )


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
    due = running(attempt.state, command.action).resume(today).due(attempt.context.calendar)
    happened = Resumed.model_validate(
        {"document": command.document, "resumed_on": today, "result": command.result, **dates(due)}
    )
    return (happened.at(command.at),)


def _extend(attempt: On[Extend]) -> tuple[Event, ...]:
    command, calendar = attempt.command, attempt.context.calendar
    extension = Extension(
        added=command.added,
        granted_on=local_day(command.at),
        approver=command.approver,
        reason=command.reason,
        notice=_issued(command).number,
    )
    due = running(attempt.state, command.action).extend(extension, calendar).due(calendar)
    said = {"document": command.document, "extension": extension, "approved_by": command.approved_by}
    return (Extended.model_validate({**said, **dates(due)}).at(command.at),)


def _transfer_up(attempt: On[TransferUp]) -> tuple[Event, ...]:
    command, today = attempt.command, local_day(attempt.command.at)
    limits = {"statutory_limit": command.statutory_limit, "promised_limit": command.promised_limit}
    clock = _superiors_clock(attempt.state.model_copy(update=limits), today)
    said = command.model_dump(exclude={"at"}) | {"transferred_on": today}
    due = dates(clock.due(attempt.context.calendar))
    return (TransferredUp.model_validate({**said, **due}).at(command.at),)


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
