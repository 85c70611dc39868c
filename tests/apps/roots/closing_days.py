"""Days of a small record, closed one after another."""

from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection

from lianban.apps.docket import public as docket
from lianban.apps.roots import public as roots
from tests.fakes.notebooks import CLERK, NOON, a_notebook, written

DAY = timedelta(days=1)


def wrote(number: str, *lines: str, at: datetime = NOON) -> None:
    """Write lines into a notebook, opening it where it is not there yet."""
    try:
        on: docket.Opening | docket.Loaded = docket.load(number)
    except docket.NoSuchProceeding:
        on = a_notebook(number)
    docket.append([docket.Change(on, tuple(written(each, at) for each in lines))], actor=CLERK, now=at, request_id="r")


def three_closed_days() -> datetime:
    """Two notebooks written in on the first day, nothing on the second, one on the third; return the day after."""
    wrote("B-1", "一", "二")
    wrote("B-2", "三")
    wrote("B-1", "四", at=NOON + 2 * DAY)
    after = NOON + 3 * DAY
    roots.close_days(after)
    return after


@contextmanager
def without_guards():
    """Write past every trigger, as somebody with the database's own password can."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("docket_event", "roots_day", "docket_proceeding"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor
        for table in ("docket_event", "roots_day", "docket_proceeding"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
