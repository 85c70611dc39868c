"""What several authorities do as one act (联合踏勘, 联合验收, 多评合一 …): called once, with an opinion from each.

It stops no clock and presumes no opinion: who did not take part looks for themselves.
"""

from datetime import date
from typing import ClassVar, TypeAlias

from lianban.core.items.acts import JOINT, Act
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.chain_case import guards as g
from lianban.core.proceedings.chain_case.base import ChainHappening, On, Standing
from lianban.core.proceedings.chain_case.state import (
    ChainState,
    JointOpinion,
    JointPart,
    JointSession,
    Meeting,
    Summons,
)
from lianban.core.proceedings.chain_case.state import ChainStatus as S
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Rule

ENOUGH = 2
"""Items that make an act a joint one, and officials that each authority sends (Art. 34 (3))."""


class MeetingCommand(Meeting, Command):
    """A command that says when and where a joint act takes place."""


class CallJointly(Summons, MeetingCommand):
    """Call everybody together. parts: the items that take part."""

    action: ClassVar[str] = "call_jointly"
    parts: tuple[JointPart, ...]


class FindJointly(Command):
    """What the authority of one item found. number: of the joint act. inspectors: digests of certificate numbers."""

    action: ClassVar[str] = "find_jointly"
    number: int
    item: str
    opinion: str
    passed: bool
    inspectors: tuple[str, ...] = ()


class CloseJointly(Command):
    """Everybody said their opinion, or the day for it is over. document: the one record, where it was a visit."""

    action: ClassVar[str] = "close_jointly"
    number: int


OnSession: TypeAlias = On[FindJointly] | On[CloseJointly]


class JointlyCalled(Summons, ChainHappening):
    """召集."""

    kind: ClassVar[str] = "jointly_called"
    number: int
    parts: tuple[JointPart, ...]

    def apply(self, state: ChainState) -> ChainState:
        called = JointSession(**fields_of(self, "number", "parts", *Summons.model_fields))
        return state.model_copy(update={"joint": (*state.joint, called)})


class JointlyFound(ChainHappening):
    """各自的意见."""

    kind: ClassVar[str] = "jointly_found"
    number: int
    act: Act
    opinion: JointOpinion

    def apply(self, state: ChainState) -> ChainState:
        session = state.session(self.number)
        return with_session(state, self.number, opinions=(*session.opinions, self.opinion) if session else ())


class JointlyClosed(ChainHappening):
    """结束. missing: the parts nobody spoke for; their authorities look for themselves."""

    kind: ClassVar[str] = "jointly_closed"
    number: int
    act: Act
    closed_on: date
    missing: tuple[JointPart, ...] = ()

    def apply(self, state: ChainState) -> ChainState:
        return with_session(state, self.number, closed_on=self.closed_on)


def with_session(state: ChainState, number: int, **said: object) -> ChainState:
    """Return the state with something said anew of one joint act."""
    joint = (each.model_copy(update=said) if each.number == number else each for each in state.joint)
    return state.model_copy(update={"joint": tuple(joint)})


def _call(attempt: On[CallJointly]) -> tuple[Event, ...]:
    command = attempt.command
    said = fields_of(command, "parts", *Summons.model_fields)
    return (JointlyCalled(number=len(attempt.state.joint) + 1, **said).at(command.at),)


def _find(attempt: On[FindJointly]) -> tuple[Event, ...]:
    command = attempt.command
    opinion = JointOpinion(
        item=command.item,
        by=attempt.actor.person,
        text=command.opinion,
        passed=command.passed,
        on=local_day(command.at),
        inspectors=command.inspectors,
    )
    return (JointlyFound(number=command.number, act=_named(attempt).act, opinion=opinion).at(command.at),)


def _close(attempt: On[CloseJointly]) -> tuple[Event, ...]:
    command, session = attempt.command, _named(attempt)
    happened = JointlyClosed(
        document=command.document,
        number=command.number,
        act=session.act,
        closed_on=local_day(command.at),
        missing=attempt.state.unheard(session),
    )
    return (happened.at(command.at),)


def _named(attempt: OnSession) -> JointSession:
    """The joint act a command is about. Raises LookupError; the guards asked before."""
    session = attempt.state.session(attempt.command.number)
    if session is None:
        raise LookupError(attempt.command.number)
    return session


def _lead_calls(attempt: Standing) -> str | None:
    stranger = attempt.actor.role is Role.APPROVER and attempt.actor.authority != attempt.state.lead_authority
    return "联合进行的环节由牵头部门或者综合窗口召集和结束。请与牵头部门联系。" if stranger else None


def _several(attempt: On[CallJointly]) -> str | None:
    command = attempt.command
    if command.act not in JOINT:
        return f"“{command.act.value}”不是联合进行的环节。"
    items = {each.item for each in command.parts if each.steps and attempt.state.child(each.item)}
    if len(items) == len(command.parts) >= ENOUGH:
        return None
    return f"{command.act.value}须有本件两个以上的事项参加。只有一个事项的，由其主管部门自行核查。"


def _under_way(attempt: On[CallJointly]) -> str | None:
    children = [(part.name, attempt.state.child(part.item)) for part in attempt.command.parts]
    names = "、".join(name for name, child in children if child and (child.outcome or not child.begun))
    return f"“{names}”没有在办理中，不能参加。请等它开始办理后再召集，或者先不列入。" if names else None


