"""What people wrote in one entry of a record is erased by law; the record says that it was, why and on whose order."""

from lianban.apps.cases import chain_acts, item_acts
from lianban.apps.cases.acting import SYSTEM, By
from lianban.apps.cases.in_hand import InHand
from lianban.apps.docket import public as docket
from lianban.core.proceedings.erasing import EraseCause, EraseWords


def erase_words(number: str, entry: int, cause: EraseCause, order: str, by: By) -> int:
    """Erase the words of an entry for good and return how many texts they were.

    number: of an application or item. entry: number of the entry in its record. order: number of the written decision.
    Raises NoSuchProceeding, GuardRefused where nothing is left to erase or no decision is named.
    """
    found: list[str] = []

    def command() -> EraseWords:
        found.extend(docket.forget(number, entry))
        return EraseWords(at=by.now, entry=entry, texts=tuple(found), cause=cause, order=order)

    def in_whole(hand: InHand) -> None:
        hand.move(command(), SYSTEM)

    def in_item(hand: InHand, key: str) -> None:
        hand.move_item(key, command(), SYSTEM)

    if docket.load(number).parent is None:
        chain_acts.act(EraseWords.action, number, by, None, in_whole)
    else:
        item_acts.act(EraseWords.action, number, by, None, in_item)
    return len(found)
