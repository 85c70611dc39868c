"""How long an authority may take."""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value


class DayUnit(StrEnum):
    """What a limit is counted in (facts 1.4.20)."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


class TimeLimit(Value):
    """How long an authority may take.

    length: counted in `unit`; 0 means on the spot (即办), a fraction (0.5) is rounded up to a whole unit when a due
        date is computed; the day of acceptance is day 0 (Civil Code Art. 201).
    basis: the articles that set it, shown to the citizen beside the date.
    note: what the source adds in words.
    """

    length: Decimal = Field(ge=0)
    unit: DayUnit = DayUnit.WORKING_DAY
    basis: tuple[LegalBasis, ...] = ()
    note: str = ""
    source: tuple[str, ...] = ()
