"""People with a major interest are told and heard, and so is the applicant (Arts. 7 and 36)."""

from dataclasses import dataclass
from datetime import date

from lianban.apps.cases.acting import By
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.apps.cases.models import Party, Statement
from lianban.apps.messages import public as messages
from lianban.apps.storage.encrypted import findable
from lianban.core.calendars.written import written
from lianban.core.proceedings.item_case import commands as i

MESSAGE = "party_told"


@dataclass(frozen=True)
class PartyTold:
    """Somebody whose interest is at stake. phone: where they are told; empty when they are told on paper."""

    name: str
    phone: str
    interest: str


def tell_party(number: str, party: PartyTold, respond_by: date, by: By, expected: int | None = None) -> ItemDone:
    """告知利害关系人. respond_by: last day to speak."""

    def tell(hand: InHand, key: str) -> None:
        child, digest = hand.children[key], person(party.name, party.phone)
        hand.move_item(key, i.TellParty(at=by.now, party=digest, respond_by=respond_by))
        Party.objects.create(
            proceeding_id=child.id,
            digest=digest,
            name=party.name,
            phone=party.phone,
            interest=party.interest,
            told_at=by.now,
        )
        if party.phone:
            text = (
                f"“{child.title}”的申请（{number}）直接关系您的重大利益：{party.interest}。"
                f"您可以在{written(respond_by)}前陈述和申辩，请到区政务服务中心综合受理窗口提出，或者拨打12345。"
            )
            messages.write(kind=MESSAGE, address=party.phone, text=text, now=by.now)

    return act("tell_party", number, by, expected, tell)


def hear_statement(number: str, words: str, by: By, expected: int | None = None, *, party: str = "") -> ItemDone:
    """听取陈述和申辩. party: digest of a person who was told; empty for the applicant's own statement."""

    def hear(hand: InHand, key: str) -> None:
        speaker = party or findable(f"person|{hand.parent.applicant}")
        hand.move_item(key, i.HearStatement(at=by.now, party=speaker, statement=findable(words)))
        Statement.objects.create(proceeding_id=hand.children[key].id, party=party, words=words, said_at=by.now)

    return act("hear_statement", number, by, expected, hear)


def person(name: str, phone: str) -> str:
    """Return the digest by which somebody without an account is known in the record."""
    return findable(f"party|{name.strip()}|{phone.strip()}")
