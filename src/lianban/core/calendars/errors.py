"""How a calendar can fail: it never guesses a holiday in silence."""

from datetime import date

from lianban.core.kernel.errors import DomainError


class CalendarGap(DomainError):
    """The holiday notice of a year is not loaded, so no lawful date can be given."""

    code = "CALENDAR_GAP"

    def __init__(self, year: int) -> None:
        super().__init__(
            f"{year}年的节假日安排通知尚未载入，不能给出合法的日期。请先在“工作日历”中载入该年通知，或明确要求暂定日期。",
            year=year,
        )


class NoticeConflict(DomainError):
    """One notice calls the same day a day off and a day of work."""

    code = "NOTICE_CONFLICT"

    def __init__(self, number: str, day: date) -> None:
        super().__init__(
            f"通知{number}把{day.isoformat()}既列为放假又列为上班。请对照原文更正后再载入。", number=number, day=day
        )
