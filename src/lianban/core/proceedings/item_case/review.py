"""The examination: opinions, rework, counter-signatures, other authorities' views."""

from datetime import date
from typing import ClassVar

from lianban.core.kernel.words import Words
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, Standing, moved
from lianban.core.proceedings.item_case.state import IN_HAND, Consultation, ItemState, Opinion, Signature
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule


class Review(Command):
    """A reviewer's opinion. on_site: the substance was checked there; inspectors: digests of certificate numbers."""

    action: ClassVar[str] = "review"
    step: str
    opinion: str
    on_site: bool = False
    inspectors: tuple[str, ...] = ()


class ReturnForRework(Command):
    """Back to an earlier step inside the authority; the clock runs on."""

    action: ClassVar[str] = "return_for_rework"
    step: str
    reason: str


class Sign(Command):
    """会签 before the decision."""

    action: ClassVar[str] = "sign"


class Consult(Command):
    """征询 another authority's view until a day; the clock runs on."""

    action: ClassVar[str] = "consult"
    compares_words: ClassVar[bool] = True
    authority: str
    question: str
    due_on: date


class AnswerConsultation(Command):
    """The other authority's view, or the reason why the question is closed without one."""

    action: ClassVar[str] = "answer_consultation"
    number: int
    answer: str


class Reviewed(ItemHappening):
    """审查, passed or sent back."""

    kind: ClassVar[str] = "reviewed"
    opinion: Opinion

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, opinions=(*state.opinions, self.opinion))


class ReturnedForRework(Reviewed):
    """退回. Earlier signatures lose their object."""

    kind: ClassVar[str] = "returned_for_rework"

    def apply(self, state: ItemState) -> ItemState:
        return moved(super().apply(state), signatures=())


class Signed(ItemHappening):
    """会签."""

    kind: ClassVar[str] = "signed"
    signature: Signature

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, signatures=(*state.signatures, self.signature))


class Consulted(ItemHappening):
    """征询."""

    kind: ClassVar[str] = "consulted"
    consultation: Consultation

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, consultations=(*state.consultations, self.consultation))


class ConsultationAnswered(ItemHappening):
    """答复."""

    kind: ClassVar[str] = "consultation_answered"
    number: int
    answer: Words
    answered_on: date
    by_authority: str = ""

    def apply(self, state: ItemState) -> ItemState:
        said = {"answer": self.answer, "answered_on": self.answered_on}
        asked = (each.model_copy(update=said) if each.number == self.number else each for each in state.consultations)
        return moved(state, consultations=tuple(asked))


def _review(attempt: On[Review]) -> tuple[Event, ...]:
    command = attempt.command
    opinion = Opinion(
        step=command.step,
        by=attempt.actor.person,
        text=command.opinion,
        passed=True,
        on=local_day(command.at),
        inspectors=command.inspectors,
    )
    return (Reviewed(opinion=opinion, document=command.document).at(command.at),)


def _return(attempt: On[ReturnForRework]) -> tuple[Event, ...]:
    command = attempt.command
    said = {"step": command.step, "text": command.reason, "passed": False}
    opinion = Opinion.model_validate({**said, "by": attempt.actor.person, "on": local_day(command.at)})
    return (ReturnedForRework(opinion=opinion).at(command.at),)


def _sign(attempt: On[Sign]) -> tuple[Event, ...]:
    actor = attempt.actor
    signature = Signature(by=actor.person, on=local_day(attempt.command.at), on_behalf_of=actor.on_behalf_of)
    return (Signed(signature=signature).at(attempt.command.at),)


def _consult(attempt: On[Consult]) -> tuple[Event, ...]:
    command = attempt.command
    number = len(attempt.state.consultations) + 1
    said = {"authority": command.authority, "question": command.question, "due_on": command.due_on}
    return (Consulted(consultation=Consultation(number=number, **said)).at(command.at),)


def _answer(attempt: On[AnswerConsultation]) -> tuple[Event, ...]:
    command = attempt.command
    happened = ConsultationAnswered(
        number=command.number,
        answer=command.answer,
        answered_on=local_day(command.at),
        by_authority=attempt.actor.authority,
    )
    return (happened.at(command.at),)


