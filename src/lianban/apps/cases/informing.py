"""What the applicant is told by message, in the very words of the timeline."""

from collections.abc import Iterable
from uuid import UUID

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import places
from lianban.apps.docket import public as docket
from lianban.apps.messages import public as messages
from lianban.core.proceedings.events import Recorded
from lianban.core.proceedings.timeline import Line, lines

MESSAGE = "case_news"
TOLD: dict[str, frozenset[str]] = {
    "chain_case": frozenset(
        {
            "submitted", "notified_once", "supplement_returned", "accepted", "extended_jointly", "jointly_called",
            "jointly_moved",
            "jointly_closed", "redated", "rejected", "lapsed",
        }
    ),
    "item_case": frozenset(
        {
            "checked_by_rule", "stopped", "resumed", "extended", "transferred_up", "hearing_right_told",
            "hearing_notified", "granted", "refused", "terminated", "cancelled", "amended", "change_refused",
            "renewed", "renewal_refused",
            "recalled", "revoked", "deregistered",
        }
    ),
}  # fmt: skip
"""Events that somebody waits for, or that change what they may do; what they did themselves they know.

A submission is told where a clerk handed it in for them.
"""


def tell(on: docket.Loaded, recorded: Iterable[Recorded], applicant: str) -> None:
    """Write to the applicant what happened, in the transaction in which it did; nothing where no number is known.

    on: the application or item it happened to. applicant: account id.
    """
    news = [each for each in recorded if each.kind in TOLD[on.procedure]]
    if not news:
        return
    person = UUID(applicant)
    phone = accounts.full_card(person).phone
    names = places.authority_names()
    for event, line in zip(news, lines(on.procedure, news, public=True, names=names), strict=True):
        if phone:
            text = f"您的申请{on.number}“{on.title}”：{_said(line)}"
            messages.write(kind=MESSAGE, address=phone, text=text, now=event.recorded_at, person=person)


def _said(line: Line) -> str:
    paper = f"文书：{line.document_kind} {line.document}" if line.document else ""
    return "".join(f"{part.rstrip('。')}。" for part in (line.text, line.detail, paper) if part)
