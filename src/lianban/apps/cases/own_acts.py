"""What an applicant does with one item: takes it back, or takes a promise back."""

from lianban.apps.cases import papers
from lianban.apps.cases.acting import By, context
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.apps.cases.promising import name_of
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.moments import local_day

DAYS_TO_BRING = 5
"""Working days in which the proof must come after its promise was taken back."""


def withdraw_item(number: str, reason: str, by: By, expected: int | None = None) -> ItemDone:
    """撤回 one item; the others go on, what waited for it is cancelled."""

    def take_back(hand: InHand, key: str) -> None:
        document = papers.withdrawal(hand.children[key], hand.file, reason, by)
        hand.move_item(key, i.Withdraw(at=by.now, reason=reason, document=document))

    return act("withdraw_item", number, by, expected, take_back)


def withdraw_commitment(number: str, material: str, by: By, expected: int | None = None) -> ItemDone:
    """撤回承诺: the proof itself must come within five working days, as any outstanding material."""

    def take_back(hand: InHand, key: str) -> None:
        last = context(by.now).calendar.add_working_days(local_day(by.now), DAYS_TO_BRING)
        name = name_of(hand.plan(), material)
        hand.move_item(key, i.WithdrawCommitment(at=by.now, material=material, name=name, supply_by=last))

    return act("withdraw_commitment", number, by, expected, take_back)
