"""A day as Chinese papers and pages write it."""

from datetime import date

WEEKDAYS = "一二三四五六日"


def written(day: date) -> str:
    """Return a day such as 2026年11月23日."""
    return f"{day.year}年{day.month}月{day.day}日"


def written_with_weekday(day: date) -> str:
    """Return a day such as 2026年11月23日（周一）."""
    return f"{written(day)}（周{WEEKDAYS[day.weekday()]}）"
