"""What an authority does with a licence it granted: change, recall, revoke, deregister (Arts. 8, 49, 69, 70)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from lianban.apps.cases import granting, papers_after, places
from lianban.apps.cases.acting import By
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.apps.cases.models import Statement
from lianban.apps.documents import public as documents
from lianban.apps.storage.encrypted import findable
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.item_case import commands as i


def ask_change(number: str, change: i.ChangeKind, words: str, by: By, expected: int | None = None) -> ItemDone:
    """The holder asks for a change, or to have the licence deregistered. words: what, and why."""

    def ask(hand: InHand, key: str) -> None:
        hand.move_item(key, i.AskChange(at=by.now, change=change, words=findable(words) if words.strip() else ""))
        Statement.objects.create(proceeding_id=hand.children[key].id, about=change.value, words=words, said_at=by.now)

    return act("ask_change", number, by, expected, ask)


def refuse_change(number: str, reasons: str, basis: str, by: By, expected: int | None = None) -> ItemDone:
    """不予变更, with reasons, basis and remedies."""

    def refuse(hand: InHand, key: str) -> None:
        document = _adverse(hand, key, DocumentKind.CHANGE_REFUSAL, {"reason": reasons, "basis": [basis]})
        said = {"reasons": reasons, "basis": law.as_written(basis), "remedies": places.remedies()}
        hand.move_item(key, i.RefuseChange(at=by.now, document=document, **said))

    return act("refuse_change", number, by, expected, refuse)


def amend(number: str, content: str, values: Mapping[str, object], by: By, expected: int | None = None) -> ItemDone:
    """变更. content: what changes, in words. values: elements of the form that the new licence shows differently."""

    def change(hand: InHand, key: str) -> None:
        said = {"content": content, "basis": [str(law.ART_49)]}
        document = papers_after.licence_act(DocumentKind.AMENDMENT, hand.children[key], hand.file, said, hand.by)
        hand.move_item(key, i.Amend(at=by.now, content=content, document=document))
        granting.reissue(hand.children[key], hand.file, values, f"变更，{document.number}", by)

    return act("amend", number, by, expected, change)


def recall(number: str, reasons: str, compensation: str, by: By, expected: int | None = None) -> ItemDone:
    """撤回: the law or the facts changed, the public interest needs it, and the holder is compensated."""

    def take_back(hand: InHand, key: str) -> None:
        said = {"reason": reasons, "compensation": compensation, "basis": [str(law.ART_8)]}
        document = _adverse(hand, key, DocumentKind.RECALL, said)
        paid = {"reasons": reasons, "compensation": compensation, "remedies": places.remedies()}
        hand.move_item(key, i.Recall(at=by.now, document=document, **paid))
        _end(hand, key, documents.LicenceState.LAPSED, document, by)

    return act("recall", number, by, expected, take_back)


@dataclass(frozen=True)
class Revocation:
    """Why a licence is undone. compensation: what is made good where the authority was at fault.

    public_harm: undoing it would gravely harm the public interest.
    """

    ground: i.RevocationGround
    reasons: str
    compensation: str = ""
    public_harm: bool = False


def revoke(number: str, said: Revocation, by: By, expected: int | None = None) -> ItemDone:
    """撤销, with the ground, the reasons, what is made good, and the remedies."""

    def undo(hand: InHand, key: str) -> None:
        words = {
            "reason": f"{said.ground.value}。{said.reasons}" if said.reasons.strip() else "",
            "compensation": said.compensation or "以不正当手段取得的利益不受保护，不予赔偿",
            "basis": [str(law.ART_69)],
        }
        document = _adverse(hand, key, DocumentKind.REVOCATION, words)
        undone = i.Revoke(at=by.now, document=document, remedies=places.remedies(), **asdict(said))
        hand.move_item(key, undone)
        _end(hand, key, documents.LicenceState.REVOKED, document, by)

    return act("revoke", number, by, expected, undo)


def deregister(
    number: str, ground: i.DeregistrationGround, reasons: str, by: By, expected: int | None = None
) -> ItemDone:
    """注销."""

    def strike(hand: InHand, key: str) -> None:
        words = {"reason": f"{ground.value}。{reasons}", "basis": [str(law.ART_70)]}
        document = _adverse(hand, key, DocumentKind.DEREGISTRATION, words)
        hand.move_item(key, i.Deregister(at=by.now, ground=ground, reasons=reasons, document=document))
        _end(hand, key, documents.LicenceState.CANCELLED, document, by)

    return act("deregister", number, by, expected, strike)


def _adverse(hand: InHand, key: str, kind: DocumentKind, said: Mapping[str, object]) -> DocumentRef:
    return papers_after.adverse_act(kind, hand.children[key], hand.file, said, hand.by)


def _end(hand: InHand, key: str, state: documents.LicenceState, document: DocumentRef, by: By) -> None:
    """The licences themselves lose their force; one that lost it before stays as it is."""
    for held in documents.licences_of(hand.children[key].id):
        if held.state in (documents.LicenceState.VALID, documents.LicenceState.HELD):
            documents.change_licence_state(held.id, state, reason=document.number, now=by.now)
