"""A figure counted by the database means what the core says it means."""

import itertools
import uuid
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianban.apps.docket.models import DECIDED, Proceeding
from lianban.apps.oversight import tallies
from lianban.apps.oversight.values import EVERYTHING, Narrowed
from lianban.core.calendars.hours import CHINA
from lianban.core.proceedings.events import Actor, Role
from lianban.core.supervision.figures import Counted, Counts, Measure, Period, share

pytestmark = pytest.mark.django_db
SUPERVISOR = Actor(person=str(uuid.UUID(int=1)), role=Role.SUPERVISOR)
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
DAYS = st.integers(-45, 75).map(lambda n: FIRST + timedelta(days=n))
MOMENTS = st.builds(datetime.combine, DAYS, st.sampled_from([time(0), time(12), time(23, 59)]), st.just(CHINA))
PERIODS = DAYS.map(lambda today: Period(first=FIRST, last=LAST, today=today))
ROWS = st.fixed_dictionaries(
    {
        "authority": st.sampled_from(["market", "health"]),
        "chain": st.sampled_from(["open", "move"]),
        "accepted_on": st.none() | DAYS,
        "promised_due_on": st.none() | DAYS,
        "statutory_due_on": st.none() | DAYS,
        "closed_at": st.none() | MOMENTS,
        "state": st.sampled_from([*DECIDED, "accepted", "withdrawn", "terminated"]),
    }
)
GENERATED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def stored(rows):
    """The application first, then an item for each row."""
    whole = a_row(number="W", accepted_on=FIRST, promised_due_on=FIRST)
    return Proceeding.objects.bulk_create(
        [whole, *(a_row(number=f"W-{at:03}", parent=whole, **row) for at, row in enumerate(rows))]
    )


def a_row(**columns):
    fixed = {"procedure": "item_case", "version": 1, "head": "", "snapshot": {}, "state": "accepted", "title": "x"}
    return Proceeding(**{**fixed, "opened_at": datetime(2026, 9, 1, tzinfo=CHINA), **columns})


def counted(row):
    """An item as the core sees it, or None where no figure is about it."""
    due, closed = row.promised_due_on or row.statutory_due_on, row.closed_at
    if row.parent is None or row.accepted_on is None or due is None or (closed and row.state not in DECIDED):
        return None
    closed_on = closed.astimezone(CHINA).date() if closed else None
    known = {name: getattr(row, name) for name in ("number", "authority", "chain", "accepted_on", "statutory_due_on")}
    return Counted(**known, due_on=due, closed_on=closed_on)


def all_listed(over, measure, above):
    pages = (
        tallies.listed(SUPERVISOR, over, measure, EVERYTHING, above=above, first=first, limit=3)
        for first in itertools.count(0, 3)
    )
    return [each for page in itertools.takewhile(bool, pages) for each in page]


@GENERATED
@given(st.lists(ROWS, max_size=12), PERIODS)
def test_what_the_database_counts_and_lists_is_what_the_core_reckons(rows, over):
    with transaction.atomic():
        seen = [found for row in stored(rows) if (found := counted(row))]
        together = sum(tallies.counts_by_authority(SUPERVISOR, over, EVERYTHING).values(), Counts())
        for measure in Measure:
            reckoned, tally = share(measure, seen, over), together.tally(measure)
            assert (tally.above, tally.below, tally.percent) == (
                len(reckoned.above), len(reckoned.below), reckoned.percent,
            )  # fmt: skip
            assert sorted(each.number for each in all_listed(over, measure, True)) == sorted(reckoned.above)
            rest = all_listed(over, measure, False)
            assert sorted(each.number for each in rest) == sorted(reckoned.rest)
            assert all(each in seen for each in rest)
        transaction.set_rollback(True)


@GENERATED
@given(st.lists(ROWS, max_size=12), PERIODS)
def test_each_office_and_each_chain_is_counted_by_itself(rows, over):
    with transaction.atomic():
        seen = [found for row in stored(rows) if (found := counted(row)) and found.chain == "move"]
        found = tallies.counts_by_authority(SUPERVISOR, over, Narrowed(chain="move"))
        for office in ("market", "health"):
            own = [each for each in seen if each.authority == office]
            for measure in Measure:
                assert found.get(office, Counts()).tally(measure).below == len(share(measure, own, over).below)
        transaction.set_rollback(True)


def test_all_figures_of_all_offices_are_one_statement(django_assert_num_queries):
    stored([])
    with django_assert_num_queries(1):
        tallies.counts_by_authority(SUPERVISOR, Period(first=FIRST, last=LAST, today=LAST), EVERYTHING)


OTHERS = """
    SELECT indexname FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename = 'docket_proceeding' AND indexname <> %s
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)
"""


def plan_along(index, found):
    """How something would be found with this index alone: which of many is preferred hangs on what is stored."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(OTHERS, [index])
        for (other,) in cursor.fetchall():
            cursor.execute(f'DROP INDEX "{other}"')
        cursor.execute("SET LOCAL enable_seqscan = off")
        told = found.explain()
        transaction.set_rollback(True)
    return told


def test_figures_and_searches_can_walk_along_their_indexes():
    over = Period(first=FIRST, last=LAST, today=LAST)
    every = tallies._dated(SUPERVISOR, EVERYTHING)
    along = {
        "docket_finished": every.filter(tallies.FINISHED & tallies._finished(over)),
        "docket_late_or_open": every.filter(tallies.MEASURED & tallies.LATE_OR_OPEN & tallies._fell_due(over)),
        "docket_title_parts": Proceeding.objects.filter(title__in=["食品经营许可"], parent__isnull=False),
        "docket_title_wholes": Proceeding.objects.filter(title__in=["开餐饮店"], parent=None),
    }
    for index, found in along.items():
        assert index in plan_along(index, found)
