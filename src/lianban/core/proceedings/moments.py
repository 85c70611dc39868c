"""From a moment to the legal day it falls on."""

from datetime import date, datetime, time

from lianban.core.calendars.hours import CHINA


def local_day(at: datetime) -> date:
    """Return the date in China of an aware moment. Raises ValueError for a moment without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment without a zone has no legal day")
    return at.astimezone(CHINA).date()


def midnight(day: date) -> datetime:
    """Return the moment at which a local day begins."""
    return datetime.combine(day, time(), CHINA)
