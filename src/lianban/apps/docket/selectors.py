"""Lists of proceedings, as their reader may see them."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, QuerySet

from lianban.apps.docket import mappers
from lianban.apps.docket.errors import NoSuchProceeding
from lianban.apps.docket.models import Proceeding
from lianban.apps.docket.values import Loaded, Row
from lianban.apps.docket.visibility import visible_proceedings
from lianban.core.proceedings.events import Actor

LIKE_A_NUMBER = re.compile(r"(?=.*[0-9])[0-9A-Za-z-]+")
"""What was typed is looked for among the numbers when it can be part of one, otherwise among the titles."""
BEGINS_A_NUMBER = re.compile(r"[0-9]{6}[A-Z]{3}[0-9]")
"""District, kind, day: nowhere but at the beginning of a number does this stand (facts 1.2.7)."""
ORDERS = {
    "due": (F("statutory_due_on").asc(nulls_last=True), F("promised_due_on").asc(nulls_last=True), F("id").asc()),
    "newest": (F("id").desc(),),
    "oldest": (F("id").asc(),),
    "asked": (F("asked_by").asc(nulls_last=True), F("id").asc()),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list. parent: the number of the whole thing it is a part of, or empty."""

    number: str
    parent: str
    procedure: str
    title: str
    chain: str
    item: str
    authority: str
    hall: str
    applicant: uuid.UUID | None
    opened_at: datetime
    row: Row


