"""Holiday notices and business hours read from YAML files: one file a year, national or local."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import yaml

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.calendars.hours import CHINA, BusinessHours, hours_on, received_on
from lianban.core.calendars.notice import Notice

SHIPPED = Path(__file__).resolve().parents[3] / "data" / "calendars"
"""The calendars that come with the platform."""

PROVISIONAL_YEARS = 5
"""How far ahead a date may be given before its year's notice is out; it is marked as provisional."""


def read_notices(folder: Path = SHIPPED) -> tuple[Notice, ...]:
    """Return every notice below a folder. Each file is a mapping with a list `notices`."""
    return tuple(Notice.model_validate(each) for each in _listed(folder, "notices"))


def read_hours(folder: Path = SHIPPED) -> tuple[BusinessHours, ...]:
    """Return the business hours below a folder. Each file is a mapping with a list `hours`."""
    return tuple(BusinessHours.model_validate(each) for each in _listed(folder, "hours"))


def _listed(folder: Path, key: str) -> Iterator[object]:
    for path in sorted(folder.rglob("*.yaml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8")).get(key, ())


def read_calendar(
    folder: Path = SHIPPED, *, place: str = "", known_on: date | None = None, provisional_through: int | None = None
) -> WorkingCalendar:
    """Return the working calendar of a place from the files of a folder.

    place, known_on, provisional_through: see WorkingCalendar.
    """
    return WorkingCalendar(
        read_notices(folder), place=place, known_on=known_on, provisional_through=provisional_through
    )


class FolderCalendars:
    """The working calendar from a folder of files. place: division code, for local closures and hours."""

    def __init__(self, folder: Path = SHIPPED, place: str = "") -> None:
        self._notices = read_notices(folder)
        self._hours = read_hours(folder)
        self._place = place
        self._known: dict[tuple[int, int], WorkingCalendar] = {}

    def known_at(self, now: datetime) -> WorkingCalendar:
        """Return the calendar as known on a local day; the years after the last notice are provisional.

        Between two announcements it is the same calendar, so it is built once.
        """
        day = now.astimezone(CHINA).date()
        known = sum(notice.known_from <= day for notice in self._notices)
        if (known, day.year) not in self._known:
            self._known[known, day.year] = self._on(day)
        return self._known[known, day.year]

    def received_on(self, now: datetime) -> date:
        """Return the day on which what comes in at a moment counts as received."""
        day = now.astimezone(CHINA).date()
        return received_on(now, self.known_at(now), hours_on(self._hours, self._place, day))

    def _on(self, day: date) -> WorkingCalendar:
        through = day.year + PROVISIONAL_YEARS
        return WorkingCalendar(self._notices, place=self._place, known_on=day, provisional_through=through)
