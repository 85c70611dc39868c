"""A holiday notice as dated evidence: who announced what, on which day, for which place."""

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import model_validator

from lianban.core.calendars.errors import NoticeConflict
from lianban.core.kernel.canonical import digest
from lianban.core.kernel.value import Value


class Notice(Value):
    """A notice that makes days off or days of work out of ordinary days.

    year: the year whose arrangement it is; it may name days of the year before (30 December).
    whole_year: True for the yearly arrangement, which opens the year; False for a later change or a local closure.
    announced_on: the day of the notice; None where it is not known, then it counts as known from 1 January.
    place: "" for the whole country, else a division code of GB/T 2260; 370300 holds in every county of 3703.
    days_off, days_of_work: the day → the occasion (春节); a day in neither stays as the earlier notices left it.
    number: the document number; "" where it has not been confirmed.
    """

    title: str
    number: str = ""
    issuer: str = "国务院办公厅"
    year: int
    whole_year: bool = True
    announced_on: date | None = None
    place: str = ""
    days_off: dict[date, str] = {}
    days_of_work: dict[date, str] = {}
    source: tuple[str, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _no_day_is_both(self) -> "Notice":
        for day in sorted(self.days_off.keys() & self.days_of_work.keys()):
            raise NoticeConflict(self.cited, day)
        return self

    @property
    def cited(self) -> str:
        """How the notice is named beside a day: its number, else its title."""
        return self.number or f"《{self.title}》"

    @property
    def known_from(self) -> date:
        """The first day on which an office could know the notice."""
        return self.announced_on or date(self.year, 1, 1)

    @property
    def opens_year(self) -> bool:
        """True when it is the national arrangement of a whole year."""
        return self.whole_year and not self.place

    def holds_in(self, place: str) -> bool:
        """Return whether the notice holds in a division (six-digit code; "" asks for the national calendar only)."""
        return not self.place or (bool(place) and place.startswith(_stem(self.place)))


def _stem(place: str) -> str:
    while place.endswith("00"):
        place = place[:-2]
    return place


def in_order(notices: Iterable[Notice], place: str = "", known_on: date | None = None) -> tuple[Notice, ...]:
    """Return the notices that hold in a place and were known on a day (None: all), the overriding one last."""
    chosen = (each for each in notices if each.holds_in(place) and (known_on is None or each.known_from <= known_on))
    return tuple(sorted(chosen, key=lambda each: (each.known_from, bool(each.place), not each.whole_year, each.number)))


def years_opened(notices: Iterable[Notice]) -> Mapping[int, Notice]:
    """Return the national arrangement of every year that has one."""
    return {each.year: each for each in notices if each.opens_year}


def version_of(notices: Iterable[Notice], place: str, last_year: int) -> str:
    """Return the name of a calendar: place, last year covered and a digest of every notice in it.

    Only what decides a day enters the digest: a source or a remark added later keeps the name.
    """
    marks = [
        [each.cited, each.known_from, each.place, sorted(each.days_off.items()), sorted(each.days_of_work.items())]
        for each in notices
    ]
    return f"cn{place}-{last_year}-{digest([marks, place, last_year])[:16]}"