def _two_on_site(attempt: On[Review]) -> str | None:
    command = attempt.command
    lone = command.on_site and len(set(command.inspectors)) < 2
    return "需要对申请材料的实质内容进行核实的，应当指派两名以上工作人员核查。" if lone else None


def _site_recorded(attempt: On[Review]) -> str | None:
    return "现场核查须有现场核查记录。" if attempt.command.on_site and not attempt.command.document else None


def _says_why(attempt: On[ReturnForRework]) -> str | None:
    return None if attempt.command.reason.strip() else "退回须说明理由。"


def _signs_once(attempt: Standing) -> str | None:
    signed = any(each.people & attempt.actor.people for each in attempt.state.signatures)
    return "您已经会签，或者您代替的人已经会签。须由另一人会签。" if signed else None


def _asks_another(attempt: On[Consult]) -> str | None:
    command = attempt.command
    if command.authority == attempt.state.authority or not command.question.strip():
        return "请写明向哪个其他部门征询什么。"
    return "答复期限不能早于征询之日。" if command.due_on < local_day(command.at) else None


def _asks_once(attempt: On[Consult]) -> str | None:
    asked = (attempt.command.authority, attempt.command.question.strip())
    open_ones = (each for each in attempt.state.consultations if each.answer is None)
    again = any((each.authority, each.question.strip()) == asked for each in open_ones)
    return "已经向这个部门征询同样的问题，还没有答复。请等候答复，或者结束原来的征询。" if again else None


def _was_asked(attempt: On[AnswerConsultation]) -> str | None:
    asked = {each.number: each for each in attempt.state.consultations if each.answer is None}
    consultation = asked.get(attempt.command.number)
    if consultation is None or not attempt.command.answer.strip():
        return "没有待答复的这项征询，或者答复为空。"
    allowed = (consultation.authority, attempt.state.authority)
    return None if attempt.actor.authority in allowed else "由被征询的部门答复，或者由主管部门结束征询。"


TWO_ON_SITE = Guard("two_on_site", "现场核查两名以上工作人员", _two_on_site, on_command=True)
SITE_RECORDED = Guard("site_recorded", "现场核查有记录", _site_recorded, on_command=True)

RULES = (
    Rule(
        "review", "审查", "Review", IN_HAND, (Role.APPROVER,), _review,
        guards=(
            OWN_AUTHORITY,
            TWO_ON_SITE, SITE_RECORDED,
        ),
        basis=(law.ART_34,), silence="环节超时的，发出预警",
    ),
    Rule(
        "return_for_rework", "退回重审", "Return for rework", IN_HAND, (Role.APPROVER,), _return,
        guards=(OWN_AUTHORITY, Guard("says_why", "说明理由", _says_why, on_command=True)), basis=(law.ART_34,),
    ),
    Rule(
        "sign", "会签", "Countersign", IN_HAND, (Role.APPROVER,), _sign,
        guards=(OWN_AUTHORITY, Guard("signs_once", "一人一签", _signs_once)), basis=(law.ART_34,),
    ),
    Rule(
        "consult", "征询意见", "Consult", IN_HAND, (Role.APPROVER,), _consult,
        guards=(
            OWN_AUTHORITY,
            Guard("asks_another", "向其他部门，写明问题和期限", _asks_another, on_command=True),
            Guard("asks_once", "同样的问题没有在等待答复", _asks_once, on_command=True),
        ),
        basis=(law.ART_26,), silence="逾期不答复的不视为同意，发出预警",
    ),
    Rule(
        "answer_consultation", "答复征询", "Answer a consultation", IN_HAND, (Role.APPROVER,), _answer,
        guards=(Guard("was_asked", "是被征询的部门，或主管部门说明理由结束征询", _was_asked, on_command=True),),
        basis=(law.ART_26,), silence="沉默不视为同意",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (Reviewed, ReturnedForRework, Signed, Consulted, ConsultationAnswered)
