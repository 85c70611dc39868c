"""What can be corrected on the spot is corrected on the spot (Art. 32 (3)); it is no notice and uses none up."""

from typing import ClassVar

from lianban.core.proceedings import articles as law
from lianban.core.proceedings.chain_case import guards as g
from lianban.core.proceedings.chain_case.base import ChainHappening, On
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.chain_case.state import ChainStatus as S
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.procedure import Command, Guard, Rule


class CorrectOnTheSpot(Command):
    """The applicant corrects an error before everybody's eyes. subjects: what; values: the new digest of the form."""

    action: ClassVar[str] = "correct_on_the_spot"
    subjects: tuple[str, ...]
    values: str = ""


class CorrectedOnTheSpot(ChainHappening):
    """当场更正."""

    kind: ClassVar[str] = "corrected_on_the_spot"
    subjects: tuple[str, ...]
    values: str = ""

    def apply(self, state: ChainState) -> ChainState:
        return state.model_copy(update={"values": self.values or state.values})


def _correct(attempt: On[CorrectOnTheSpot]) -> tuple[Event, ...]:
    command = attempt.command
    happened = CorrectedOnTheSpot(document=command.document, subjects=command.subjects, values=command.values)
    return (happened.at(command.at),)


def _says_what(attempt: On[CorrectOnTheSpot]) -> str | None:
    return None if attempt.command.subjects else "请写明更正了什么。"


RULES = (
    Rule(
        "correct_on_the_spot", "当场更正", "Correct on the spot", (S.SUBMITTED, S.RECEIVED),
        (Role.APPLICANT, Role.CLERK), _correct,
        guards=(g.OWN, Guard("says_what", "写明更正的内容", _says_what, on_command=True)), basis=(law.ART_32,),
        silence="可以当场更正的错误，不得作为要求补正的理由",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[ChainHappening], ...] = (CorrectedOnTheSpot,)
