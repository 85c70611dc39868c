"""How long an authority may take."""

from decimal import ROUND_CEILING, Decimal
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


UNIT_WORDS = {
    DayUnit.WORKING_DAY: "个工作日",
    DayUnit.CALENDAR_DAY: "日",
    DayUnit.HOUR: "小时",
    DayUnit.MONTH: "个月",
    DayUnit.YEAR: "年",
}
"""What stands behind a number on papers and in sentences."""
_IN_WORKING_DAYS = {
    DayUnit.WORKING_DAY: (1, 1),
    DayUnit.CALENDAR_DAY: (5, 7),
    DayUnit.HOUR: (1, 8),
    DayUnit.MONTH: (22, 1),
    DayUnit.YEAR: (250, 1),
}


class TimeLimit(Value):
    """How long an authority may take.

    length: counted in `unit`; 0 means on the spot (即办), a fraction (0.5) is rounded up to a whole unit when a due
        date is computed; the day of acceptance is day 0 (Civil Code Art. 201).
    basis: the articles that set it, shown to the citizen beside the date.
    note: what the source adds in words.
    """

    length: Decimal = Field(ge=0, le=100_000)
    unit: DayUnit = DayUnit.WORKING_DAY
    basis: tuple[LegalBasis, ...] = ()
    note: str = ""
    source: tuple[str, ...] = ()

    @property
    def working_days(self) -> Decimal:
        """In working days, before any calendar is known: a week has 5, a month 22, a year 250, a working day 8 hours.

        Calendar days are rounded up to whole working days. Exact dates come from the clocks, which know the calendar.
        """
        days, of = _IN_WORKING_DAYS[self.unit]
        length = self.length * days / of
        return length.to_integral_value(ROUND_CEILING) if self.unit is DayUnit.CALENDAR_DAY else length