@dataclass(frozen=True, slots=True)
class Progress:
    """What anybody who knows a number may learn: where the proceeding stands, and nothing of whose it is."""

    number: str
    title: str
    state: str
    accepted_on: date | None
    promised_due_on: date | None
    closed_at: datetime | None
    parts: tuple["Progress", ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list asks for; what is left out does not narrow it. open: True for running, False for closed ones.

    states: status words. text: part of a number or title. parts: True for parts, False for whole things.
    applicant: account id. holders: account ids of who has it in hand; held: False for what nobody has.
    asked: True for what the reader's authority was only asked about, False for what is its own. numbers: these alone.
    titles: these alone, None for any.
    """

    procedure: str = ""
    states: tuple[str, ...] = ()
    authority: str = ""
    chain: str = ""
    item: str = ""
    text: str = ""
    open: bool | None = None
    parts: bool | None = None
    due_by: date | None = None
    applicant: uuid.UUID | None = None
    holders: tuple[uuid.UUID, ...] = ()
    held: bool | None = None
    asked: bool | None = None
    numbers: tuple[str, ...] = ()
    titles: tuple[str, ...] | None = None


Key = TypeVar("Key")
EVERYTHING = Wanted()
MANY = 1000
"""A list this long counts as many: where its end lies is not counted any more."""
LISTED = (
    *(field.name for field in fields(Row)), *mappers.FROM_OPENING, "opened_at", "parent__number",
)  # fmt: skip
"""The columns that lists read: never the state, which is by far the largest."""


TITLES = """
    WITH RECURSIVE known AS (
        (SELECT title FROM docket_proceeding WHERE parent_id {of} ORDER BY title LIMIT 1)
        UNION ALL
        SELECT (SELECT later.title FROM docket_proceeding AS later
                WHERE later.parent_id {of} AND later.title > known.title ORDER BY later.title LIMIT 1)
        FROM known WHERE known.title IS NOT NULL
    )
    SELECT title FROM known WHERE strpos(upper(title), upper(%s)) > 0
"""
OF_PARTS = {True: TITLES.format(of="IS NOT NULL"), False: TITLES.format(of="IS NULL")}


def list_visible(
    actor: Actor, wanted: Wanted = EVERYTHING, *, order: str = "due", first: int = 0, limit: int = 50
) -> tuple[Listed, ...]:
    """Return one page of what an actor may see. order: `due`, `newest`, `oldest` or `asked`.

    Which rows the page shows is found along an index; only those rows are read, however deep the page lies.
    """
    shown = _narrowed(actor, wanted).order_by(*ORDERS[order]).values("pk")[first : first + limit]
    found = Proceeding.objects.filter(pk__in=shown).select_related("parent").order_by(*ORDERS[order]).only(*LISTED)
    return tuple(map(_listed, found))


def load_visible(actor: Actor, wanted: Wanted) -> dict[str, Loaded]:
    """Return with its state everything wanted that an actor may see, by number: for some numbers, not for a list."""
    return {each.number: mappers.loaded(each) for each in _narrowed(actor, wanted)}


def count_visible(actor: Actor, wanted: Wanted = EVERYTHING) -> int:
    """Return how many of what is wanted an actor may see, however many."""
    return _narrowed(actor, wanted).count()


def count_lists(actor: Actor, wanted: Mapping[str, Wanted]) -> dict[str, int]:
    """Return for each list how many an actor may see, `MANY` standing for that many or more, in one statement.

    Nobody reads whether 4,211 or 4,212 wait; counting them all on every page would cost more than the page.
    """
    return count_each({name: _narrowed(actor, each) for name, each in wanted.items()})


def count_each(found: Mapping[Key, QuerySet[Proceeding]]) -> dict[Key, int]:
    """Return how many each query finds, up to `MANY`, in one statement."""
    asked = [_some(each) for each in found.values()]
    columns = ", ".join(f"(SELECT count(*) FROM ({sql}) AS counted)" for sql, _ in asked)  # noqa: S608 made by Django
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [value for _, values in asked for value in values])
        return dict(zip(found, cursor.fetchone() or (), strict=True))


def _some(found: QuerySet[Proceeding]) -> tuple[str, tuple[Any, ...]]:
    try:
        return found.order_by().values("pk")[:MANY].query.sql_with_params()
    except EmptyResultSet:
        return "SELECT 1 WHERE false", ()


def titles_like(text: str, *, parts: bool) -> tuple[str, ...] | None:
    """Return which titles have a text in them, or None where it looks like a number. parts: of parts or of wholes.

    Titles are the catalogue's names, a few hundred however many cases bear them: the index leads from one to the next.
    """
    if LIKE_A_NUMBER.fullmatch(text):
        return None
    with connection.cursor() as cursor:
        cursor.execute(OF_PARTS[parts], [text])
        return tuple(title for (title,) in cursor.fetchall())


def may_see(actor: Actor, number: str) -> bool:
    """Whether an actor may see the proceeding that bears a number; False also when nothing bears it."""
    return visible_proceedings(actor).filter(number=number).exists()


def find_by_number(number: str) -> Progress:
    """Return where a proceeding stands, for anybody. Raises NoSuchProceeding."""
    found = Proceeding.objects.defer("snapshot").filter(number=number.strip()).first()
    if found is None:
        raise NoSuchProceeding(number)
    return _progress(found, Proceeding.objects.defer("snapshot").filter(parent=found).order_by("id"))


def _narrowed(actor: Actor, wanted: Wanted) -> QuerySet[Proceeding]:
    found = visible_proceedings(actor, parts=wanted.parts, asked=wanted.asked)
    return found.filter(**{lookup: value for lookup, value in _lookups(wanted).items() if value is not None})


def _lookups(wanted: Wanted) -> dict[str, object]:
    """What each lookup is to find; None where it does not narrow."""
    return {
        **_spoken_of(wanted.text.strip()),
        "procedure": wanted.procedure or None,
        "authority": wanted.authority or None,
        "chain": wanted.chain or None,
        "item": wanted.item or None,
        "applicant": wanted.applicant,
        "state__in": wanted.states or None,
        "number__in": wanted.numbers or None,
        "title__in": wanted.titles,
        "holder__in": wanted.holders or None,
        "holder__isnull": None if wanted.held is None else not wanted.held,
        "parent__isnull": None if wanted.parts is None else not wanted.parts,
        "closed_at__isnull": wanted.open,
        "statutory_due_on__lte": wanted.due_by,
    }


def _spoken_of(text: str) -> dict[str, str | None]:
    """Where a text is looked for: at the beginning of numbers when it begins like one, which an index leads to."""
    if BEGINS_A_NUMBER.match(text.upper()):
        return {"number__startswith": text.upper()}
    return {"number__contains": text.upper()} if LIKE_A_NUMBER.fullmatch(text) else {"title__icontains": text or None}


def _listed(found: Proceeding) -> Listed:
    return Listed(
        number=found.number,
        parent=found.parent.number if found.parent else "",
        procedure=found.procedure,
        title=found.title,
        chain=found.chain,
        item=found.item,
        authority=found.authority,
        hall=found.hall,
        applicant=found.applicant,
        opened_at=found.opened_at,
        row=mappers.row(found),
    )


def _progress(found: Proceeding, parts: Sequence[Proceeding] | QuerySet[Proceeding] = ()) -> Progress:
    return Progress(
        number=found.number,
        title=found.title,
        state=found.state,
        accepted_on=found.accepted_on,
        promised_due_on=found.promised_due_on,
        closed_at=found.closed_at,
        parts=tuple(_progress(part) for part in parts),
        provisional=found.provisional,
    )
