"""A procedure is a table a lawyer can read; one kernel decides by looking it up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import AwareDatetime

from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Actor, Event, Role

NEW = "new"
"""The status of a proceeding before its first event."""

ROLE_NAMES: dict[Role, str] = {
    Role.APPLICANT: "申请人",
    Role.CLERK: "综合窗口",
    Role.APPROVER: "审批部门",
    Role.ISSUER: "出证窗口",
    Role.ITEM_ADMIN: "事项管理",
    Role.SUPERVISOR: "监察",
    Role.HOTLINE: "热线",
    Role.ENGINEER: "运维",
    Role.SYSTEM: "系统",
}


class ClockEffect(StrEnum):
    """What an action does to the legal clock."""

    NONE = "不影响"
    STARTS = "起算"
    STOPS = "停止计算"
    RESUMES = "恢复计算"
    EXTENDS = "延长"
    RECOUNTS = "重新计算"
    ENDS = "终止计算"


class Command(Value):
    """What somebody wants done. at: the moment of the act. document: the issued document the law ties it to.

    compares_words: a rule compares it with what people wrote before, so it is decided on the state in words; any other
    command is decided on the state as it is recorded, which holds references.
    """

    action: ClassVar[str] = ""
    compares_words: ClassVar[bool] = False
    at: AwareDatetime
    document: DocumentRef | None = None


S = TypeVar("S")
C_co = TypeVar("C_co", covariant=True)
X = TypeVar("X")


@dataclass(frozen=True, slots=True)
class Attempt(Generic[S, C_co, X]):
    """One command against one state. context: what a rule may ask of the world, as values (the calendar)."""

    state: S
    command: C_co
    actor: Actor
    context: X


@dataclass(frozen=True, slots=True)
class Guard:
    """A named condition. requires: the condition in words. why_not: None, or a sentence saying what is missing.

    on_command: it looks into the command, so it cannot be answered before there is one.
    """

    name: str
    requires: str
    why_not: Callable[[Attempt[Any, Any, Any]], str | None]
    on_command: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: in these states these roles may do this; what it needs, does and issues; which article says so.

    leads_to: the statuses it may lead to; empty means the status stays.
    silence: what follows when nobody does it in time.
    """

    action: str
    name: str
    name_en: str
    states: tuple[str, ...]
    roles: tuple[Role, ...]
    decide: Callable[[Attempt[Any, Any, Any]], tuple[Event, ...]]
    guards: tuple[Guard, ...] = ()
    clock: ClockEffect = ClockEffect.NONE
    document: DocumentKind | None = None
    basis: tuple[LegalBasis, ...] = ()
    leads_to: tuple[str, ...] = ()
    silence: str = "无法律后果"


class ActionNotOpen(DomainError):
    """The procedure knows no such action in this state."""

    code = "ACTION_NOT_OPEN"

    def __init__(self, action: str, name: str, status: str, status_name: str) -> None:
        super().__init__(
            f"当前为“{status_name}”，不能{name}。请刷新后查看可以进行的操作。", action=action, status=status
        )


class RoleNotAllowed(DomainError):
    """Somebody acts in a capacity that the procedure does not give this action to."""

    code = "ROLE_NOT_ALLOWED"

    def __init__(self, rule: Rule, role: Role) -> None:
        super().__init__(
            f"{rule.name}由{_roles(rule)}进行。请转交有权办理的人员。", action=rule.action, role=role.value
        )


class GuardRefused(DomainError):
    """A condition of the action does not hold. guard: its stable name."""

    code = "GUARD_REFUSED"

    def __init__(self, action: str, guard: str, sentence: str) -> None:
        super().__init__(sentence, action=action, guard=guard)


class UnknownEvent(DomainError):
    """An event of a kind that this procedure does not know; the software is older than the record."""

    code = "UNKNOWN_EVENT"

    def __init__(self, procedure: str, kind: str) -> None:
        super().__init__(f"程序“{procedure}”不认识事件“{kind}”。请升级后再打开本件。", procedure=procedure, kind=kind)


