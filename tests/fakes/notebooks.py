"""A procedure small enough to test the docket with: a notebook is opened, written in, remarked upon, and shut."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import reduce
from typing import ClassVar

from lianban.apps.docket.public import KnownProcedure, Opening, Row, know, new_key
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Shape, Words, shape_of
from lianban.core.proceedings.events import Actor, Event, Role
from lianban.core.proceedings.procedure import Happening

NOON = datetime(2026, 11, 23, 4, 0, 0, 123456, tzinfo=UTC)
CLERK = Actor(person="01900000-0000-7000-8000-000000000001", role=Role.CLERK, hall="hall-1")


class Notebook(Value):
    """lines: what was written. shut: nothing more may be."""

    lines: tuple[str, ...] = ()
    waiting: bool = False
    shut_at: datetime | None = None
    wakes_on: date | None = None


class Remarked(Happening):
    """A line in somebody's own words."""

    kind: ClassVar[str] = "remarked"
    text: Words
    page: int


def remarked(text: str, at: datetime = NOON) -> Event:
    return Remarked(text=text, page=1).at(at)


def written(line: object, at: datetime = NOON) -> Event:
    return Event(kind="written", payload={"line": line}, effective_at=at)


def shut(at: datetime = NOON) -> Event:
    return Event(kind="shut", payload={}, effective_at=at)


def evolve(book: Notebook, event: Event) -> Notebook:
    match event.kind:
        case "written":
            return book.model_copy(update={"lines": (*book.lines, str(event.payload["line"]))})
        case "remarked":
            return book.model_copy(update={"lines": (*book.lines, str(event.payload["text"]))})
        case "made_to_wait":
            return book.model_copy(update={"waiting": True})
        case "told_to_wake":
            return book.model_copy(update={"wakes_on": date.fromisoformat(str(event.payload["on"]))})
        case "shut":
            return book.model_copy(update={"shut_at": event.effective_at, "wakes_on": None})
    raise ValueError(event.kind)


def replay(events: Iterable[Event]) -> Notebook:
    return reduce(evolve, events, Notebook())


def row_of(book: Notebook) -> Row:
    state = "shut" if book.shut_at else "open"
    return Row(state=state, waiting=book.waiting, received_at=NOON, closed_at=book.shut_at, wakes_on=book.wakes_on)


def words_in(kind: str) -> Shape:
    return shape_of(Remarked) if kind == Remarked.kind else {}


know("notebook", KnownProcedure(state=Notebook, replay=replay, evolve=evolve, row_of=row_of, words_in=words_in))


def a_notebook(number: str, **facts: object) -> Opening:
    return Opening(**{"id": new_key(), "number": number, "procedure": "notebook", "title": "笔记", **facts})
