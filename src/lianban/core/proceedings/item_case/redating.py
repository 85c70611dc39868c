"""The calendar changed: a holiday notice came out, or the counters closed. What is still running is counted again."""

from datetime import date
from typing import ClassVar

from lianban.core.proceedings import articles as law
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import ItemHappening, On, days_in, days_of, moved, running
from lianban.core.proceedings.item_case.state import AT_WORK, DueDays, ItemState
from lianban.core.proceedings.procedure import ClockEffect, Command, Happening, Rule


class Redate(Command):
    """Count the running limits again, with the calendar as it is known now."""

    action: ClassVar[str] = "redate"


class Redated(DueDays, ItemHappening):
    """重算期限. calendar: version it was counted with. before: the promised day, or the statutory one, until then."""

    kind: ClassVar[str] = "redated"
    calendar: str
    before: date | None = None

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, **days_in(self))


def _redate(attempt: On[Redate]) -> tuple[Event, ...]:
    state, calendar = attempt.state, attempt.context.calendar
    days = dict(days_of(running(state, attempt.command.action).due(calendar)))
    if days == days_in(state):
        return ()
    before = state.promised_due_on or state.statutory_due_on
    return (Redated(calendar=calendar.version, before=before, **days).at(attempt.command.at),)


RULES = (
    Rule(
        "redate", "按新的工作日历重算期限", "Count the limits again", AT_WORK, (Role.SYSTEM,), _redate,
        clock=ClockEffect.RECOUNTS, basis=(law.ART_82,),
        silence="由系统在节假日安排或停办公告载入后办理；特别程序中的，恢复计算时一并重算",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (Redated,)