def _not_called_yet(attempt: On[CallJointly]) -> str | None:
    command = attempt.command
    called = attempt.state.called_for(command.act)
    names = "、".join(part.name for part in command.parts if part.item in called)
    return f"“{names}”的{command.act.value}已经召集，还没有结束。" if names else None


def _announced(attempt: On[MeetingCommand]) -> str | None:
    command = attempt.command
    if not command.place.strip() or not command.hour.strip():
        return "请写明时间和地点，申请人和各部门都要看。"
    if command.held_on < local_day(command.at):
        return "日期已经过去，请另选日期。"
    return "提出意见的最后一日不能早于进行的当日。" if command.due_on < command.held_on else None


def _open(attempt: OnSession) -> str | None:
    session = attempt.state.session(attempt.command.number)
    return "这次联合办理没有召集，或者已经结束。" if session is None or session.closed_on else None


def _own_part(attempt: On[FindJointly]) -> str | None:
    item = attempt.command.item
    part, child = _named(attempt).part(item), attempt.state.child(item)
    if part is None or child is None:
        return "本事项没有参加这次联合办理。"
    if child.authority != attempt.actor.authority:
        return f"“{part.name}”的意见由其主管部门提出。"
    return f"“{part.name}”已经办结，不再需要意见。" if child.outcome else None


def _said_once(attempt: On[FindJointly]) -> str | None:
    said = _named(attempt).opinion(attempt.command.item)
    return "本事项的意见已经提出，只提一次。需要更改的，在本事项中写审查意见或者退回重审。" if said else None


def _day_came(attempt: On[FindJointly]) -> str | None:
    held_on = _named(attempt).held_on
    early = local_day(attempt.command.at) < held_on
    return f"联合办理定于{held_on.isoformat()}，当日起才能提出意见。" if early else None


def _says_what(attempt: On[FindJointly]) -> str | None:
    return None if attempt.command.opinion.strip() else "请写明核查的情况和意见。"


def _two_of_each(attempt: On[FindJointly]) -> str | None:
    """Everybody's people count for their own authority only: Art. 34 (3) speaks to each of them."""
    lone = _named(attempt).is_visit and len(set(attempt.command.inspectors)) < ENOUGH
    return "现场核查时，每个部门都应当指派两名以上工作人员。请写明他们的证件号。" if lone else None


def _all_said(attempt: On[CloseJointly]) -> str | None:
    session = _named(attempt)
    waiting = attempt.state.unheard(session)
    if not waiting or local_day(attempt.command.at) > session.due_on:
        return None
    names = "、".join(each.name for each in waiting)
    return f"“{names}”还没有提出意见，可以提到{session.due_on.isoformat()}。意见提齐或者期满后结束。"


def _recorded(attempt: On[CloseJointly]) -> str | None:
    session, paper = _named(attempt), attempt.command.document
    if not session.is_visit or not session.opinions:
        return None
    missing = paper is None or paper.kind is not DocumentKind.INSPECTION_RECORD
    return "现场核查须有一份各部门共用的现场核查记录。" if missing else None


BASIS = (law.ART_26, law.ART_34)
LEAD_CALLS = Guard("lead_calls", "牵头部门或者综合窗口", _lead_calls)
ANNOUNCED = Guard("joint_announced", "写明日期、时间、地点和提出意见的期限", _announced, on_command=True)
OPEN = Guard("joint_open", "已经召集，还没有结束", _open, on_command=True)

RULES = (
    Rule(
        "call_jointly", "召集联合办理", "Call a joint act", (S.ACCEPTED,), (Role.CLERK, Role.APPROVER), _call,
        guards=(
            g.LEAD, LEAD_CALLS,
            Guard("joint_items", "方案列为联合进行，两个以上事项参加", _several, on_command=True),
            Guard("joint_under_way", "参加的事项都在办理中", _under_way, on_command=True),
            Guard("joint_called_once", "同一环节没有正在进行的召集", _not_called_yet, on_command=True),
            ANNOUNCED,
        ),
        basis=BASIS, silence="不召集的，各部门自行核查；期限照常计算",
    ),
    Rule(
        "find_jointly", "提出联合办理意见", "Give one's opinion in a joint act", (S.ACCEPTED,), (Role.APPROVER,), _find,
        guards=(
            OPEN,
            Guard("joint_own_part", "参加的事项，由其主管部门提出", _own_part, on_command=True),
            Guard("joint_said_once", "每个事项只提一次", _said_once, on_command=True),
            Guard("joint_day_came", "进行的当日起", _day_came, on_command=True),
            Guard("joint_says_what", "写明情况和意见", _says_what, on_command=True),
            Guard("two_of_each", "现场核查，每个部门两名以上工作人员", _two_of_each, on_command=True),
        ),
        basis=BASIS, silence="没有参加或者没有提出意见的部门须自行核查，沉默不视为同意",
    ),
    Rule(
        "close_jointly", "结束联合办理", "Close a joint act", (S.ACCEPTED,), (Role.CLERK, Role.APPROVER, Role.SYSTEM),
        _close,
        guards=(
            g.LEAD, LEAD_CALLS, OPEN,
            Guard("joint_all_said", "意见提齐，或者提出意见的期限已过", _all_said, on_command=True),
            Guard("joint_recorded", "现场核查有一份共用的现场核查记录", _recorded, on_command=True),
        ),
        basis=BASIS, silence="期满由系统结束；提出的意见记入各事项，没有提出的不推定",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[ChainHappening], ...] = (JointlyCalled, JointlyFound, JointlyClosed)
