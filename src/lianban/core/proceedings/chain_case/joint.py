"""The time the law gives departments that handle one thing together: 45 days, and 15 more (Art. 42 (2))."""

from datetime import date
from typing import ClassVar

from lianban.core.clocks.due import due_on
from lianban.core.clocks.licensing import ARTICLE_42_2, JOINT_EXTENSION, TO_DECIDE_JOINTLY
from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.value import fields_of
from lianban.core.kernel.words import Words
from lianban.core.proceedings.chain_case.base import ChainHappening, On, Standing
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.chain_case.state import ChainStatus as S
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import ClockEffect, Command, Guard, Rule


class ExtendJointly(Command):
    """The whole takes longer. approver: the office; approved_by: its account."""

    action: ClassVar[str] = "extend_jointly"
    added: TimeLimit
    reason: str
    approver: str
    approved_by: str


class ExtendedJointly(ChainHappening):
    """延长联合办理期限."""

    kind: ClassVar[str] = "extended_jointly"
    reason: Words
    approver: str
    approved_by: str
    joint_due_on: date
    provisional: bool = False
    added: TimeLimit | None = None

    def apply(self, state: ChainState) -> ChainState:
        said = {"joint_due_on": self.joint_due_on, "joint_extended": True, "joint_added": self.added}
        return state.model_copy(update=said)


def _extend(attempt: On[ExtendJointly]) -> tuple[Event, ...]:
    command, accepted_on = attempt.command, attempt.state.accepted_on or local_day(attempt.command.at)
    longer = TimeLimit(length=TO_DECIDE_JOINTLY.length + command.added.length)
    due = due_on(longer, accepted_on, attempt.context.calendar)
    said = fields_of(command, "document", "added", "reason", "approver", "approved_by")
    happened = ExtendedJointly(joint_due_on=due.on, provisional=due.provisional, **said)
    return (happened.at(command.at),)


def _is_joint(attempt: Standing) -> str | None:
    return None if attempt.state.joint_due_on else "只有一个部门办理，按各事项的期限办理。"


def _extended_once(attempt: Standing) -> str | None:
    return "联合办理的期限只能延长一次。" if attempt.state.joint_extended else None


def _government_approved(attempt: On[ExtendJointly]) -> str | None:
    command, rule = attempt.command, JOINT_EXTENSION
    if not command.reason.strip():
        return "延长期限应当将理由告知申请人。"
    if command.approver != rule.approver or not command.approved_by:
        return f"联合办理延长期限须经{rule.approver}批准。"
    return None if rule.allows(command.added) else f"联合办理最多延长{rule.longest.length}个工作日。"


def _still_in_time(attempt: On[ExtendJointly]) -> str | None:
    last = attempt.state.joint_due_on
    late = last is not None and local_day(attempt.command.at) > last
    return "期限已经届满，不能再延长。请尽快办结并说明超期原因。" if late else None


RULES = (
    Rule(
        "extend_jointly", "延长联合办理期限", "Extend the joint limit", (S.ACCEPTED,), (Role.CLERK, Role.APPROVER),
        _extend,
        guards=(
            Guard("is_joint", "两个以上部门联合办理", _is_joint),
            Guard("jointly_extended_once", "没有延长过", _extended_once),
            Guard("government_approved", "本级政府负责人批准，理由告知申请人", _government_approved, on_command=True),
            Guard("joint_limit_runs", "期限尚未届满", _still_in_time, on_command=True),
        ),
        clock=ClockEffect.EXTENDS, document=DocumentKind.EXTENSION, basis=(ARTICLE_42_2,),
        silence="未批准延长的，四十五个工作日内办结",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[ChainHappening], ...] = (ExtendedJointly,)
