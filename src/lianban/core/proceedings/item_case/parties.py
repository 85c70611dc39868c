"""People with a major interest are told and heard (Art. 36)."""

from datetime import date
from typing import ClassVar

from lianban.core.proceedings import articles as law
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, moved
from lianban.core.proceedings.item_case.state import IN_HAND, InterestedParty, ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule


class TellParty(Command):
    """A person whose interest is at stake is told. party: digest of the person. respond_by: time to speak."""

    action: ClassVar[str] = "tell_party"
    party: str
    respond_by: date


class HearStatement(Command):
    """陈述和申辩 of the applicant or a person with an interest. party: digest. statement: digest of the words."""

    action: ClassVar[str] = "hear_statement"
    party: str
    statement: str


class PartyTold(ItemHappening):
    """告知利害关系人."""

    kind: ClassVar[str] = "party_told"
    party: str
    told_on: date
    respond_by: date

    def apply(self, state: ItemState) -> ItemState:
        told = InterestedParty(party=self.party, told_on=self.told_on, respond_by=self.respond_by)
        return moved(state, parties=(*state.parties, told))


class StatementHeard(ItemHappening):
    """听取意见."""

    kind: ClassVar[str] = "statement_heard"
    party: str
    statement: str

    def apply(self, state: ItemState) -> ItemState:
        said = {"statement": self.statement}
        parties = (each.model_copy(update=said) if each.party == self.party else each for each in state.parties)
        return moved(state, parties=tuple(parties))


def _tell(attempt: On[TellParty]) -> tuple[Event, ...]:
    command = attempt.command
    told = PartyTold(party=command.party, told_on=local_day(command.at), respond_by=command.respond_by)
    return (told.at(command.at),)


def _hear(attempt: On[HearStatement]) -> tuple[Event, ...]:
    command = attempt.command
    heard = StatementHeard(party=command.party, statement=command.statement, document=command.document)
    return (heard.at(command.at),)


def _time_to_speak(attempt: On[TellParty]) -> str | None:
    command = attempt.command
    if any(each.party == command.party for each in attempt.state.parties):
        return "已经告知该利害关系人。"
    early = command.respond_by <= local_day(command.at)
    return "须给利害关系人留出陈述和申辩的时间。" if early else None


RULES = (
    Rule(
        "tell_party", "告知利害关系人", "Tell a person with an interest", IN_HAND, (Role.APPROVER,), _tell,
        guards=(OWN_AUTHORITY, Guard("time_to_speak", "留出陈述和申辩的时间", _time_to_speak, on_command=True)),
        basis=(law.ART_36,), silence="期满未陈述的，可以作出决定",
    ),
    Rule(
        "hear_statement", "听取陈述申辩", "Hear a statement", IN_HAND,
        (Role.APPROVER, Role.CLERK, Role.APPLICANT), _hear,
        basis=(law.ART_7, law.ART_36),
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (PartyTold, StatementHeard)
