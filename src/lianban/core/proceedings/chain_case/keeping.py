"""After the end: the day on which an item wants to be looked at again, and the file that is put away."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from lianban.core.proceedings import articles as law
from lianban.core.proceedings.chain_case import guards as g
from lianban.core.proceedings.chain_case.base import ChainHappening, On, Standing
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.chain_case.state import ChainStatus as S
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Rule


class RemindOfChild(Command):
    """An item says on which day time alone changes it: a renewal nobody decided. on: None when that is over."""

    action: ClassVar[str] = "remind_of_child"
    item: str
    on: date | None = None


class Archive(Command):
    """归档 of the whole file. package: digest over everything that is in it."""

    action: ClassVar[str] = "archive"
    package: str = Field(min_length=1)


class ChildReminded(ChainHappening):
    """Noted for later."""

    kind: ClassVar[str] = "child_reminded"
    item: str
    on: date | None = None

    def apply(self, state: ChainState) -> ChainState:
        others = {item: day for item, day in state.reminders.items() if item != self.item}
        mine = {self.item: self.on} if self.on else {}
        return state.model_copy(update={"reminders": {**others, **mine}})


class Archived(ChainHappening):
    """归档."""

    kind: ClassVar[str] = "archived"
    package: str
    archived_on: date

    def apply(self, state: ChainState) -> ChainState:
        return state.model_copy(update={"archive": self.package, "archived_on": self.archived_on})


def _remind(attempt: On[RemindOfChild]) -> tuple[Event, ...]:
    command = attempt.command
    return (ChildReminded(item=command.item, on=command.on).at(command.at),)


def _archive(attempt: On[Archive]) -> tuple[Event, ...]:
    command = attempt.command
    return (Archived(package=command.package, archived_on=local_day(command.at)).at(command.at),)


def _is_item(attempt: On[RemindOfChild]) -> str | None:
    return None if attempt.state.child(attempt.command.item) else "本件没有这个事项。"


def _all_handed_over(attempt: Standing) -> str | None:
    waiting = [each.name for each in attempt.state.items if each.awaits_delivery]
    return f"{'、'.join(waiting)}的结果尚未送达，不能归档。" if waiting else None


def _not_archived(attempt: Standing) -> str | None:
    return "本件已经归档。" if attempt.state.archive else None


RULES = (
    Rule(
        "remind_of_child", "记下到期日", "Note a day", (S.ACCEPTED, S.CLOSED, S.WITHDRAWN), (Role.SYSTEM,), _remind,
        guards=(Guard("is_item", "是本件的事项", _is_item, on_command=True),), basis=(law.ART_50,),
        silence="到期由系统办理事项程序规定的后果",
    ),
    Rule(
        "archive", "归档", "Archive", (S.CLOSED, S.REJECTED, S.LAPSED, S.WITHDRAWN),
        (Role.ISSUER, Role.CLERK, Role.SYSTEM), _archive,
        guards=(
            g.LEAD,
            Guard("all_handed_over", "结果均已送达", _all_handed_over),
            Guard("not_archived", "没有归档过", _not_archived),
        ),
        basis=(law.ARCHIVE_RULES,), silence="按年度提醒归档",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[ChainHappening], ...] = (ChildReminded, Archived)
