"""Holiday notices and business hours read from YAML files: one file a year, national or local."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.calendars.hours import BusinessHours
from lianban.core.calendars.notice import Notice

SHIPPED = Path(__file__).resolve().parents[3] / "data" / "calendars"
"""The calendars that come with the platform."""


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
