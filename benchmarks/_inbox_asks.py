"""What is asked of a database with a million cases."""

import random  # noqa: TID251 benchmarks repeat with a seed
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from statistics import quantiles

import django

django.setup()

from benchmarks import _county  # noqa: E402 Django is set up first
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from lianban.apps.accounts.models import Kind, Person  # noqa: E402
from lianban.apps.cases import lists  # noqa: E402
from lianban.apps.cases import public as cases  # noqa: E402
from lianban.apps.docket import public as docket  # noqa: E402
from lianban.apps.docket.models import Proceeding  # noqa: E402
from lianban.apps.organs import public as organs  # noqa: E402
from lianban.core.proceedings.events import Actor, Role  # noqa: E402

Say = Callable[[str], None]
ROWS, REPEATS, PAGES = 100, 60, 25
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
    for authority in _busiest():
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
    """Print how long whole pages take."""
    say(f"\n{'page':34}{'p50 ms':>9}{'p95 ms':>9}{'statements':>12}")
    for name, person, path in _asked():
        client = _client(person)
        sent: list[str] = []
        with connection.execute_wrapper(lambda run, sql, *rest, sent=sent: (sent.append(sql), run(sql, *rest))[1]):
            status = client.get(path).status_code
        p50, p95 = _times(lambda client=client, path=path: client.get(path), PAGES)
        say(f"{name:34}{p50:>9.1f}{p95:>9.1f}{len(sent):>12}{'' if status == 200 else f'   answered {status}'}")


def _asked() -> Iterator[tuple[str, Person | None, str]]:
    approver, clerk = _staff(Role.APPROVER, _busiest()), _staff(Role.CLERK)
    supervisor, citizen = (
        _staff(Role.SUPERVISOR),
        Person.objects.filter(kind=Kind.CITIZEN).order_by("created_at").first(),
    )
    post = next(each for each in organs.posts_of(approver.pk, timezone.localdate()) if each.role is Role.APPROVER)
    running = Proceeding.objects.filter(authority=post.authority, closed_at=None, waiting=False, parent__isnull=False)
    item = running.order_by("statutory_due_on").first()
    whole = Proceeding.objects.get(pk=item.parent_id) if item else None
    yield "home", None, "/"
    yield "office inbox", approver, "/office/"
    yield "office, done", approver, "/office/?list=done"
    yield "desk, to accept", clerk, "/desk/to-accept/"
    yield "desk, running", clerk, "/desk/running/"
    yield "desk, to hand over", clerk, "/desk/to-issue/"
    yield "desk, closed", clerk, "/desk/closed/"
    yield "my cases", citizen, "/my/"
    yield "oversight, home", supervisor, "/oversight/today/"
    yield "oversight, all cases", supervisor, "/oversight/cases/"
    if item and whole:
        yield "item page", approver, f"/office/{item.number}/"
        yield "case page at the desk", clerk, f"/desk/running/{whole.number}/"
        yield "case page of supervision", supervisor, f"/oversight/cases/{whole.number}/"
        yield "desk, by end of a number", clerk, f"/desk/all/?q={whole.number[-9:]}"
        yield "desk, by name", clerk, f"/desk/all/?q={whole.title[:4]}"
        yield "office, by number", approver, f"/office/?q={item.number[-11:]}"
        yield "oversight, by number", supervisor, f"/oversight/cases/?q={item.number}"
        yield "oversight, by name", supervisor, f"/oversight/cases/?q={item.title[:4]}"


def _busiest() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT authority FROM docket_proceeding WHERE closed_at IS NULL AND parent_id IS NOT NULL "
                       "AND NOT waiting GROUP BY 1 ORDER BY count(*) DESC LIMIT 4")  # fmt: skip
        return [row[0] for row in cursor.fetchall()]


def _staff(role: Role, authorities: Sequence[str] = ()) -> Person:
    """Somebody with a post of this role, at one of these authorities."""
    for person in Person.objects.filter(kind=Kind.STAFF).order_by("created_at"):
        posts = organs.posts_of(person.pk, timezone.localdate())
        if posts and posts[0].role is role and (not authorities or posts[0].authority in authorities):
            return person
    raise LookupError(role)


def _client(person: Person | None) -> Client:
    client = Client(headers={"host": "localhost"})
    if person:
        client.force_login(person, settings.AUTHENTICATION_BACKENDS[0])
    return client


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
