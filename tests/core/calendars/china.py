"""The calendars the tests count with: the notices that ship, read once."""

from datetime import date

from lianban.adapters.calendar_files import read_notices
from lianban.core.calendars.calendar import WorkingCalendar

NOTICES = read_notices()
CN = WorkingCalendar(NOTICES)
"""2004 to 2026 with every notice."""
CN_PROVISIONAL = WorkingCalendar(NOTICES, provisional_through=2040)
"""The same, and the years to 2040 without a notice."""


def day(text: str) -> date:
    """Return a date from 2026-11-23."""
    return date.fromisoformat(text)
