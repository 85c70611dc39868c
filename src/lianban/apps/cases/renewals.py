"""Renewal of a licence (Art. 50): asked by its holder, decided before it ends, or granted by silence."""

from datetime import date, timedelta

from lianban.apps.cases import chain_acts, granting, papers_after, places
from lianban.apps.cases.acting import SYSTEM, By
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.core.calendars.written import written
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.chain_case.keeping import RemindOfChild
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.moments import local_day


def ask_renewal(number: str, by: By, expected: int | None = None) -> ItemDone:
    """申请延续; the application wakes when the licence ends, so that silence renews it."""

    def ask(hand: InHand, key: str) -> None:
        hand.move_item(key, i.AskRenewal(at=by.now))
        state = hand.item(key)
        if state.renewal_timely and state.valid_until:
            _remind(hand, key, state.valid_until + timedelta(days=1))

    return act("ask_renewal", number, by, expected, ask)


def renew(number: str, until: date, by: By, expected: int | None = None) -> ItemDone:
    """准予延续. until: the new last day."""

    def prolong(hand: InHand, key: str) -> None:
        said = {"validity": f"至{written(until)}", "basis": [str(law.ART_50)]}
        document = papers_after.licence_act(DocumentKind.RENEWAL, hand.children[key], hand.file, said, hand.by)
        hand.move_item(key, i.Renew(at=by.now, until=until, document=document))
        granting.reissue(hand.children[key], hand.file, {}, f"延续，{document.number}", by)
        _remind(hand, key, None)

    return act("renew", number, by, expected, prolong)


def refuse_renewal(number: str, reasons: str, basis: str, by: By, expected: int | None = None) -> ItemDone:
    """不予延续, with reasons, basis and remedies."""

    def refuse(hand: InHand, key: str) -> None:
        words = {"reason": reasons, "basis": [basis]}
        document = papers_after.adverse_act(DocumentKind.RENEWAL_REFUSAL, hand.children[key], hand.file, words, hand.by)
        said = {"reasons": reasons, "basis": law.as_written(basis), "remedies": places.remedies()}
        hand.move_item(key, i.RefuseRenewal(at=by.now, document=document, **said))
        _remind(hand, key, None)

    return act("refuse_renewal", number, by, expected, refuse)


def renew_by_silence(number: str, by: By) -> chain_acts.Done:
    """视为准予延续 of every licence of an application that ended while a timely request waited."""

    def prolong(hand: InHand) -> None:
        due = [key for key, day in hand.state.reminders.items() if day <= local_day(by.now)]
        for key in due:
            child, state = hand.children[key], hand.item(key)
            if state.renewal_asked_on and state.renewal_timely:
                hand.move_item(key, i.DeemRenewed(at=by.now, until=granting.renewed_until(child)), SYSTEM)
                granting.reissue(hand.children[key], hand.file, {}, "逾期未决定，视为准予延续", by)
            _remind(hand, key, None)

    return chain_acts.act("renew_by_silence", number, by, None, prolong)


def _remind(hand: InHand, key: str, on: date | None) -> None:
    if hand.state.reminders.get(key) != on:
        hand.move(RemindOfChild(at=hand.by.now, item=key, on=on), SYSTEM)
