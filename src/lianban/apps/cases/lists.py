"""Inboxes and lists: one page of what somebody may see, with clocks."""

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import places
from lianban.apps.cases.acting import context
from lianban.apps.cases.reading_jointly import awaited
from lianban.apps.cases.views import ClockView, Page, PublicStatus, TaskRow
from lianban.apps.docket import public as docket
from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case.state import Stage
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.moments import local_day

PAGE_SIZE = 25
SOON_DAYS = 1
ID_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
NOBODY = UUID(int=0)
"""No account: what an unknown identity number finds."""
STAGES: dict[str, tuple[str, str]] = {
    "planned": ("待受理", "Not accepted yet"),
    **chain_case.PROCEDURE.statuses,
    Stage.IN_PROGRESS: ("办理中", "In progress"),
    Stage.PARTLY_GRANTED: ("部分办结", "Partly granted"),
}
TABS: dict[str, docket.Wanted] = {
    "to_accept": docket.Wanted(parts=False, open=True, states=(Stage.SUBMITTED, Stage.RECEIVED)),
    "correcting": docket.Wanted(parts=False, open=True, states=(Stage.CORRECTING,)),
    "running": docket.Wanted(parts=False, open=True, states=(Stage.ACCEPTED, Stage.IN_PROGRESS, Stage.PARTLY_GRANTED)),
    "to_issue": docket.Wanted(parts=True, states=("certified", "granted", "refused")),
    "closed": docket.Wanted(parts=False, open=False),
    "all": docket.Wanted(parts=False),
}
"""What the tabs of the window show."""


@dataclass(frozen=True)
class Reader:
    """Who reads a list, and when."""

    actor: Actor
    now: datetime

    @property
    def calendar(self) -> WorkingCalendar:
        """The working calendar of the moment."""
        return context(self.now).calendar

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.now)


def my_cases(reader: Reader) -> tuple[TaskRow, ...]:
    """Return an applicant's own applications, newest first."""
    return _rows(docket.list_visible(reader.actor, docket.Wanted(parts=False), order="newest", limit=100), reader)


def desk_list(reader: Reader, tab: str = "to_accept", text: str = "", page: int = 1) -> Page:
    """Return one page of a tab of the window, oldest first; what is closed newest first."""
    wanted = _with_text(TABS[tab], text)
    return _page(reader, wanted, "newest" if tab in ("closed", "all") else "oldest", page)


def desk_counts(reader: Reader) -> dict[str, int]:
    """Return how many there are on each tab that means work."""
    return docket.count_lists(reader.actor, {tab: TABS[tab] for tab in ("to_accept", "correcting", "to_issue")})


def office_inbox(reader: Reader, state: str = "open", text: str = "", page: int = 1) -> Page:
    """Return one page of an authority's items, what the law makes due first. state: open or closed."""
    asked = docket.Wanted(procedure="item_case", parts=True, open=state == "open", asked=False)
    wanted = _with_text(asked, text)
    return _page(reader, wanted, "due" if state == "open" else "newest", page)


def authority_list(
    reader: Reader, wanted: docket.Wanted, text: str = "", page: int = 1, order: str = "due", size: int = PAGE_SIZE
) -> Page:
    """Return one page of an authority's items. text: part of a number or name, or an identity number."""
    return _page(reader, _with_text(wanted, text), order, page, size)


def all_cases(reader: Reader, wanted: docket.Wanted, page: int = 1) -> Page:
    """Return one page of all items: what is due first where only open ones are wanted, otherwise the newest first."""
    return _page(reader, _with_text(wanted, wanted.text), "due" if wanted.open else "newest", page)


def lookup(number: str) -> PublicStatus | None:
    """Return what a stranger who knows a number may see; None when nothing bears it."""
    try:
        found = docket.find_by_number(number)
    except docket.NoSuchProceeding:
        return None
    running = sorted(
        (part for part in found.parts if part.closed_at is None and part.accepted_on),
        key=lambda part: part.promised_due_on or date.max,
    )
    return PublicStatus(
        number=found.number,
        title=found.title,
        stage=found.state,
        stage_name=state_name(found.state),
        accepted_on=found.accepted_on,
        due_on=found.promised_due_on,
        provisional=found.provisional,
        closed=found.closed_at is not None,
        under_way=tuple(part.title for part in running),
    )


