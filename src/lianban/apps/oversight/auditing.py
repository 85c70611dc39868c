"""Goes through the whole record, or one case of it, and says where it does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lianban.apps.docket import public as docket
from lianban.apps.roots import public as roots
from lianban.core.proceedings.events import Break


@dataclass(frozen=True, slots=True)
class Audited:
    """One proceeding, or one closed day, that was checked. differs: columns that do not follow from its events.

    doubts: sentences about a closed day.
    """

    number: str
    events: int = 0
    breaks: tuple[Break, ...] = ()
    differs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not (self.breaks or self.differs or self.doubts)


def audit(now: datetime, number: str = "") -> Iterator[Audited]:
    """Check every proceeding: its chain, its states, its columns; then every closed day with its signed root.

    number: of one case, which is checked with its items alone. Raises NoSuchProceeding.
    """
    if number:
        whole = docket.whole(number)
        yield from _records([each.number for each in whole.proceedings])
        return
    yield from _records()
    for proceeding, seq in docket.stray_events():
        yield Audited(str(proceeding), breaks=(Break(seq=seq, reason="its proceeding is gone"),))
    for each in roots.check_days(now):
        place = f" {each.number} #{each.seq}" if each.number else ""
        yield Audited(each.day.isoformat(), doubts=(f"{each.words}{place}",))


def audited_at_most() -> int:
    """Return how many proceedings a whole audit goes through."""
    return docket.count_records()


def _records(numbers: list[str] | None = None) -> Iterator[Audited]:
    for each in docket.check_records(numbers):
        differs = tuple(difference.column for difference in each.differences)
        yield Audited(each.number, len(each.log), each.breaks, differs)
