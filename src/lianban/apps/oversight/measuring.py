"""The figures of a month, of one office or of all, with the cases behind each."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from lianban.apps.cases.lists import Reader
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket.visibility import visible_proceedings
from lianban.apps.oversight.values import EVERYTHING, Figures, Month, Narrowed
from lianban.core.calendars.hours import CHINA
from lianban.core.supervision.figures import Counted, Measure, Period, Share, Shortened, share, shortened

DECIDED = ("granted", "refused", "certified", "delivered", "archived")
COLUMNS = ("number", "authority", "chain", "accepted_on", "promised_due_on", "statutory_due_on", "closed_at")


def figures(reader: Reader, month: Month, narrowed: Narrowed = EVERYTHING) -> Figures:
    """Return the figures of a month."""
    return _figures(_counted(reader, month, narrowed), period(reader, month), narrowed.authority)


def figures_by_authority(reader: Reader, month: Month, chain: str = "") -> tuple[Figures, ...]:
    """Return the figures of every office that had something to finish in a month, by the office's key."""
    counted = _counted(reader, month, Narrowed(chain=chain))
    offices: dict[str, list[Counted]] = {}
    for each in counted:
        offices.setdefault(each.authority, []).append(each)
    found = (_figures(theirs, period(reader, month), key) for key, theirs in sorted(offices.items()))
    return tuple(each for each in found if each.shares[0].below)


def measured(reader: Reader, month: Month, measure: Measure, narrowed: Narrowed) -> tuple[Share, dict[str, Counted]]:
    """Return one figure and, by number, everything it was counted from."""
    counted = _counted(reader, month, narrowed)
    return share(measure, counted, period(reader, month)), {each.number: each for each in counted}


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


def _figures(counted: Sequence[Counted], over: Period, authority: str) -> Figures:
    shares = tuple(share(measure, counted, over) for measure in Measure)
    return Figures(authority=authority, shares=shares, shortened=shortened_limits(authority))


def _counted(reader: Reader, month: Month, narrowed: Narrowed) -> list[Counted]:
    """Every item that a person's decision ends, due or finished in the month; what was withdrawn is nobody's merit."""
    start, end = month.first, month.following.first
    concerned = Q(promised_due_on__range=(start, end)) | Q(statutory_due_on__range=(start, end))
    concerned |= Q(closed_at__date__gte=start, closed_at__date__lt=end)
    asked = {name: value for name, value in (("authority", narrowed.authority), ("chain", narrowed.chain)) if value}
    found = visible_proceedings(reader.actor).filter(
        concerned, Q(closed_at=None) | Q(state__in=DECIDED), parent__isnull=False, accepted_on__isnull=False, **asked
    )
    return list(_items(found.order_by("id").values(*COLUMNS)))


def _items(rows: Iterable[dict[str, object]]) -> Iterable[Counted]:
    for row in rows:
        due, closed_at = row.pop("promised_due_on"), row.pop("closed_at")
        due = due or row["statutory_due_on"]
        if due is not None:
            closed_on = closed_at.astimezone(CHINA).date() if closed_at else None  # type: ignore[attr-defined]
            yield Counted.model_validate({**row, "due_on": due, "closed_on": closed_on})
