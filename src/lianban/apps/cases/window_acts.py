"""What a window does with an application beside accepting it."""

from collections.abc import Mapping, Sequence

from lianban.apps.cases.acting import By
from lianban.apps.cases.chain_acts import Done, act
from lianban.apps.cases.in_hand import InHand
from lianban.apps.storage.encrypted import findable
from lianban.core.kernel.canonical import canonical_json
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case.on_the_spot import CorrectOnTheSpot


def correct_on_the_spot(number: str, values: Mapping[str, object], by: By, expected: int | None = None) -> Done:
    """当场更正. values: changed form values."""

    def correct(hand: InHand) -> None:
        file = hand.file
        stamp = ""
        if values:
            file.values = {**file.values, **values}
            file.save(update_fields=["values"])
            stamp = findable(canonical_json(file.values).decode())
        hand.move(CorrectOnTheSpot(at=by.now, subjects=tuple(values), values=stamp))

    return act("correct_on_the_spot", number, by, expected, correct)


def return_supplement(number: str, subjects: Sequence[str], reason: str, by: By, expected: int | None = None) -> Done:
    """退回补正: what came is not what the notice asked; nothing new may be asked."""

    def send_back(hand: InHand) -> None:
        hand.move(c.ReturnSupplement(at=by.now, subjects=tuple(subjects), reason=reason))

    return act("return_supplement", number, by, expected, send_back)
