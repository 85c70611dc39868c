"""Closing days: each gets its root, in order, and none is left out."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction

from lianban.apps.docket import public as docket
from lianban.apps.roots.leaves import packed, recorded_on, unpacked
from lianban.apps.roots.models import DayRoot
from lianban.apps.storage.wired import ports
from lianban.core.calendars.hours import CHINA
from lianban.core.proceedings.moments import local_day
from lianban.core.supervision.merkle import tree_root
from lianban.core.supervision.roots import NO_ROOT, DailyRoot

GRACE = timedelta(minutes=30)
"""An act that began before midnight has long been recorded by then; later it is refused, not lost in a closed day."""
ONE_DAY = timedelta(days=1)
TURN = """
SET LOCAL lock_timeout = '5s';
SELECT pg_advisory_xact_lock(hashtext('roots_day'));
LOCK TABLE docket_event IN SHARE MODE
"""
"""Whoever is still writing ends first, and whoever comes meanwhile waits: no event slips under a root unseen."""


def close_days(now: datetime) -> int:
    """Make the root of every day that ended and has none; return how many. Run twice, it makes nothing twice."""
    last = ((now - GRACE).astimezone(CHINA) - ONE_DAY).date()
    return sum(_close(day, now) for day in _missing(last))


def _missing(last: date) -> Iterator[date]:
    latest = DayRoot.objects.order_by("-number").first()
    first = latest.day + ONE_DAY if latest else _first_day()
    while first is not None and first <= last:
        yield first
        first += ONE_DAY


def _first_day() -> date | None:
    earliest = docket.first_recorded_at()
    return local_day(earliest) if earliest else None


@transaction.atomic
def _close(day: date, now: datetime) -> bool:
    """One day in one transaction; a second worker waits its turn and then finds the day closed."""
    with connection.cursor() as cursor:
        cursor.execute(TURN)
    before = DayRoot.objects.order_by("-number").first()
    if before and before.day >= day:
        return False
    leaves = b"".join(map(packed, recorded_on(day)))
    made = DailyRoot(
        county=settings.LIANBAN_DIVISION,
        day=day,
        number=before.number + 1 if before else 1,
        events=sum(1 for _ in unpacked(leaves)),
        root=tree_root(leaf.digest for leaf in unpacked(leaves)).hex(),
        previous=stated(before).head if before else NO_ROOT,
    )
    key = ports().log_key
    signed = key.sign(made.statement, now)
    DayRoot.objects.create(
        **made.model_dump(exclude={"format"}),
        leaves=leaves,
        signature=signed.value,
        certificates=signed.certificates,
        signer=key.name,
        signed_at=now,
    )
    return True


def stated(row: DayRoot) -> DailyRoot:
    """Return what a stored root states."""
    return DailyRoot.model_validate({name: getattr(row, name) for name in DailyRoot.model_fields if name != "format"})