def clock_view(row: docket.Row, reader: Reader) -> ClockView:
    """Return a due date as a badge shows it: the promised day first, the lawful one behind it."""
    due = row.promised_due_on or row.statutory_due_on
    if due is None or row.closed_at is not None:
        return ClockView(due, row.statutory_due_on, None, "done" if row.closed_at else "none")
    days = reader.calendar.working_days_between(reader.today, due)
    level = "paused" if row.paused else _level(due, days, reader.today)
    return ClockView(due, row.statutory_due_on, days, level, paused=row.paused, provisional=row.provisional)


def answer_clock(row: docket.Row, reader: Reader) -> ClockView | None:
    """Return until when somebody must answer before time alone decides; None where nobody waits for an answer."""
    if row.wakes_on is None or row.accepted_on or row.state not in (Stage.RECEIVED, Stage.CORRECTING):
        return None
    last = row.wakes_on - timedelta(days=1)
    days = reader.calendar.working_days_between(reader.today, last)
    return ClockView(last, last, days, _level(last, days, reader.today), provisional=row.provisional)


def _level(due: date, days: int, today: date) -> str:
    """How loud a badge is. On the weekend after a due Friday no working day is over, and yet it is late."""
    if today > due:
        return "late"
    return "soon" if days <= SOON_DAYS else "calm"


def state_name(state: str, *, english: bool = False) -> str:
    """Return the name of a status word of either procedure."""
    known = STAGES.get(state) or item_case.PROCEDURE.statuses.get(state)
    return known[english] if known else state


def _with_text(wanted: docket.Wanted, text: str) -> docket.Wanted:
    """Narrow a list by what was typed; an identity number finds its holder's cases through its keyed digest only."""
    typed = text.strip()
    if ID_NUMBER.fullmatch(typed.upper()):
        return dataclasses.replace(wanted, applicant=accounts.find_citizen(typed.upper()) or NOBODY)
    titles = docket.titles_like(typed, parts=bool(wanted.parts)) if typed else None
    return dataclasses.replace(wanted, text="" if titles is not None else typed, titles=titles)


def _page(reader: Reader, wanted: docket.Wanted, order: str, number: int, size: int = PAGE_SIZE) -> Page:
    first = (max(1, number) - 1) * size
    found = docket.list_visible(reader.actor, wanted, order=order, first=first, limit=size + 1)
    total = docket.count_lists(reader.actor, {"": wanted})[""]
    return Page(_rows(found[:size], reader), max(total, first + len(found)), max(1, number), size)


def _rows(found: Iterable[docket.Listed], reader: Reader) -> tuple[TaskRow, ...]:
    listed = list(found)
    people = accounts.cards(one for each in listed for one in (each.applicant, each.row.holder) if one)
    names = places.authority_names() if any(each.row.asked for each in listed) else {}
    own = reader.actor.role is Role.APPLICANT
    joint = awaited(listed, reader.actor) if reader.actor.role is Role.APPROVER else {}
    return tuple(
        TaskRow(
            number=each.number,
            case_number=each.parent or each.number,
            title=each.title,
            chain=each.chain,
            item=each.item,
            authority=each.authority,
            state=each.row.state,
            state_name=state_name(each.row.state),
            applicant="" if own or each.applicant not in people else people[each.applicant].name,
            clock=clock_view(each.row, reader),
            opened_at=each.opened_at,
            closed_at=each.row.closed_at,
            answer=answer_clock(each.row, reader),
            holder=_holder(each, people, reader),
            asked_by=each.row.asked_by if reader.actor.authority in each.row.asked else None,
            authority_name=names.get(each.authority, each.authority),
            joint=joint.get(each.number),
        )
        for each in listed
    )


def _holder(each: docket.Listed, people: Mapping[UUID, accounts.Card], reader: Reader) -> str:
    """The name of who has an item in hand, for those who work in its authority."""
    found = people.get(each.row.holder) if each.row.holder and reader.actor.authority == each.authority else None
    return found.name if found else ""
