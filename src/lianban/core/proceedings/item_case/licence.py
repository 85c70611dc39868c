"""The life of a licence after the decision: change, recall, revocation, deregistration. See renewal for its end."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from lianban.core.clocks.due import add_months
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import fields_of
from lianban.core.kernel.words import Words
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, Standing, moved
from lianban.core.proceedings.item_case.state import (
    IN_FORCE,
    ItemState,
    LicenceStanding,
    LinkedAct,
    RevocationGround,
    Validity,
)
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule
from lianban.core.proceedings.shared import Remedies


class Amend(Command):
    """变更. content: what changes; validity: when it changes too."""

    action: ClassVar[str] = "amend"
    content: str
    validity: Validity | None = None


class Recall(Command):
    """撤回: the law or the facts changed and the public interest needs it. compensation: what is paid."""

    action: ClassVar[str] = "recall"
    reasons: str
    compensation: str
    remedies: Remedies


class Revoke(Command):
    """撤销 of a licence that should not have been granted.

    public_harm: revoking would gravely harm the public interest, so it is not done. compensation: what is paid where
    the authority was at fault, in words; whoever cheated gets nothing and keeps nothing (Art. 69).
    """

    action: ClassVar[str] = "revoke"
    ground: RevocationGround
    reasons: str
    remedies: Remedies
    public_harm: bool = False
    compensation: str = ""


class DeregistrationGround(StrEnum):
    """Art. 70."""

    EXPIRED = "有效期届满未延续"
    PERSON_GONE = "公民死亡或者丧失行为能力"
    BODY_ENDED = "法人或者其他组织依法终止"
    TAKEN_AWAY = "许可依法被撤销、撤回或者证件被吊销"
    IMPOSSIBLE = "因不可抗力无法实施"
    OTHER = "法律、法规规定的其他情形"


class Deregister(Command):
    """注销."""

    action: ClassVar[str] = "deregister"
    ground: DeregistrationGround
    reasons: str


class LicenceAct(ItemHappening):
    """An act linked to the decision."""

    act: LinkedAct

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, acts=(*state.acts, self.act))


class Amended(LicenceAct):
    """变更."""

    kind: ClassVar[str] = "amended"
    validity: Validity | None = None

    def apply(self, state: ItemState) -> ItemState:
        until = self.validity.until if self.validity else state.valid_until
        return moved(super().apply(state), valid_until=until, change_asked=None)


class Recalled(LicenceAct):
    """撤回."""

    kind: ClassVar[str] = "recalled"
    compensation: Words
    remedies: Remedies

    def apply(self, state: ItemState) -> ItemState:
        return moved(super().apply(state), standing=LicenceStanding.RECALLED)


class Revoked(LicenceAct):
    """撤销. barred_until: the holder may not apply again until then (Art. 79)."""

    kind: ClassVar[str] = "revoked"
    ground: RevocationGround
    remedies: Remedies
    compensation: Words = ""
    barred_until: date | None = None

    def apply(self, state: ItemState) -> ItemState:
        revoked = super().apply(state)
        return moved(revoked, standing=LicenceStanding.REVOKED, barred_until=self.barred_until)


class Deregistered(LicenceAct):
    """注销."""

    kind: ClassVar[str] = "deregistered"
    ground: DeregistrationGround

    def apply(self, state: ItemState) -> ItemState:
        return moved(super().apply(state), standing=LicenceStanding.DEREGISTERED, change_asked=None)


def act_of(attempt: On[Command], name: str, reasons: str, *basis: LegalBasis) -> LinkedAct:
    """Return the act as it is linked to the decision."""
    command = attempt.command
    return LinkedAct(act=name, on=local_day(command.at), reasons=reasons, document=command.document, basis=basis)


def _amend(attempt: On[Amend]) -> tuple[Event, ...]:
    command = attempt.command
    act = act_of(attempt, "变更", command.content, law.ART_49)
    return (Amended(document=command.document, act=act, validity=command.validity).at(command.at),)


def _recall(attempt: On[Recall]) -> tuple[Event, ...]:
    command = attempt.command
    act = act_of(attempt, "撤回", command.reasons, law.ART_8)
    said = fields_of(command, "document", "compensation", "remedies")
    return (Recalled(act=act, **said).at(command.at),)


def _revoke(attempt: On[Revoke]) -> tuple[Event, ...]:
    command = attempt.command
    barred = command.ground is RevocationGround.FRAUD and attempt.state.safety
    act = act_of(attempt, "撤销", command.reasons, law.ART_69)
    until = add_months(local_day(command.at), 36) if barred else None
    said = fields_of(command, "document", "ground", "remedies", "compensation")
    return (Revoked(act=act, barred_until=until, **said).at(command.at),)


def _deregister(attempt: On[Deregister]) -> tuple[Event, ...]:
    command = attempt.command
    act = act_of(attempt, "注销", command.reasons, law.ART_70)
    return (Deregistered(document=command.document, act=act, ground=command.ground).at(command.at),)


def _holds(attempt: Standing) -> str | None:
    return None if attempt.state.standing is LicenceStanding.IN_FORCE else "没有有效的许可。"


def _not_deregistered(attempt: Standing) -> str | None:
    lost = attempt.state.standing in (None, LicenceStanding.DEREGISTERED)
    return "没有可以注销的许可。" if lost else None


def _reasoned(attempt: Standing) -> str | None:
    if not attempt.command.reasons.strip():
        return "须说明理由。"
    lacks: str | None = attempt.command.remedies.lacks
    return lacks


def _compensated(attempt: On[Recall]) -> str | None:
    return (
        None
        if attempt.command.compensation.strip()
        else "撤回许可给公民、法人或者其他组织造成财产损失的，应当依法补偿。请写明补偿。"
    )


def _public_interest(attempt: On[Revoke]) -> str | None:
    return "撤销可能对公共利益造成重大损害的，不予撤销。" if attempt.command.public_harm else None


def _made_good(attempt: On[Revoke]) -> str | None:
    command = attempt.command
    if command.ground is RevocationGround.FRAUD:
        return "以欺骗、贿赂取得的利益不受保护，不予赔偿。" if command.compensation.strip() else None
    told = command.compensation.strip()
    return None if told else "被许可人的合法权益受到损害的，应当依法给予赔偿。请写明赔偿，或者写明没有造成损害。"


def _ground_true(attempt: On[Deregister]) -> str | None:
    state, ground, today = attempt.state, attempt.command.ground, local_day(attempt.command.at)
    if ground is DeregistrationGround.EXPIRED and not (state.valid_until and today > state.valid_until):
        return "许可的有效期尚未届满。"
    gone = state.standing in (LicenceStanding.RECALLED, LicenceStanding.REVOKED)
    return "许可没有被撤销或者撤回。" if ground is DeregistrationGround.TAKEN_AWAY and not gone else None


HOLDS = Guard("in_force", "许可有效", _holds)
REASONED = Guard("reasoned_act", "理由与救济齐备", _reasoned, on_command=True)

RULES = (
    Rule(
        "amend", "变更许可", "Change the licence", IN_FORCE, (Role.APPROVER,), _amend,
        guards=(OWN_AUTHORITY, HOLDS), document=DocumentKind.AMENDMENT, basis=(law.ART_49,),
    ),
    Rule(
        "recall", "撤回许可", "Recall the licence", IN_FORCE, (Role.APPROVER,), _recall,
        guards=(OWN_AUTHORITY, HOLDS, REASONED, Guard("compensated", "写明补偿", _compensated, on_command=True)),
        document=DocumentKind.RECALL, basis=(law.ART_8,),
    ),
    Rule(
        "revoke", "撤销许可", "Revoke the licence", IN_FORCE, (Role.APPROVER,), _revoke,
        guards=(
            OWN_AUTHORITY, HOLDS, REASONED,
            Guard("public_interest", "不会对公共利益造成重大损害", _public_interest, on_command=True),
            Guard("made_good", "写明赔偿；以欺骗、贿赂取得的不赔偿", _made_good, on_command=True),
        ),
        document=DocumentKind.REVOCATION, basis=(law.ART_69, law.ART_79),
    ),
    Rule(
        "deregister", "注销许可", "Deregister the licence", IN_FORCE, (Role.APPROVER,), _deregister,
        guards=(
            OWN_AUTHORITY,
            Guard("not_deregistered", "许可尚未注销", _not_deregistered),
            Guard("ground_true", "注销的情形属实", _ground_true, on_command=True),
        ),
        document=DocumentKind.DEREGISTRATION, basis=(law.ART_70,),
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (
    Amended, Recalled, Revoked, Deregistered,
)  # fmt: skip
