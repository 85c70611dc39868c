"""The figures of a month, of one office or of all, with the cases behind each."""

from lianban.apps.cases.lists import Reader
from lianban.apps.catalogue import public as catalogue
from lianban.apps.oversight import tallies
from lianban.apps.oversight.values import EVERYTHING, Behind, Figures, Month, Narrowed
from lianban.core.supervision.figures import Counts, Measure, Period, Shortened, shortened


def figures(reader: Reader, month: Month, narrowed: Narrowed = EVERYTHING) -> Figures:
    """Return the figures of a month."""
    return _figures(_together(_counts(reader, month, narrowed)), narrowed.authority)


def figures_by_authority(reader: Reader, month: Month, chain: str = "") -> tuple[Figures, ...]:
    """Return the figures of every office that had something to finish in a month, by the office's key."""
    found = _counts(reader, month, Narrowed(chain=chain))
    return tuple(_figures(theirs, key) for key, theirs in found.items())


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
    items = catalogue.current().items.values()
    return shortened(
        [(i.key, i.statutory_limit, i.promised_limit) for i in items if not authority or i.authority == authority]
    )


def period(reader: Reader, month: Month) -> Period:
    """Return a month as a period that ends today at the latest."""
    last = month.following.first.toordinal() - 1
    return Period(first=month.first, last=month.first.fromordinal(last), today=reader.today)


def _counts(reader: Reader, month: Month, narrowed: Narrowed) -> dict[str, Counts]:
    return tallies.counts_by_authority(reader.actor, period(reader, month), narrowed)


def _together(found: dict[str, Counts]) -> Counts:
    return sum(found.values(), Counts())


def _figures(counts: Counts, authority: str) -> Figures:
    shares = tuple(counts.tally(measure) for measure in Measure)
    return Figures(authority=authority, shares=shares, shortened=shortened_limits(authority))
