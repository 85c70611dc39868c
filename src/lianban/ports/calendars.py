"""Which working calendar holds."""

from datetime import date, datetime
from typing import Protocol

from lianban.core.calendars.calendar import WorkingCalendar


class Calendars(Protocol):
    """The county's working calendar, as the notices known at a moment make it."""

    def known_at(self, now: datetime) -> WorkingCalendar:
        """Return the calendar as known at a moment. Years without a notice yet are provisional, and say so."""
        ...

    def received_on(self, now: datetime) -> date:
        """Return the day on which what comes in at a moment counts as received."""
        ...
