"""Acts of an authority that examines: second signatures, other views, promises, the end without a result."""

from datetime import date

from lianban.apps.cases import papers
from lianban.apps.cases.acting import By
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.core.proceedings.item_case import commands as i


def sign(number: str, by: By, expected: int | None = None) -> ItemDone:
    """会签 before the decision; who decides counts as one signature, so this is the second person's."""
    return act("sign", number, by, expected, lambda hand, key: hand.move_item(key, i.Sign(at=by.now)))


def consult(number: str, authority: str, question: str, due_on: date, by: By, expected: int | None = None) -> ItemDone:
    """征询 another authority's view until a day; the clock runs on."""

    def ask(hand: InHand, key: str) -> None:
        hand.move_item(key, i.Consult(at=by.now, authority=authority, question=question, due_on=due_on))

    return act("consult", number, by, expected, ask)


def answer_consultation(number: str, consultation: int, answer: str, by: By, expected: int | None = None) -> ItemDone:
    """Record the view that was asked for, or why the question is closed without one. consultation: its number."""

    def note(hand: InHand, key: str) -> None:
        hand.move_item(key, i.AnswerConsultation(at=by.now, number=consultation, answer=answer))

    return act("answer_consultation", number, by, expected, note)


def verify_commitment(
    number: str, material: str, *, fulfilled: bool, finding: str, by: By, expected: int | None = None
) -> ItemDone:
    """核查承诺: before the decision 事中, after it 事后."""

    def check(hand: InHand, key: str) -> None:
        manner = i.Manner.AFTERWARDS if hand.item(key).decision else i.Manner.DURING
        said = {"material": material, "manner": manner, "fulfilled": fulfilled, "finding": finding}
        hand.move_item(key, i.VerifyCommitment(at=by.now, **said))

    return act("verify_commitment", number, by, expected, check)


def terminate(number: str, cause: i.TerminateCause, reason: str, by: By, expected: int | None = None) -> ItemDone:
    """终止审查: the item ends without a decision; what waited for it is cancelled."""

    def end(hand: InHand, key: str) -> None:
        document = papers.termination(hand.children[key], hand.file, f"{cause.value}。{reason}", hand.by)
        hand.move_item(key, i.Terminate(at=by.now, cause=cause, reason=reason, document=document))

    return act("terminate", number, by, expected, end)
