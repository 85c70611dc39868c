"""The calendar changed: what the application's own days rest on is counted again, and the applicant is told."""

from datetime import date
from typing import ClassVar

from lianban.core.clocks.due import DueDate, due_on
from lianban.core.clocks.licensing import TO_NOTIFY_ONCE
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.chain_case.base import ChainHappening, On
from lianban.core.proceedings.chain_case.decisions import joint_due, promised_due
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.chain_case.state import ChainStatus as S
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.procedure import ClockEffect, Command, Rule

DAYS = ("notify_by", "promised_due_on", "joint_due_on", "provisional")


class Redate(Command):
    """Count the days of the application again. items: keys of those whose own days were changed in the same act."""

    action: ClassVar[str] = "redate"
    items: tuple[str, ...] = ()


class Redated(ChainHappening):
    """重算期限. calendar: version it was counted with."""

    kind: ClassVar[str] = "redated"
    calendar: str
    items: tuple[str, ...] = ()
    notify_by: date | None = None
    promised_due_on: date | None = None
    joint_due_on: date | None = None
    provisional: bool = False

    def apply(self, state: ChainState) -> ChainState:
        return state.model_copy(update=fields_of(self, *DAYS))


def _redate(attempt: On[Redate]) -> tuple[Event, ...]:
    state, items = attempt.state, attempt.command.items
    counted = _before_acceptance(attempt) if state.status is S.RECEIVED else _after(attempt)
    days: dict[str, object] = {name: due.on if due else None for name, due in counted.items()}
    days["provisional"] = any(due.provisional for due in counted.values() if due)
    before = fields_of(state, *DAYS)
    said = {**before, **days}
    if not items and said == before:
        return ()
    happened = Redated.model_validate({"calendar": attempt.context.calendar.version, "items": items, **said})
    return (happened.at(attempt.command.at),)


def _before_acceptance(attempt: On[Redate]) -> dict[str, DueDate | None]:
    since = attempt.state.complete_on
    return {"notify_by": due_on(TO_NOTIFY_ONCE, since, attempt.context.calendar) if since else None}


def _after(attempt: On[Redate]) -> dict[str, DueDate | None]:
    """An extension that was recorded before records said how long it is stands as it was written."""
    since = attempt.state.accepted_on
    if since is None:
        return {}
    counted = {"promised_due_on": promised_due(attempt, since)}
    if attempt.state.joint_extended and attempt.state.joint_added is None:
        return counted
    return {**counted, "joint_due_on": joint_due(attempt, since)}


RULES = (
    Rule(
        "redate", "按新的工作日历重算期限", "Count the limits again", (S.RECEIVED, S.ACCEPTED), (Role.SYSTEM,),
        _redate, clock=ClockEffect.RECOUNTS, basis=(law.ART_82,),
        silence="由系统在节假日安排或停办公告载入后办理",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[ChainHappening], ...] = (Redated,)
