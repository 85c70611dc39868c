"""What happened, and who was faster."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Role
from lianban.web.portal.words import named, paper_words, spoken


def _person(line: cases.TimelineLine) -> str:
    """Who of the staff acted, and for whom."""
    stood_in = _("代%(name)s") % {"name": line.for_whom} if line.for_whom else ""
    return f"{line.who}（{stood_in}）" if stood_in else line.who


@dataclass(frozen=True, slots=True)
class Faster:
    """Who moved a case last, and what that was. name: as staff are called; empty when the system did it."""

    name: str
    at: datetime
    text: str


def entries(view: cases.CaseView, open_address: Callable[[UUID], str], item: str = "") -> list[dict[str, object]]:
    """Return the record as a timeline, newest first. item: only what concerns one item."""
    told = [line for line in reversed(view.timeline) if not item or line.item in ("", item)]
    return [
        {
            "title": _about(spoken(line.text, line.text_en), line.item_name, bool(item)),
            "tone": "now" if place == 0 else "done",
            "at": line.at,
            "who": " · ".join(filter(None, (named(line.authority), _person(line)))),
            "text": spoken(line.detail, line.detail_en),
            "link": _paper(line, open_address(line.document_id)) if line.document_id else None,
        }
        for place, line in enumerate(told)
    ]


def faster(number: str, reader: cases.Reader) -> Faster | None:
    """Return who acted last on what bears a number, or None when only the system did."""
    told = [each for key, events in cases.events(number, reader) if key == number for each in events]
    mine = [each for each in told if each.actor.role is not Role.SYSTEM]
    if not mine:
        return None
    last = mine[-1]
    return Faster(_name(last.actor.person), last.recorded_at, _told(number, last.effective_at, reader))


def _told(number: str, at: datetime, reader: cases.Reader) -> str:
    """What the record says first of a moment: the act itself, before what followed from it."""
    view = cases.case(number.partition("-")[0], reader)
    item = next((each.item for each in view.items if each.number == number), "")
    found = (line for line in view.timeline if line.at == at and line.item == item)
    return next((spoken(line.text, line.text_en) for line in found), "")


def _name(person: str) -> str:
    found = accounts.cards([UUID(person)]) if person else {}
    return next((card.name for card in found.values()), "")


def _about(text: str, item: str, own: bool) -> str:
    return text if own or not item else _("%(item)s：%(text)s") % {"item": named(item), "text": text}


def _paper(line: cases.TimelineLine, address: str) -> dict[str, str]:
    return {"address": address, "name": paper_words(line.document)}


def paper_numbered(view: cases.CaseView, number: str, open_address: Callable[[UUID], str]) -> dict[str, object] | None:
    """Return the document of a number with its address, or None."""
    found = next((each for each in view.documents if number and each.number == number), None)
    return {"paper": found, "address": open_address(found.id)} if found else None


def papers(
    view: cases.CaseView, open_address: Callable[[UUID], str], items: Iterable[str] = ()
) -> list[dict[str, object]]:
    """Return the documents of a case, newest first. items: only those of some items, and of the whole."""
    wanted = set(items)
    shown = [each for each in view.documents if not wanted or not each.item or each.item in wanted]
    return [
        {"name": each.kind, "number": each.number, "at": each.issued_at, "address": open_address(each.id)}
        for each in reversed(shown)
    ]
