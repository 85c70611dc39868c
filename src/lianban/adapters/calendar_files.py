"""Holiday notices and business hours read from YAML files: one file a year, national or local."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import yaml

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.calendars.hours import BusinessHours, hours_on, received_on
from lianban.core.calendars.notice import Notice
from lianban.core.kernel.canonical import digest
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.moments import local_day

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
    """The working calendar from folders of files: the shipped one, and that of notices loaded since (see `load`).

    place: division code, for local closures and hours. A notice that another process loads is seen at once.
    """

    def __init__(self, folder: Path = SHIPPED, place: str = "", loaded: Path | None = None) -> None:
        self._folders = [folder] if loaded is None else [folder, loaded]
        self._place = place
        self._stamp: tuple[int, ...] = ()
        self._read()

    def known_at(self, now: datetime) -> WorkingCalendar:
        """Return the calendar as known on a local day; the years after the last notice are provisional.

        Between two announcements it is the same calendar, so it is built once.
        """
        self._read()
        day = local_day(now)
        known = sum(notice.known_from <= day for notice in self._notices)
        if (known, day.year) not in self._known:
            self._known[known, day.year] = self._on(day)
        return self._known[known, day.year]

    def received_on(self, now: datetime) -> date:
        """Return the day on which what comes in at a moment counts as received."""
        day = local_day(now)
        return received_on(now, self.known_at(now), hours_on(self._hours, self._place, day))

    def _read(self) -> None:
        """Read the folders again where one was written to; a notice is put there whole, under its final name."""
        stamp = tuple(each.stat().st_mtime_ns for each in self._folders if each.is_dir())
        if stamp == self._stamp:
            return
        self._notices = tuple(each for folder in self._folders for each in read_notices(folder))
        self._hours = tuple(each for folder in self._folders for each in read_hours(folder))
        self._known: dict[tuple[int, int], WorkingCalendar] = {}
        self._stamp = stamp

    def _on(self, day: date) -> WorkingCalendar:
        through = day.year + PROVISIONAL_YEARS
        return WorkingCalendar(self._notices, place=self._place, known_on=day, provisional_through=through)


class NothingNew(DomainError):
    """The notices of a file are loaded already."""

    code = "NOTHING_NEW"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name}中的通知都已载入，没有新的内容。", path=str(path))


class UnreadableNotice(DomainError):
    """A file holds no notice, or not in the form that is asked for."""

    code = "UNREADABLE_NOTICE"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}不能载入：{reason}。请对照 data/calendars/cn 中的文件改正。", path=str(path))


def load(path: Path, into: Path) -> tuple[Notice, ...]:
    """Put the notices of a file among those that were loaded; return the new ones. into: the folder of loaded notices.

    The file is written whole and then named, so that nobody reads half of it. Raises UnreadableNotice, NothingNew.
    """
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        notices = [Notice.model_validate(each) for each in told["notices"]]
    except (OSError, ValueError, TypeError, KeyError, yaml.YAMLError) as error:
        raise UnreadableNotice(path, str(error).splitlines()[0]) from error
    known = {digest(each) for folder in (SHIPPED, into) for each in read_notices(folder)}
    new = tuple(each for each in notices if digest(each) not in known)
    if not new:
        raise NothingNew(path)
    into.mkdir(parents=True, exist_ok=True)
    content = yaml.safe_dump({"notices": [each.model_dump(mode="json") for each in new]}, allow_unicode=True)
    part = into / f".{path.name}.part"
    part.write_text(content, encoding="utf-8")
    part.replace(into / f"{digest([digest(each) for each in new])[:16]}.yaml")
    return new
