"""What is asked of a database with a million cases."""

import random  # noqa: TID251 benchmarks repeat with a seed
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

import django

django.setup()

from benchmarks import _county, _pages_list  # noqa: E402 Django is set up first
from benchmarks._pages_list import busiest  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from lianban.apps.accounts.models import Person  # noqa: E402
from lianban.apps.cases import lists  # noqa: E402
from lianban.apps.cases import public as cases  # noqa: E402
from lianban.apps.docket import public as docket  # noqa: E402
from lianban.core.proceedings.events import Actor, Role  # noqa: E402

Say = Callable[[str], None]
ROWS, REPEATS, PAGES = 100, 60, 9
SIZES = "SELECT relname, reltuples::bigint FROM pg_class WHERE relname = ANY(%s)"
AN_APPROVER = Actor(person=str(uuid.UUID(int=9)), role=Role.APPROVER)
OWN = docket.Wanted(procedure="item_case", parts=True, asked=False, open=True)


def fill(count: int, say: Say) -> None:
    """Fill what is missing and say what is there."""
    started = time.monotonic()
    _county.fill(count, timezone.now(), say)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, reltuples::bigint FROM pg_class WHERE relname = ANY(%s)", [list(_county.DOCKET)]
        )
        sizes = dict(cursor.fetchall())
        cursor.execute("SELECT sum(items) FROM bench_filled")
        items = cursor.fetchone()[0]
    say(f"{items:,} cases, {sizes['cases_file']:,} applications, {sizes['docket_event']:,} events "
        f"({time.monotonic() - started:.0f} s to fill what was missing)")  # fmt: skip


def check_samples(say: Say) -> None:
    """Check the hash chains and the state rows of a few applications. Raises when one does not hold.

    The snapshot may be older than the code: a state learns new facts, and what was filled stays.
    """
    checked = 0
    for number in _county.sampled(5, random.Random(7)):
        whole = docket.whole(number)
        for part in (whole.parent, *whole.children):
            columns = {each.column for each in docket.replay_differences(part.number)}
            if docket.verify_log(part.number) or columns - {"snapshot"}:
                raise ValueError(f"{part.number} does not hold")
            checked += 1
    say(f"{checked} proceedings drawn by chance: every chain holds, every column follows from the events\n")


def inboxes(say: Say) -> float:
    """Return the worst 95th percentile of the offices with the most work, in milliseconds."""
    say(f"{'inbox of 100 rows':34}{'rows':>7}{'open':>8}{'p50 ms':>9}{'p95 ms':>9}")
    worst = 0.0
    for authority in busiest()[:4]:
        reader = cases.Reader(
            Actor(person=str(uuid.UUID(int=9)), role=Role.APPROVER, authority=authority), timezone.now()
        )
        found = lists._rows(docket.list_visible(reader.actor, OWN, limit=ROWS), reader)
        p50, p95 = _times(lambda reader=reader: lists._rows(docket.list_visible(reader.actor, OWN, limit=ROWS), reader))
        worst = max(worst, p95)
        count = docket.count_visible(reader.actor, OWN)
        say(f"{authority:34}{len(found):>7}{count:>8,}{p50:>9.1f}{p95:>9.1f}")
    return worst


def pages(say: Say) -> None:
    """Print how long whole pages take, on the clock and in work of this process and the database server."""
    say(f"\n{'page':40}{'p50 ms':>9}{'p95 ms':>9}{'work ms':>9}{'statements':>12}")
    clients = dict[Person | None, Client]()
    for each in _pages_list.pages(_pages_list.known()):
        client = clients.setdefault(each.person, _client(each.person))
        cache.clear()
        client.get(each.path)
        sent: list[str] = []
        with connection.execute_wrapper(lambda run, sql, *rest, sent=sent: (sent.append(sql), run(sql, *rest))[1]):
            status = client.get(each.path).status_code
        began, path = _worked(), each.path
        p50, p95 = _times(lambda client=client, path=path: client.get(path), PAGES)
        work = (_worked() - began) / (PAGES + 1)
        told = "" if status == 200 else f"   answered {status}"
        say(f"{each.name:40}{p50:>9.1f}{p95:>9.1f}{work:>9.1f}{len(sent):>12}{told}")


def _client(person: Person | None) -> Client:
    client = Client(headers={"host": "localhost"})
    if person:
        client.force_login(person, settings.AUTHENTICATION_BACKENDS[0])
    return client


def _worked() -> float:
    """Milliseconds of processor time so far, of this process and of the server process that answers it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        told = Path(f"/proc/{cursor.fetchone()[0]}/schedstat").read_text()
    return 1000 * time.process_time() + int(told.split()[0]) / 1e6


def share_of_a_core() -> float:
    """Return how much of a core this process is given now: processor time over wall time of a plain computation."""
    wall, spent = time.perf_counter(), time.process_time()
    sum(number * number for number in range(3_000_000))
    return (time.process_time() - spent) / (time.perf_counter() - wall)


def _times(action: Callable[[], object], repeats: int = REPEATS) -> tuple[float, float]:
    action()
    taken = []
    for _ in range(repeats):
        started = time.perf_counter()
        action()
        taken.append(1000 * (time.perf_counter() - started))
    cuts = quantiles(taken, n=100, method="inclusive")
    return cuts[49], cuts[94]
