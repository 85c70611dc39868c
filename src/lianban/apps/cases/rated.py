"""The ratings that were given, for supervision: what was said, never by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from lianban.apps.cases.lists import Reader
from lianban.apps.cases.models import Rating
from lianban.apps.cases.rating_indicators import INDICATORS
from lianban.apps.docket.visibility import visible_proceedings


@dataclass(frozen=True, slots=True)
class Given:
    """One rating. indicators: names of what was chosen. number: of the application."""

    number: str
    title: str
    chain: str
    stars: int
    indicators: tuple[str, ...]
    words: str
    rated_at: datetime


def ratings(reader: Reader, first: date, last: date) -> tuple[Given, ...]:
    """Return the ratings given on the days from first to last, the worst first, then the latest."""
    found = Rating.objects.filter(
        case__proceeding__in=visible_proceedings(reader.actor), rated_at__date__range=(first, last)
    )
    rows = found.select_related("case__proceeding").order_by("stars", "-rated_at", "-id")
    return tuple(_given(row) for row in rows)


def _given(row: Rating) -> Given:
    case = row.case.proceeding
    names = tuple(_names(row.indicators))
    return Given(case.number, case.title, case.chain, row.stars, names, row.words, row.rated_at)


def _names(codes: Iterable[str]) -> Iterable[str]:
    known = {code: name for level in INDICATORS.values() for code, name in level.items()}
    return (known.get(code, code) for code in codes)
