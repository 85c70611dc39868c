"""Results reach their holder, and the holder says how it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import papers
from lianban.apps.cases.acting import By
from lianban.apps.cases.chain_acts import Done, act
from lianban.apps.cases.crediting import SUBJECTS
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.models import Rating
from lianban.apps.cases.rating_indicators import check_rating
from lianban.apps.storage.encrypted import findable
from lianban.apps.storage.wired import ports
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case.state import Occasion
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.shared import Handover, Way
from lianban.ports.carrier import Parcel


@dataclass(frozen=True)
class Collector:
    """Who stands at the window. id_number: as on the document the clerk compared. mandate: number of the 授权委托书."""

    name: str
    id_number: str
    by_agent: bool = False
    mandate: str = ""


class NotTheApplicant(DomainError):
    """Whoever collects is neither the applicant nor named in the form as acting for it."""

    code = "NOT_THE_APPLICANT"

    def __init__(self) -> None:
        super().__init__(
            "证件号码与申请人、法定代表人都不一致。由他人代领的，请选择“由他人代领”并登记授权委托书。",
            field="id_number",
        )


def hand_over(number: str, items: Sequence[str], collector: Collector, by: By, expected: int | None = None) -> Done:
    """领取 at the window: the clerk compared person and document. Raises NotTheApplicant."""
    handover = Handover(
        way=Way.PICKUP,
        collector=findable(f"id|{collector.id_number.strip().upper()}") if collector.id_number.strip() else "",
        by_agent=collector.by_agent,
        authorisation=findable(collector.mandate) if collector.mandate.strip() else "",
        identity_checked=bool(collector.name.strip() and collector.id_number.strip()),
    )
    relation = "代理人" if collector.by_agent else "本人"
    signer = f"{collector.name}（{relation}）"

    def give(hand: InHand) -> None:
        if collector.id_number.strip() and not collector.by_agent and not _is_applicant(hand, collector):
            raise NotTheApplicant
        _deliver(hand, items, handover, signer)

    return act("deliver", number, by, expected, give)


def post(number: str, items: Sequence[str], by: By, expected: int | None = None) -> Done:
    """邮寄 to the address the applicant gave; the carrier's number goes on record."""

    def send(hand: InHand) -> None:
        to = hand.file.delivery
        carrier = ports().carrier
        parcel = Parcel(
            reference=f"{number}-{by.key}",
            recipient=to.get("recipient") or hand.file.applicant_name,
            phone=to.get("phone", ""),
            address=to.get("address", ""),
            content="证照与文书",
        )
        tracking = carrier.book(parcel, by.now)
        handover = Handover(way=Way.POST, carrier=carrier.name, tracking_no=tracking)
        _deliver(hand, items, handover, f"{parcel.recipient}（邮寄签收）")

    return act("deliver", number, by, expected, send)


def rate(number: str, stars: int, indicators: Sequence[str], words: str, by: By) -> Done:
    """评价 once per service event. stars: 5 非常满意 … 1 非常不满意. Raises when an indicator is of another level."""
    check_rating(stars, indicators, words)

    def give(hand: InHand) -> None:
        given = c.Rate(at=by.now, occasion=Occasion.ONLINE, stars=stars, comment=findable(words) if words else "")
        hand.move(given)
        Rating.objects.create(
            case=hand.file, stars=stars, indicators=list(indicators), words=words[:1000], rated_at=by.now
        )

    return act("rate", number, by, None, give)


def _is_applicant(hand: InHand, collector: Collector) -> bool:
    """Whether the number on the document is that of the applicant's account or of somebody the form names."""
    typed = collector.id_number.strip().upper()
    named = {str(hand.file.values.get(key, "")).upper() for key in SUBJECTS}
    return typed in named or accounts.find_citizen(typed) == hand.parent.applicant


def _deliver(hand: InHand, items: Sequence[str], handover: Handover, signer: str) -> None:
    now = hand.by.now
    names = [f"{ref.kind.value} {ref.number}" for key in items for ref in hand.item(key).documents]
    document = papers.delivery(hand.parent, hand.file, names, handover, signer, hand.by)
    hand.move(c.Deliver(at=now, items=tuple(items), handover=handover, document=document))
    for key in items:
        hand.move_item(key, i.Deliver(at=now, handover=handover, document=document))
