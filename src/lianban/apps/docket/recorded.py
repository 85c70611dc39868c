"""The record as the roots of the days read it: by the moment of recording, over all proceedings."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Min

from lianban.apps.docket.models import EventRow, Proceeding


def recorded_between(start: datetime, end: datetime) -> Iterator[tuple[uuid.UUID, int, str]]:
    """Yield proceeding, sequence number and digest of every event recorded from a moment until before another.

    In the order of the moment, the proceeding and the number, a few thousand at a time.
    """
    found = EventRow.objects.filter(recorded_at__gte=start, recorded_at__lt=end)
    ordered = found.order_by("recorded_at", "proceeding_id", "seq")
    return ordered.values_list("proceeding_id", "seq", "digest").iterator(chunk_size=5000)


def first_recorded_at() -> datetime | None:
    """Return when the first event was recorded; None while there is none."""
    earliest: datetime | None = EventRow.objects.aggregate(first=Min("recorded_at"))["first"]
    return earliest


def numbers_of(proceedings: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Return the numbers that proceedings bear, by their ids; one that is not there is left out."""
    return dict(Proceeding.objects.filter(pk__in=list(proceedings)).values_list("pk", "number"))
