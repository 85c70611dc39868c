"""What was asked beyond the one-time list: told to the applicant, and seen by supervision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from lianban.apps.accounts import public as accounts
from lianban.apps.cases.acting import By
from lianban.apps.cases.lists import Reader
from lianban.apps.docket import public as docket
from lianban.apps.docket.models import EventRow
from lianban.apps.docket.visibility import seen_by
from lianban.apps.messages import public as messages
from lianban.core.chains.plan import FREE, Need, Plan
from lianban.core.proceedings.chain_case.beyond import AskedBeyondNotice
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.moments import midnight
from lianban.core.proceedings.shared import Correction

MESSAGE = "asked_beyond_notice"
SUBJECT = "beyond."
"""What the keys begin with of things asked beyond the list that no catalogue knows."""


@dataclass(frozen=True, slots=True)
class BeyondNotice:
    """One thing asked beyond the list. number: of the application. person: account of the clerk who asked.

    reason, basis: in words; basis: one entry per law. seq: of the event. told_at: when the message to the applicant
    went out, None while it waits. not_told: why it could not be delivered, empty otherwise.
    """

    number: str
    title: str
    chain: str
    authority: str
    hall: str
    name: str
    problem: str
    remedy: str
    reason: str
    basis: tuple[str, ...]
    person: str
    asked_at: datetime
    seq: int
    applicant: UUID | None
    told_at: datetime | None = None
    not_told: str = ""


def told(plan: Plan, handed_in: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what the one-time list of a plan asks of the applicant: keys of materials, then of fields.

    What the platform fetches or passes on itself is told as not to be handed in. handed_in: materials the applicant
    supplied all the same; those may be asked to be put right.
    """
    asked = (each.key for each in plan.materials if each.need is not Need.NOT_NEEDED and each.marking not in FREE)
    fields = (field.key for field in plan.fields)
    return tuple(dict.fromkeys((*asked, *handed_in, *fields)))


def tell_applicant(number: str, state: ChainState, corrections: Iterable[Correction], by: By) -> None:
    """Write to the applicant what was asked beyond the list, why, and that supervision knows."""
    for each in corrections:
        if each.beyond is None:
            continue
        laws = "、".join(str(law) for law in each.beyond.basis)
        text = (
            f"您的申请{number}：窗口提出了一次性告知清单之外的要求“{each.name}”。理由：{each.beyond.reason}。"
            f"依据：{laws}。该要求已同时报监察；认为不合理的，可以拨打12345反映。"
        )
        person = UUID(state.applicant)
        phone = accounts.full_card(person).phone
        messages.write(kind=MESSAGE, address=phone, text=text, now=by.now, person=person)


def beyond_notices(reader: Reader, first: date | None = None, last: date | None = None) -> tuple[BeyondNotice, ...]:
    """Return what was asked beyond the list in the cases the reader may see, the latest first.

    first, last: the local days between which it was recorded; None does not narrow.
    """
    found = seen_by(reader.actor, EventRow.objects.filter(kind=AskedBeyondNotice.kind), "proceeding")
    if first:
        found = found.filter(recorded_at__gte=midnight(first))
    if last:
        found = found.filter(recorded_at__lt=midnight(last + timedelta(days=1)))
    rows = found.select_related("proceeding", "texts").order_by("-recorded_at", "-id")
    return _with_messages([each for row in rows for each in _rows(row)])


def _with_messages(notices: Sequence[BeyondNotice]) -> tuple[BeyondNotice, ...]:
    """Add when each applicant was told."""
    written = messages.messages_of_kind(MESSAGE, (each.applicant for each in notices if each.applicant))
    return tuple(_with_message(each, written) for each in notices)


def _with_message(notice: BeyondNotice, written: Iterable[tuple[UUID, messages.Message]]) -> BeyondNotice:
    for person, message in written:
        if person == notice.applicant and notice.number in message.text and f"“{notice.name}”" in message.text:
            return replace(notice, told_at=message.sent_at, not_told=message.refusal)
    return notice


def _rows(row: EventRow) -> Iterable[BeyondNotice]:
    happened, case = AskedBeyondNotice.model_validate(docket.read_payload(row)), row.proceeding
    actor: Mapping[str, Any] = row.actor
    for each in happened.demands:
        yield BeyondNotice(
            number=case.number,
            title=case.title,
            chain=case.chain,
            authority=case.authority,
            hall=case.hall,
            name=each.name,
            problem=each.problem,
            remedy=each.remedy,
            reason=each.beyond.reason if each.beyond else "",
            basis=tuple(str(law) for law in each.beyond.basis) if each.beyond else (),
            person=str(actor.get("person", "")),
            asked_at=row.recorded_at,
            seq=row.seq,
            applicant=case.applicant,
        )
