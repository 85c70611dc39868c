"""The figures of a month, of one office or of all, with the cases behind each."""

from collections.abc import Iterable

from lianban.apps.cases.lists import Reader
from lianban.apps.catalogue import public as catalogue
from lianban.apps.oversight import tallies
from lianban.apps.oversight.values import EVERYTHING, Behind, Figures, Month, Narrowed
from lianban.core.items.model import ServiceItem
from lianban.core.supervision.figures import Counts, Measure, Period, Shortened, shortened


def figures(reader: Reader, month: Month, narrowed: Narrowed = EVERYTHING) -> Figures:
    """Return the figures of a month."""
    items = catalogue.current().items.values()
    return _figures(_together(_counts(reader, month, narrowed)), narrowed.authority, items)


def figures_by_authority(
    reader: Reader, month: Month, narrowed: Narrowed = EVERYTHING
) -> tuple[Figures, tuple[Figures, ...]]:
    """Return the figures of a month, and those of every office that had something to finish in it, by its key."""
    found, items = _counts(reader, month, narrowed), catalogue.current().items.values()
    offices = tuple(_figures(theirs, key, items) for key, theirs in found.items())
    return _figures(_together(found), narrowed.authority, items), offices


def measured(
    reader: Reader, month: Month, measure: Measure, narrowed: Narrowed, *, above: bool = False, first: int = 0,
    limit: int = 50,
) -> Behind:  # fmt: skip
    """Return one figure and a page of the cases it was counted from: those above the line, or the rest."""
    tally = _together(_counts(reader, month, narrowed)).tally(measure)
    of = period(reader, month)
    listed = tallies.listed(reader.actor, of, measure, narrowed, above=above, first=first, limit=limit)
    return Behind(tally, listed)


def shortened_limits(authority: str = "") -> Shortened:
    """Return by how much the promises of the catalogue's items shorten the law."""
    return _shortened(authority, catalogue.current().items.values())


def period(reader: Reader, month: Month) -> Period:
    """Return a month as a period that ends today at the latest."""
    last = month.following.first.toordinal() - 1
    return Period(first=month.first, last=month.first.fromordinal(last), today=reader.today)


def _counts(reader: Reader, month: Month, narrowed: Narrowed) -> dict[str, Counts]:
    return tallies.counts_by_authority(reader.actor, period(reader, month), narrowed)


def _together(found: dict[str, Counts]) -> Counts:
    return sum(found.values(), Counts())


def _figures(counts: Counts, authority: str, items: Iterable[ServiceItem]) -> Figures:
    shares = tuple(counts.tally(measure) for measure in Measure)
    return Figures(authority=authority, shares=shares, shortened=_shortened(authority, items))


def _shortened(authority: str, items: Iterable[ServiceItem]) -> Shortened:
    return shortened(
        [(i.key, i.statutory_limit, i.promised_limit) for i in items if not authority or i.authority == authority]
    )
