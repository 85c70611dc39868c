"""What an authority found in a joint act stands in its item as the review of the steps that were done there."""

from datetime import date
from typing import ClassVar

from lianban.core.proceedings import articles as law
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import On
from lianban.core.proceedings.item_case.review import SITE_RECORDED, TWO_ON_SITE, ReturnedForRework, Reviewed
from lianban.core.proceedings.item_case.state import IN_HAND, Opinion
from lianban.core.proceedings.procedure import Command, Happening, Rule


class EnterJointOpinion(Command):
    """A joint act is over. steps: of this item, done there. by: account id of who said it, on the day `found_on`.

    document: the record that all items share, where it was a visit.
    """

    action: ClassVar[str] = "enter_joint_opinion"
    steps: tuple[str, ...]
    by: str
    opinion: str
    passed: bool
    found_on: date
    on_site: bool = False
    inspectors: tuple[str, ...] = ()


def _enter(attempt: On[EnterJointOpinion]) -> tuple[Event, ...]:
    command = attempt.command
    happened = Reviewed if command.passed else ReturnedForRework
    said = {"by": command.by, "text": command.opinion, "passed": command.passed, "on": command.found_on}
    opinions = [
        Opinion.model_validate({"step": step, "inspectors": command.inspectors, **said}) for step in command.steps
    ]
    papers = (command.document, *(None for _ in opinions))
    return tuple(
        happened(opinion=opinion, document=paper).at(command.at)
        for opinion, paper in zip(opinions, papers, strict=False)
    )


RULES = (
    Rule(
        "enter_joint_opinion", "记入联合办理意见", "Enter the opinion of a joint act", IN_HAND, (Role.SYSTEM,), _enter,
        guards=(TWO_ON_SITE, SITE_RECORDED), basis=(law.ART_26, law.ART_34),
        silence="没有提出意见的不记入，本部门须自行核查",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = ()
