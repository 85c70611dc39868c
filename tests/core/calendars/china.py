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


WORKED_EXAMPLES = [
    ("2026-02-13", 5, "2026-02-27"),
    ("2026-02-14", 1, "2026-02-24"),
    ("2026-04-30", 5, "2026-05-11"),
    ("2026-09-18", 20, "2026-10-22"),
    ("2026-09-18", 30, "2026-11-05"),
    ("2026-01-05", 45, "2026-03-13"),
    ("2025-09-30", 3, "2025-10-11"),
    ("2025-01-27", 20, "2025-03-03"),
]
"""Start, working days and last day, worked out from the State Council's notices (facts 2.2.8)."""
