"""Another day, hour or place for a joint act that was called and in which nobody spoke yet."""

from typing import ClassVar

from lianban.core.items.acts import Act
from lianban.core.kernel.value import fields_of
from lianban.core.kernel.words import Words
from lianban.core.proceedings.chain_case import guards as g
from lianban.core.proceedings.chain_case.base import ChainHappening, On
from lianban.core.proceedings.chain_case.state import ChainState, Meeting
from lianban.core.proceedings.chain_case.state import ChainStatus as S
from lianban.core.proceedings.chain_case.together import (
    ANNOUNCED,
    BASIS,
    LEAD_CALLS,
    OPEN,
    MeetingCommand,
    with_session,
)
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.procedure import Guard, Rule


class MoveJointly(MeetingCommand):
    """Move it. number: of the joint act. reason: told to the applicant and to every authority."""

    action: ClassVar[str] = "move_jointly"
    compares_words: ClassVar[bool] = True
    number: int
    reason: str


class JointlyMoved(Meeting, ChainHappening):
    """改期."""

    kind: ClassVar[str] = "jointly_moved"
    number: int
    act: Act
    reason: Words

    def apply(self, state: ChainState) -> ChainState:
        return with_session(state, self.number, **fields_of(self, *Meeting.model_fields))


OnMove = On[MoveJointly]


def _move(attempt: OnMove) -> tuple[Event, ...]:
    command = attempt.command
    session = attempt.state.session(command.number)
    said = fields_of(command, "number", "reason", *Meeting.model_fields)
    return (JointlyMoved(act=session.act, **said).at(command.at),) if session else ()


def _nobody_spoke(attempt: OnMove) -> str | None:
    session = attempt.state.session(attempt.command.number)
    spoke = session is not None and session.opinions
    return "已有部门提出意见，不能改期。请提齐意见后结束，还需要的再召集一次。" if spoke else None


def _differs(attempt: OnMove) -> str | None:
    command, session = attempt.command, attempt.state.session(attempt.command.number)
    if session is None:
        return None
    same = fields_of(command, *Meeting.model_fields) == fields_of(session, *Meeting.model_fields)
    return "与原定的日期、时间、地点和期限相同，没有改动。" if same else None


def _says_why(attempt: OnMove) -> str | None:
    return None if attempt.command.reason.strip() else "改期须说明理由，申请人和各部门都要看。"


RULES = (
    Rule(
        "move_jointly", "联合办理改期", "Move a joint act", (S.ACCEPTED,), (Role.CLERK, Role.APPROVER), _move,
        guards=(
            g.LEAD, LEAD_CALLS, OPEN, ANNOUNCED,
            Guard("joint_nobody_spoke", "还没有部门提出意见", _nobody_spoke, on_command=True),
            Guard("joint_differs", "日期、时间、地点或者期限有改动", _differs, on_command=True),
            Guard("joint_says_why", "说明改期的理由", _says_why, on_command=True),
        ),
        basis=BASIS, silence="不改期的，按原定的日期进行；期限照常计算",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[ChainHappening], ...] = (JointlyMoved,)
