"""The ratings that were given, for supervision: what was said, never by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count

from lianban.apps.cases.lists import Reader
from lianban.apps.cases.models import Rating
from lianban.apps.cases.rating_indicators import INDICATORS
from lianban.apps.docket.visibility import seen_by
from lianban.core.proceedings.moments import midnight
from lianban.core.supervision.figures import Satisfaction

WORST_FIRST = ("stars", "-rated_at", "-id")


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


@dataclass(frozen=True, slots=True)
class Ratings:
    """What was said in some days. stars: how many ratings there are of each number of stars. given: a page of them."""

    stars: Satisfaction
    given: tuple[Given, ...]


def ratings(reader: Reader, first: date, last: date, *, skip: int = 0, limit: int = 50) -> Ratings:
    """Return the ratings of the days from first to last: how many, and a page, the worst first, then the latest."""
    said = Rating.objects.filter(rated_at__gte=midnight(first), rated_at__lt=midnight(last + timedelta(days=1)))
    found = seen_by(reader.actor, said, "case__proceeding")
    counts = dict(found.order_by().values_list("stars").annotate(Count("pk")))
    shown = found.order_by(*WORST_FIRST).values("pk")[skip : skip + limit]
    rows = Rating.objects.filter(pk__in=shown).select_related("case__proceeding").order_by(*WORST_FIRST)
    of_each = (counts.get(1, 0), counts.get(2, 0), counts.get(3, 0), counts.get(4, 0), counts.get(5, 0))
    return Ratings(Satisfaction(stars=of_each), tuple(map(_given, rows)))


def _given(row: Rating) -> Given:
    case = row.case.proceeding
    names = tuple(_names(row.indicators))
    return Given(case.number, case.title, case.chain, row.stars, names, row.words, row.rated_at)


def _names(codes: Iterable[str]) -> Iterable[str]:
    known = {code: name for level in INDICATORS.values() for code, name in level.items()}
    return (known.get(code, code) for code in codes)
