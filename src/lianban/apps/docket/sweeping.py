"""Proceedings that time alone changes: found by their day, taken one by one, by as many workers as there are."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from lianban.apps.docket.models import Proceeding

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did. failed: numbers of those that could not be dealt with; the next sweep tries again."""

    done: int
    failed: tuple[str, ...]


def sweep_due(procedure: str, today: date, act: Callable[[str], None], *, limit: int = 500) -> Swept:
    """Call an act with the number of every proceeding of a procedure that wakes today or earlier.

    act: does what the law says and appends; it runs in a transaction of its own that holds the proceeding's lock, so
    two sweeps never deal with one proceeding at once and neither waits for the other. It must move or clear the day.
    """
    due = Proceeding.objects.filter(procedure=procedure, wakes_on__lte=today).order_by("wakes_on", "id")
    done, failed = 0, []
    for key, number in due.values_list("pk", "number")[:limit]:
        try:
            done += _take(key, number, today, act)
        except Exception:  # one broken proceeding must not keep the law from all others
            LOG.exception("the sweep could not deal with %s", number)
            failed.append(number)
    return Swept(done, tuple(failed))


@transaction.atomic
def _take(key: object, number: str, today: date, act: Callable[[str], None]) -> bool:
    free = Proceeding.objects.select_for_update(skip_locked=True).filter(pk=key, wakes_on__lte=today)
    if not free.exists():
        return False
    act(number)
    return True
