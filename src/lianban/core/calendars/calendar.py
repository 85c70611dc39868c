"""The working calendar: every question in constant time, and no guessed holiday."""

from array import array
from collections.abc import Iterable
from datetime import date

from lianban.core.calendars.days import DayStatus, expected, marked, ordinary
from lianban.core.calendars.errors import CalendarGap
from lianban.core.calendars.notice import Notice, in_order, version_of, years_opened


class WorkingCalendar:
    """Which days are working days, over one unbroken span of years.

    A day of event is never counted: counting starts on the day after it (Civil Code Art. 201).
    A date outside the span raises CalendarGap. Sources: Administrative Licensing Law Art. 82; the notices.
    """

    __slots__ = ("_base", "_days", "_marks", "_size", "_so_far", "first_year", "known_on", "last_year", "notices",
                 "place", "provisional_from", "version")  # fmt: skip

    def __init__(
        self,
        notices: Iterable[Notice],
        *,
        place: str = "",
        known_on: date | None = None,
        provisional_through: int | None = None,
    ) -> None:
        """Build the calendar of a place as it was known on a day.

        place: six-digit division code; "" for the national calendar. known_on: None for every notice given.
        provisional_through: also cover later years without a notice; every date in them is marked provisional.
        Raises CalendarGap when no year, or not every year between the first and the last, has its arrangement.
        """
        self.notices = in_order(notices, place, known_on)
        opened = years_opened(self.notices)
        self.place, self.known_on = place, known_on
        self.first_year = min(opened, default=known_on.year if known_on else 0)
        self.last_year = max(opened, default=self.first_year)
        for year in range(self.first_year, self.last_year + 1):
            if year not in opened:
                raise CalendarGap(year)
        self.provisional_from = date(self.last_year + 1, 1, 1).toordinal()
        self.last_year = max(self.last_year, provisional_through or 0)
        self.version = version_of(self.notices, place, self.last_year)
        self._marks = marked(self.notices)
        self._count()

    def _count(self) -> None:
        first, last = date(self.first_year, 1, 1).toordinal(), date(self.last_year, 12, 31).toordinal()
        self._base, self._size = first, last - first + 1
        self._days, self._so_far = array("l"), array("l")
        for ordinal in range(first, last + 1):
            if self.status(date.fromordinal(ordinal)).is_working:
                self._days.append(ordinal)
            self._so_far.append(len(self._days))

    def _place_of(self, day: date) -> int:
        index = day.toordinal() - self._base
        if 0 <= index < self._size:
            return index
        raise CalendarGap(day.year)

    def is_working_day(self, day: date) -> bool:
        """Return whether a day is a working day. Raises CalendarGap outside the span."""
        index = self._place_of(day)
        return self._so_far[index] > (self._so_far[index - 1] if index else 0)

    def add_working_days(self, day: date, n: int) -> date:
        """Return the n-th working day after a day; n = 0 gives the day itself. n: 0 or more.

        Raises CalendarGap when the answer lies outside the span, ValueError for a negative n.
        """
        if n <= 0:
            if n < 0:
                raise ValueError("working days are added, never taken away")
            return day
        index = self._so_far[self._place_of(day)] + n - 1
        if index >= len(self._days):
            raise CalendarGap(self.last_year + 1)
        return date.fromordinal(self._days[index])

    def working_days_between(self, start: date, end: date) -> int:
        """Return how many working days lie after `start` up to and including `end`; negative when `end` is earlier."""
        return self._so_far[self._place_of(end)] - self._so_far[self._place_of(start)]

    def working_day_from(self, day: date) -> date:
        """Return the day itself when it is a working day, else the first working day after it (Civil Code Art. 203)."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def is_provisional(self, day: date) -> bool:
        """Return whether a day lies in a year that has no notice yet."""
        return day.toordinal() >= self.provisional_from

    def status(self, day: date) -> DayStatus:
        """Return why a day counts or not. Raises CalendarGap outside the span."""
        self._place_of(day)
        if day in self._marks:
            return self._marks[day]
        return expected(day) if self.is_provisional(day) else ordinary(day)


def calendar_as_known_on(
    notices: Iterable[Notice], day: date, *, place: str = "", provisional_through: int | None = None
) -> WorkingCalendar:
    """Return the calendar an office could know at the end of a day: later notices are left out."""
    return WorkingCalendar(notices, place=place, known_on=day, provisional_through=provisional_through)
