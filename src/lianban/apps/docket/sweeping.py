"""Proceedings that time alone changes: found by their day, taken one by one, by as many workers as there are."""

import logging
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from lianban.apps.docket.models import Proceeding

LOG = logging.getLogger(__name__)
AT_ONCE = 500
"""So many are dealt with in one sweep; what is left is the next one's."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did. failed: numbers of those that could not be dealt with; the next sweep tries again."""

    done: int
    failed: tuple[str, ...]


def sweep_due(procedure: str, today: date, act: Callable[[str], None]) -> Swept:
    """Call an act with the number of every proceeding of a procedure that wakes today or earlier.

    act: does what the law says and appends; it runs in a transaction of its own that holds the proceeding's lock, so
    two sweeps never deal with one proceeding at once and neither waits for the other. It must move or clear the day.
    """
    due = Proceeding.objects.filter(procedure=procedure, wakes_on__lte=today).order_by("wakes_on", "id")
    done, failed = 0, []
    for key, number in due.values_list("pk", "number")[:AT_ONCE]:
        try:
            done += _take(key, number, today, act)
        except Exception:  # one broken proceeding must not keep the law from all others
            LOG.exception("the sweep could not deal with %s", number)
            failed.append(number)
    return Swept(done, tuple(failed))


@dataclass(frozen=True, slots=True)
class Walked:
    """One stretch of a walk. reached: the last proceeding looked at, None behind the end. done: how many changed.

    left: numbers of those that somebody else held, or that could not be dealt with.
    """

    reached: uuid.UUID | None
    done: int
    left: tuple[str, ...]


def walk_open(procedure: str, after: uuid.UUID, act: Callable[[str], bool], *, limit: int) -> Walked:
    """Call an act with the number of each open proceeding of a procedure behind one, in the order of their ids.

    act: says whether it changed anything; it runs in a transaction of its own that holds the proceeding's lock.
    """
    found = Proceeding.objects.filter(procedure=procedure, closed_at=None, pk__gt=after).order_by("id")
    keys = list(found.values_list("pk", "number")[:limit])
    walked = walk_these([number for _key, number in keys], act)
    return replace(walked, reached=keys[-1][0] if keys else None)


def walk_these(numbers: Iterable[str], act: Callable[[str], bool]) -> Walked:
    """Call an act with each of some numbers whose proceeding is still open; one that is held is not waited for."""
    done, left = 0, []
    for number in numbers:
        try:
            changed = _hold(number, act)
        except Exception:  # one broken proceeding must not keep the law from all others
            LOG.exception("the walk could not deal with %s", number)
            changed = None
        if changed is None:
            left.append(number)
        done += bool(changed)
    return Walked(None, done, tuple(left))


@transaction.atomic
def _hold(number: str, act: Callable[[str], bool]) -> bool | None:
    """None where somebody else holds it; False where it is closed by now."""
    found = Proceeding.objects.filter(number=number, closed_at=None)
    if not found.exists():
        return False
    return act(number) if found.select_for_update(skip_locked=True).exists() else None


@transaction.atomic
def _take(key: object, number: str, today: date, act: Callable[[str], None]) -> bool:
    free = Proceeding.objects.select_for_update(skip_locked=True).filter(pk=key, wakes_on__lte=today)
    if not free.exists():
        return False
    act(number)
    return True
