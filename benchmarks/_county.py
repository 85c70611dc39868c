"""Fills a database with a year of a county's cases: decided by the real rules, with hash chains that hold, by COPY.

Light form: of each working day a few applications are decided step by step by the rules; the others of that day are
their twins (benchmarks/_twins.py). Papers, files and messages are left out. Days are filled side by side, one per core,
each in one transaction; what was filled stays, and the next run goes on after the last whole day. The indexes that
only lists need are taken down meanwhile and built at the end, from what `bench_index` remembers of them.
"""

import os
import random  # noqa: TID251 benchmarks repeat with a seed
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from multiprocessing import get_context

from benchmarks import _course
from benchmarks._distributions import days_of
from benchmarks._twins import DOCKET, a_twin, send
from django.db import connection, transaction

from lianban.apps.accounts.models import Kind, Person
from lianban.apps.cases import plans
from lianban.apps.cases.acting import context
from lianban.apps.oversight import public as oversight
from lianban.apps.storage.encrypted import findable
from lianban.core.calendars.hours import CHINA

A_DAY = 4
"""Applications of a day that the rules decide; the others are their twins."""
CASES_OF_A_CITIZEN = 80
ROWS = 1_500
"""Twins that are sent at once."""
LEDGERS = """
    CREATE TABLE IF NOT EXISTS bench_filled (day date PRIMARY KEY, items int NOT NULL);
    CREATE TABLE IF NOT EXISTS bench_index (name text PRIMARY KEY, definition text NOT NULL)
"""
UNCHECKED = "SET session_replication_role = replica; SET synchronous_commit = off"
"""While filling, nobody looks up for each row whether its proceeding is there: it was sent a line before."""
FOR_LISTS = """
    INSERT INTO bench_index
    SELECT indexname, indexdef FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename = ANY(%s) AND NOT EXISTS (
        SELECT FROM pg_constraint WHERE conname = indexname AND connamespace = current_schema()::regnamespace)
    ON CONFLICT DO NOTHING
"""
MEMORY = "SET maintenance_work_mem = '1GB'"

Say = Callable[[str], None]


def fill(items: int, now: datetime, say: Say) -> None:
    """Fill until about so many items are there. Days that are there already stay."""
    with connection.cursor() as cursor:
        cursor.execute(LEDGERS)
        cursor.execute("SELECT day, items FROM bench_filled")
        done: dict[date, int] = dict(cursor.fetchall())
    if sum(done.values()) < items * 0.99:
        people = citizens(max(1, items // CASES_OF_A_CITIZEN), now, say)
        _take_indexes_down()
        days = days_of(items, now.astimezone(CHINA).date(), context(now).calendar)
        fill_day = partial(_fill_day, wanted=max(1, items // len(days)), people=people, now=now)
        with _workers() as side_by_side:
            for day, written in side_by_side(fill_day, [each for each in days if each not in done]):
                done[day] = written
                if len(done) % 10 == 0 or len(done) == len(days):
                    say(f"  {day}  {sum(done.values()):>9,} of {items:,} items")
    _build_indexes(say)
    while looked_at := oversight.reckon_warnings(now):
        say(f"  {looked_at:,} proceedings looked at for warnings")


def citizens(count: int, now: datetime, say: Say) -> list[uuid.UUID]:
    """Return the accounts of so many citizens; those who are missing are made."""
    found = list(Person.objects.filter(kind=Kind.CITIZEN).values_list("pk", flat=True)[:count])
    missing = [
        Person(
            kind=Kind.CITIZEN, sign_in_name=findable(f"bench|{uuid.uuid4()}"), name="演示申请人", identity_level=3,
            password="!", created_at=now,
        )
        for _ in range(count - len(found))
    ]  # fmt: skip
    if missing:
        say(f"  {len(missing):,} citizens")
        Person.objects.bulk_create(missing, batch_size=1000)
    return found + [each.pk for each in missing]


@contextmanager
def _workers() -> Iterator[Callable[..., Iterable[tuple[date, int]]]]:
    """Yield what calls a function for each of many days, one process per core, each with a connection of its own."""
    connection.close()
    connection.close_pool()
    with get_context("fork").Pool(os.cpu_count(), _begin) as pool:
        yield pool.imap_unordered


def _begin() -> None:
    with connection.cursor() as cursor:
        cursor.execute(UNCHECKED)


def _fill_day(day: date, *, wanted: int, people: list[uuid.UUID], now: datetime) -> tuple[date, int]:
    chance = random.Random(day.toordinal())
    drawn = list(_course.courses(day, now, A_DAY, chance))
    for course in drawn:
        plans.keep(course.plan, course.whole.opening.plan_digest)
    with transaction.atomic(), connection.cursor() as cursor:
        written, serial = 0, 1
        for course in drawn:
            twin, size = a_twin(course), max(1, len(course.items))
            count = max(1, round(wanted / A_DAY / size))
            for first in range(0, count, ROWS):
                serials = range(serial + first, serial + min(count, first + ROWS))
                send(cursor, twin, [f"370304YJS{day:%Y%m%d}{each:05d}" for each in serials], people, chance)
            serial, written = serial + count, written + count * size
        cursor.execute("INSERT INTO bench_filled VALUES (%s, %s)", [day, written])
    return day, written


@transaction.atomic
def _take_indexes_down() -> None:
    with connection.cursor() as cursor:
        cursor.execute(FOR_LISTS, [list(DOCKET)])
        cursor.execute("SELECT name FROM bench_index")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP INDEX IF EXISTS "{name}"')
        for table in DOCKET:
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")


def _build_indexes(say: Say) -> None:
    """Build what was taken down and leave the tables as a server leaves them that had time to tidy up."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, definition FROM bench_index")
        missing = cursor.fetchall()
        if not missing:
            return
        say(f"  {len(missing)} indexes")
        cursor.execute(MEMORY)
        for name, definition in missing:
            cursor.execute(definition.replace(" INDEX ", " INDEX IF NOT EXISTS ", 1))
            cursor.execute("DELETE FROM bench_index WHERE name = %s", [name])
        for table in DOCKET:
            cursor.execute(f"ALTER TABLE {table} RESET (autovacuum_enabled)")
        cursor.execute("VACUUM (ANALYZE)")
        cursor.execute("RESET maintenance_work_mem")


def sampled(count: int, chance: random.Random) -> Iterator[str]:
    """Yield the numbers of some applications that were filled in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT day, items FROM bench_filled ORDER BY day")
        days = cursor.fetchall()
    for day, _items in chance.sample(days, min(count, len(days))):
        yield f"370304YJS{day:%Y%m%d}{chance.randint(1, 3):05d}"
