"""What the platform has and a county's file does not name (any more)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from uuid import UUID

from lianban.apps.organs import public as organs
from lianban.core.county.model import County


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the file does not name. post: its id, when it is a post that could end."""

    subject: organs.Subject
    name: str
    post: UUID | None = None


def missing(county: County, today: date) -> tuple[Missing, ...]:
    """Return it all: authorities, halls, windows, and posts that go on after today."""
    return tuple(chain(_places(county), _posts(county, today)))


def _places(county: County) -> Iterator[Missing]:
    named = {each.key for each in county.authorities}
    for authority in organs.authorities():
        if authority.key not in named:
            yield Missing(organs.Subject.AUTHORITY, authority.key)
    windows = {each.key: {one.number for one in each.windows} for each in county.halls}
    for hall in organs.halls():
        if hall.key not in windows:
            yield Missing(organs.Subject.HALL, hall.key)
        for window in hall.windows:
            if window.number not in windows.get(hall.key, set()):
                yield Missing(organs.Subject.WINDOW, f"{hall.key} {window.number}")


def _posts(county: County, today: date) -> Iterator[Missing]:
    named = {
        (staff.user_name, post.role.value, post.authority, post.hall) for staff in county.staff for post in staff.posts
    }
    for held in organs.staffing(today):
        place = (held.user_name, held.role.value, held.authority, held.hall)
        goes_on = held.until_on is None or held.until_on > today
        if goes_on and place not in named:
            yield Missing(organs.Subject.POST, " ".join(each for each in place if each), held.id)
