"""Works out how loud the warnings are on what is open or not delivered, so that pages need not.

Once a minute, what changed since it was looked at is looked at again; after midnight, when every clock stands one day
later, everything is. The rules are those of core/supervision/signals; nothing here knows them.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from lianban.apps.cases.acting import context
from lianban.apps.docket import mappers
from lianban.apps.docket.models import Proceeding
from lianban.apps.oversight.models import Watched
from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.supervision.signals import Signal, chain_signals, item_signals

UNDELIVERED = ("granted", "refused", "certified")
BATCH = 500
AT_ONCE = 20_000
"""So many are looked at in one go, half a minute's work; what is left is next minute's."""
WATCHED = Q(closed_at=None) | Q(parent__isnull=False, state__in=UNDELIVERED)
KEPT = ("version", "reckoned_on", "level", "days")


def reckon_warnings(now: datetime, *, at_most: int = AT_ONCE) -> int:
    """Look again at what changed, or was looked at on another day, and return how many that were."""
    today, calendar, done = local_day(now), context(now).calendar, 0
    Watched.objects.exclude(Q(proceeding__closed_at=None) | Q(proceeding__state__in=UNDELIVERED)).delete()
    while done < at_most and (found := list(_stale(today)[:BATCH])):
        with transaction.atomic():
            _keep(found, today, calendar)
        done += len(found)
    return done


def signals(found: Proceeding, today: date, calendar: WorkingCalendar) -> tuple[Signal, ...]:
    """Return the warnings that one proceeding deserves on a day, the loudest first."""
    state = mappers.loaded(found).state
    if isinstance(state, ChainState):
        return chain_signals(state, today, calendar)
    return item_signals(state, today, calendar) if isinstance(state, ItemState) else ()


def _stale(today: date) -> QuerySet[Proceeding]:
    fresh = Q(watched__version=F("version"), watched__reckoned_on=today)
    return Proceeding.objects.filter(WATCHED).filter(Q(watched=None) | ~fresh).order_by("promised_due_on", "id")


def _keep(found: Sequence[Proceeding], today: date, calendar: WorkingCalendar) -> None:
    rows = []
    for each in found:
        worst = next(iter(signals(each, today, calendar)), None)
        level, days = (int(worst.level), worst.days) if worst else (0, 0)
        rows.append(Watched(proceeding=each, version=each.version, reckoned_on=today, level=level, days=days))
    Watched.objects.bulk_create(rows, update_conflicts=True, unique_fields=["proceeding"], update_fields=KEPT)
