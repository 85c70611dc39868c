"""Hearings (Arts. 46 to 48): the right is told, asked for or given up; the hearing is announced, held and recorded."""

from dataclasses import dataclass
from datetime import datetime

from lianban.apps.cases import papers, papers_after
from lianban.apps.cases.acting import By, context
from lianban.apps.cases.announcing import announce
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.core.clocks.due import due_on
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.item_case.hearing import TO_ASK
from lianban.core.proceedings.moments import local_day


@dataclass(frozen=True)
class Announced:
    """When and where a hearing takes place. host: account id of who presides; host_name: as the notice says it."""

    held_at: datetime
    place: str
    host: str
    host_name: str


@dataclass(frozen=True)
class Minutes:
    """What was said at a hearing.

    host: who presided. present: who took part. signatures: who signed, or why somebody did not.
    """

    present: str
    statements: str
    signatures: str
    host: str = ""


def tell_hearing_right(
    number: str, reason: str, by: By, expected: int | None = None, *, ex_officio: bool = False
) -> ItemDone:
    """Tell the right to a hearing. ex_officio: it is held in any case, because the law or the public asks for it."""

    def tell(hand: InHand, key: str) -> None:
        last = due_on(TO_ASK, local_day(by.now), context(by.now).calendar).on
        document = papers_after.hearing_right(hand.children[key], hand.file, reason, last, hand.by)
        hand.move_item(key, i.TellHearingRight(at=by.now, ex_officio=ex_officio, document=document))

    return act("tell_hearing_right", number, by, expected, tell)


def request_hearing(number: str, by: By, expected: int | None = None, *, party: str = "") -> ItemDone:
    """Ask for a hearing, within five working days of being told.

    party: digest of a person with an interest who asked on paper; empty when whoever acts asks, a clerk for the
    applicant.
    """

    def ask(hand: InHand, key: str) -> None:
        asker = hand.state.applicant if by.actor.role is Role.CLERK else by.actor.on_behalf_of or by.actor.person
        hand.move_item(key, i.RequestHearing(at=by.now, by=party or asker))

    return act("request_hearing", number, by, expected, ask)


def waive_hearing(number: str, by: By, expected: int | None = None) -> ItemDone:
    """Give the right to a hearing up."""
    return act("waive_hearing", number, by, expected, lambda hand, key: hand.move_item(key, i.WaiveHearing(at=by.now)))


def notify_hearing(number: str, plan: Announced, by: By, expected: int | None = None) -> ItemDone:
    """Say seven working days ahead when, where and under whom it takes place; to everybody where it is ex officio."""

    def notify(hand: InHand, key: str) -> None:
        said = {"held_at": papers.moment(plan.held_at), "place": plan.place, "host": plan.host_name}
        document = papers_after.hearing_notice(hand.children[key], hand.file, said, hand.by)
        held_on = local_day(plan.held_at)
        told = i.NotifyHearing(at=by.now, held_on=held_on, place=plan.place, host=plan.host, document=document)
        hand.move_item(key, told)
        hearing = hand.item(key).hearing
        if hearing and hearing.ex_officio:
            announce(hand.children[key], plan.held_at, plan.place, by.now)

    return act("notify_hearing", number, by, expected, notify)


def hold_hearing(number: str, minutes: Minutes, by: By, expected: int | None = None) -> ItemDone:
    """Record that it was held; the signed record goes on paper and the decision rests on it."""

    def hold(hand: InHand, key: str) -> None:
        said = {
            "held_at": papers.moment(by.now),
            "host": minutes.host,
            "present": minutes.present,
            "statements": minutes.statements,
            "signatures": minutes.signatures,
        }
        document = papers_after.hearing_record(hand.children[key], hand.file, said, hand.by)
        hand.move_item(key, i.HoldHearing(at=by.now, document=document))

    return act("hold_hearing", number, by, expected, hold)
