"""The figures of a period counted in the database, by the definitions of core/supervision/figures.

What was finished in the period is read from one index, what fell due and was not finished from another that holds only
what is open or late; both in one statement. A test compares the numbers with the core's own over generated cases.
"""

from datetime import timedelta

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.functions import TruncDate

from lianban.apps.docket.models import DECIDED, DUE, FINISHED, LATE_OR_OPEN, MEASURED, Proceeding
from lianban.apps.docket.visibility import visible_proceedings
from lianban.apps.oversight.values import Narrowed
from lianban.core.proceedings.events import Actor
from lianban.core.proceedings.moments import midnight
from lianban.core.supervision.figures import Counted, Counts, Measure, Period

COLUMNS = ("number", "authority", "chain", "accepted_on", "statutory_due_on", "due_on", "closed_on")
COUNTS = tuple(Counts.model_fields)
SEEN = ("authority", "accepted_on", "due_on", "closed_on")
COUNTED = """
    SELECT authority, sum(finished)::int, sum(in_time)::int, sum(early)::int, sum(same_day)::int, sum(missed)::int
    FROM (
        SELECT authority, count(*) AS finished, count(*) FILTER (WHERE closed_on <= due_on) AS in_time,
               count(*) FILTER (WHERE closed_on < due_on) AS early,
               count(*) FILTER (WHERE closed_on = accepted_on) AS same_day, 0 AS missed
        FROM ({} OFFSET 0) AS seen GROUP BY authority
        UNION ALL SELECT authority, 0, 0, 0, 0, count(*) FROM ({}) AS seen GROUP BY authority
    ) AS counted GROUP BY authority ORDER BY authority COLLATE "C"
"""
"""OFFSET 0 makes PostgreSQL work out the local day of an end once for each case, not once for each figure."""
ABOVE: dict[Measure, Q] = {
    Measure.ON_TIME: Q(closed_on__lte=F("due_on")),
    Measure.EARLY: Q(closed_on__lt=F("due_on")),
    Measure.SAME_DAY: Q(closed_on=F("accepted_on")),
}
"""Which of the finished cases stand above the line."""
REST: dict[Measure, Q] = {
    Measure.EARLY: Q(closed_on__gte=F("due_on")),
    Measure.SAME_DAY: ~Q(closed_on=F("accepted_on")),
}


def counts_by_authority(actor: Actor, over: Period, narrowed: Narrowed) -> dict[str, Counts]:
    """Return what the figures of each office are worked out from, by its key, in one statement."""
    known = _dated(actor, narrowed)
    finished = known.filter(FINISHED & _finished(over), due_on__isnull=False)
    missed = known.filter(MEASURED & LATE_OR_OPEN & _fell_due(over))
    try:
        queries = [each.order_by().values_list(*SEEN).query.sql_with_params() for each in (finished, missed)]
    except EmptyResultSet:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(*(sql for sql, _ in queries)), [one for _, values in queries for one in values])
        return {authority: Counts(**dict(zip(COUNTS, counts, strict=True))) for authority, *counts in cursor}


def listed(
    actor: Actor, over: Period, measure: Measure, narrowed: Narrowed, *, above: bool, first: int, limit: int
) -> tuple[Counted, ...]:
    """Return some of the cases behind a figure: those above the line or the rest, what matters most first."""
    found = _dated(actor, narrowed).filter(MEASURED, due_on__isnull=False)
    if (measure is Measure.OVERDUE) is above and measure in (Measure.ON_TIME, Measure.OVERDUE):
        missed = Q(FINISHED & _finished(over) & Q(closed_on__gt=F("due_on"))) | _fell_due(over)
        found = found.filter(LATE_OR_OPEN & missed).order_by("due_on", "id")
    else:
        of = Measure.ON_TIME if measure is Measure.OVERDUE else measure
        condition = ABOVE[of] if above or measure is Measure.OVERDUE else REST[of]
        found = found.filter(FINISHED & _finished(over) & condition).order_by("-closed_at", "-id")
    return tuple(map(Counted.model_validate, found.values(*COLUMNS)[first : first + limit]))


def _dated(actor: Actor, narrowed: Narrowed) -> QuerySet[Proceeding]:
    return visible_proceedings(actor).filter(**narrowed.columns).annotate(due_on=DUE, closed_on=TruncDate("closed_at"))


def _finished(over: Period) -> Q:
    last = min(over.last, over.today)
    return Q(closed_at__gte=midnight(over.first), closed_at__lt=midnight(last + timedelta(days=1)))


def _fell_due(over: Period) -> Q:
    """Due in the period and before today, and not finished by the end of what was looked at."""
    last = min(over.last, over.today - timedelta(days=1))
    after = Q(closed_at__gte=midnight(min(over.last, over.today) + timedelta(days=1)), state__in=DECIDED)
    return Q(due_on__gte=over.first, due_on__lte=last) & (Q(closed_at=None) | after)