class OpenAction(Value):
    """Whether an action is open to somebody now. why_not: empty when it is."""

    action: str
    name: str
    name_en: str
    why_not: str = ""
    document: DocumentKind | None = None
    basis: tuple[LegalBasis, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it may be tried now; the command itself may still lack something."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class Procedure:
    """A table of rules. statuses: every status with its name (zh, en)."""

    key: str
    name: str
    name_en: str
    statuses: dict[str, tuple[str, str]]
    rules: tuple[Rule, ...]

    def rule(self, status: str, action: str) -> Rule | None:
        """Return the row for an action in a status, if there is one."""
        return next((rule for rule in self.rules if rule.action == action and status in rule.states), None)

    def decide(self, attempt: Attempt[Any, Command, Any], status: str) -> tuple[Event, ...]:
        """Return what follows from a command.

        Raises ActionNotOpen, RoleNotAllowed or GuardRefused; each says the next step.
        """
        action = attempt.command.action
        rule = self.rule(status, action)
        if rule is None:
            raise ActionNotOpen(action, self.action_name(action), status, self.statuses[status][0])
        if attempt.actor.role not in rule.roles:
            raise RoleNotAllowed(rule, attempt.actor.role)
        for guard in (*rule.guards, *document_guard(rule)):
            if sentence := guard.why_not(attempt):
                raise GuardRefused(action, guard.name, sentence)
        return rule.decide(attempt)

    def open_actions(self, attempt: Attempt[Any, None, Any], status: str) -> tuple[OpenAction, ...]:
        """Return every action once, open or with the reason why not, in the order of the table."""
        first = {rule.action: rule for rule in reversed(self.rules)}
        names = dict.fromkeys(rule.action for rule in self.rules)
        rows = (self.rule(status, action) or first[action] for action in names)
        return tuple(_openness(rule, self._why_not(rule, attempt, status)) for rule in rows)

    def action_name(self, action: str) -> str:
        """Return the Chinese name of an action, or the action itself when the table does not know it."""
        return next((rule.name for rule in self.rules if rule.action == action), action)

    def _why_not(self, rule: Rule, attempt: Attempt[Any, None, Any], status: str) -> str:
        if status not in rule.states:
            return f"当前为“{self.statuses[status][0]}”，不能{rule.name}。"
        if attempt.actor.role not in rule.roles:
            return f"{rule.name}由{_roles(rule)}进行。"
        standing = (guard for guard in rule.guards if not guard.on_command)
        return next((sentence for guard in standing if (sentence := guard.why_not(attempt))), "")


def _openness(rule: Rule, why_not: str) -> OpenAction:
    return OpenAction(
        action=rule.action,
        name=rule.name,
        name_en=rule.name_en,
        why_not=why_not,
        document=rule.document,
        basis=rule.basis,
    )


def _roles(rule: Rule) -> str:
    return "、".join(ROLE_NAMES[role] for role in rule.roles)


def document_guard(rule: Rule) -> Iterable[Guard]:
    """Yield the condition that the document a row issues was issued, of that very kind; nothing without one."""
    kind = rule.document
    if kind is None:
        return

    def why_not(attempt: Attempt[Any, Command, Any]) -> str | None:
        issued = attempt.command.document
        if issued is None:
            return f"{rule.name}须先出具{kind.value}。"
        if issued.kind is not kind:
            return f"{rule.name}须出具{kind.value}，而非{issued.kind.value}。"
        return None

    yield Guard("document_issued", f"已出具{kind.value}", why_not, on_command=True)


class Happening(Value):
    """What an event of one kind says: its payload, typed. Personal values stand here only as digests.

    What somebody wrote in their own words is of the type `Words`: it does not stay in the record.
    """

    kind: ClassVar[str] = ""

    def at(self, moment: datetime) -> Event:
        """Return the event, effective from a moment."""
        return Event(kind=self.kind, payload=self.model_dump(mode="json", exclude_none=True), effective_at=moment)
