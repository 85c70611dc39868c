"""Who may not apply again yet: false material bars for a year, fraud for three (Arts. 78 and 79)."""

from collections.abc import Iterable
from datetime import date

from lianban.apps.docket import public as docket
from lianban.apps.docket.models import Proceeding
from lianban.core.proceedings.shared import Barred


def bars(parent: docket.Loaded, items: Iterable[str], today: date) -> tuple[Barred, ...]:
    """Return which items of an application its applicant may not apply for today, and until when.

    parent: the application. items: keys of what it asks for. It rests on earlier items of the same applicant.
    """
    earlier = Proceeding.objects.filter(
        parent__isnull=False,
        applicant=parent.applicant,
        item__in=list(items),
        snapshot__barred_until__gte=today.isoformat(),
    )
    latest: dict[str, Barred] = {}
    for found in earlier.order_by("opened_at", "id"):
        until = date.fromisoformat(found.snapshot["barred_until"])
        known = latest.get(found.item)
        if known is None or known.until < until:
            latest[found.item] = Barred(item=found.item, name=found.title, until=until, earlier=found.number)
    return tuple(latest.values())
