"""Why a day is a working day or not."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from lianban.core.calendars.notice import Notice
from lianban.core.kernel.value import Value


class DayKind(StrEnum):
    """The reason a day counts or does not count."""

    WEEKDAY = "weekday"
    MAKE_UP = "make_up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSURE = "closure"

    @property
    def is_working(self) -> bool:
        """True for ordinary weekdays and for weekends that a notice made days of work."""
        return self in (DayKind.WEEKDAY, DayKind.MAKE_UP)


class DayStatus(Value):
    """One day, its kind, the occasion (国庆节) and the notice that says so ("" for ordinary days)."""

    on: date
    kind: DayKind
    occasion: str = ""
    notice: str = ""
    provisional: bool = False

    @property
    def is_working(self) -> bool:
        """True when the day counts as a working day."""
        return self.kind.is_working


STATUTORY_FIXED = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
"""Days off that the law itself fixes in the solar calendar (全国年节及纪念日放假办法 art. 2, 2024 text)."""

STATUTORY_TITLE = "《全国年节及纪念日放假办法》第二条"


def ordinary(day: date) -> DayStatus:
    """Return what a day is before any notice: Monday to Friday are working days."""
    return DayStatus(on=day, kind=DayKind.WEEKEND if day.weekday() > 4 else DayKind.WEEKDAY)


def expected(day: date) -> DayStatus:
    """Return the provisional status of a day of a year without a notice: weekends and the fixed statutory days."""
    occasion = STATUTORY_FIXED.get((day.month, day.day))
    if occasion is None:
        return ordinary(day).model_copy(update={"provisional": True})
    return DayStatus(on=day, kind=DayKind.HOLIDAY, occasion=occasion, notice=STATUTORY_TITLE, provisional=True)


def marked(notices: Iterable[Notice]) -> dict[date, DayStatus]:
    """Return every day that a notice changed; of two notices on the same day the later in the order given decides."""
    marks: dict[date, DayStatus] = {}
    for notice in notices:
        rest = DayKind.CLOSURE if notice.place else DayKind.HOLIDAY
        marks |= {day: _status(day, rest, what, notice) for day, what in notice.days_off.items()}
        marks |= {day: _status(day, _at_work(day), what, notice) for day, what in notice.days_of_work.items()}
    return marks


def _at_work(day: date) -> DayKind:
    return DayKind.MAKE_UP if day.weekday() > 4 else DayKind.WEEKDAY


def _status(day: date, kind: DayKind, occasion: str, notice: Notice) -> DayStatus:
    return DayStatus(on=day, kind=kind, occasion=occasion, notice=notice.cited)
