"""Every lawful act of an authority on its item."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import transaction

from lianban.apps.cases import granting, papers, places
from lianban.apps.cases.acting import By, expect, once, visible
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.inspecting import Inspection, digests_of
from lianban.apps.cases.standing_in import in_whose_stead
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.item_case import commands as i

Beats = Callable[[InHand, str], None]
"""Decide, issue and append on one item of a locked case; the second argument is the item's key."""


@dataclass(frozen=True)
class ItemDone:
    """What an act on an item led to. document: number of the document it issued, or empty."""

    number: str
    case: str
    state: str
    version: int
    document: str = ""


def review(
    number: str, stage: str, opinion: str, by: By, expected: int | None = None, inspection: Inspection | None = None
) -> ItemDone:
    """Record a reviewer's opinion. inspection: when the substance was checked on site (Art. 34); it goes on paper."""

    def note(hand: InHand, key: str) -> None:
        said = i.Review(at=by.now, step=stage, opinion=opinion)
        if inspection:
            written = papers.inspection(hand.children[key], hand.file, inspection, hand.by)
            seen = {"on_site": True, "inspectors": digests_of(inspection.inspectors), "document": written}
            said = said.model_copy(update=seen)
        hand.move_item(key, said)

    return act("review", number, by, expected, note)


def return_for_rework(number: str, stage: str, reason: str, by: By, expected: int | None = None) -> ItemDone:
    """Send the item back to an earlier step inside the authority."""

    def send_back(hand: InHand, key: str) -> None:
        hand.move_item(key, i.ReturnForRework(at=by.now, step=stage, reason=reason))

    return act("return_for_rework", number, by, expected, send_back)


def grant(
    number: str, said: Mapping[str, str], by: By, expected: int | None = None, *, on_record: bool = False
) -> ItemDone:
    """准予, with the decision's document and the licences that follow. said: what the approver changes in its words.

    on_record: it rests on the record of the hearing that was held.
    """

    def decide(hand: InHand, key: str) -> None:
        child = hand.children[key]
        document = papers.grant(child, hand.file, granting.said_of(child, said), hand.by)
        basis = granting.definition(child).legal_basis
        holds = granting.validity(child, by)
        granted = i.Grant(at=by.now, document=document, validity=holds, basis=basis, on_record=on_record)
        hand.move_item(key, granted)

    return act("grant", number, by, expected, decide)


@dataclass(frozen=True)
class Refusal:
    """Why an item is refused. facts: what was found. basis: the article, in words.

    on_record: it rests on the record of the hearing. false_material: something was hidden or forged (Art. 78).
    """

    facts: str
    reasons: str
    basis: str
    on_record: bool = False
    false_material: bool = False


def refuse(number: str, said: Refusal, by: By, expected: int | None = None) -> ItemDone:
    """不予许可, with facts, reasons, basis and remedies."""

    def decide(hand: InHand, key: str) -> None:
        child = hand.children[key]
        decided = {"reasons": said.reasons, "on_record": said.on_record, "false_material": said.false_material}
        refused = i.Refuse(at=by.now, basis=law.as_written(said.basis), remedies=places.remedies(), **decided)
        document = papers.refusal(child, hand.file, said.facts, refused, hand.by)
        hand.move_item(key, refused.model_copy(update={"document": document}))

    return act("refuse", number, by, expected, decide)


def act(name: str, number: str, by: By, expected: int | None, beats: Beats) -> ItemDone:
    """Lock the case, check that the page was fresh, do the act, and answer the same when it is sent again.

    It is done for whoever has the item in hand, where the actor stands in for them.
    """

    @transaction.atomic
    def obey() -> dict[str, object]:
        visible(number, by.actor)
        hand = InHand(number, by)
        key = hand.key_of(number)
        expect(hand.children[key], expected)
        hand.by = in_whose_stead(by, hand.item(key).holder)
        before = len(hand.item(key).documents)
        beats(hand, key)
        hand.ledger.write()
        state = hand.item(key)
        issued = state.documents[before:]
        return {
            "number": number,
            "case": hand.parent.number,
            "state": state.status.value,
            "version": hand.children[key].version,
            "document": issued[0].number if issued else "",
        }

    return ItemDone(**once(by, {"act": name, "number": number}, obey))
