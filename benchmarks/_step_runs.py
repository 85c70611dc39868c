"""Steps, and the plain transactions they are measured against."""

import json
import time
import uuid
from collections.abc import Callable
from statistics import median
from typing import Any

import django

django.setup()

from benchmarks._ours import Case, statements  # noqa: E402 Django is set up first
from django.db import connection, transaction  # noqa: E402

from lianban.apps.docket import mappers  # noqa: E402
from lianban.apps.docket import public as docket  # noqa: E402
from lianban.apps.docket.models import EventRow, Proceeding  # noqa: E402
from lianban.core.proceedings.events import Place, record, state_digest  # noqa: E402

CASES, WAYS, AGES = 20, 8, 5_000
JOB = (
    "SELECT procrastinate_defer_jobs_v1(ARRAY["
    "ROW('default','bench_step',0,NULL,NULL,%s::jsonb,NULL)::procrastinate_job_to_defer_v1])"
)


def step_and_plain() -> tuple[float, float, int]:
    """Return the seconds of a step, of the same rows by plain SQL, and how many statements a step sends."""
    cases = [Case(WAYS) for _ in range(CASES)]
    with statements() as sent:
        cases[0].approve(0)
    taken: list[float] = []
    plain: list[float] = []
    for place in range(1, WAYS):
        for case in cases[1:]:
            taken.append(_timed(lambda case=case, place=place: case.approve(place)))
            rows = _rows_of(case, place)
            plain.append(_timed(lambda rows=rows: _write(rows)))
    return median(taken), median(plain), len([sql for sql in sent if not sql.startswith(("SAVEPOINT", "RELEASE"))])


def evidence() -> float:
    """Return by how much the hash chain and the digests of the states lengthen a step, as a share of the rest."""
    case = Case(WAYS)
    whole = _timed(lambda: case.approve(0))
    events = [each for number in (case.number, f"{case.number}-001") for each in docket.events(number)[-1:]]
    states = [docket.load(number).state for number in (case.number, f"{case.number}-001")]

    def prove() -> None:
        for state, each in zip(states, events, strict=True):
            place = Place(proceeding=each.proceeding, number=each.number, seq=each.seq, before=each.before,
                          after=state_digest(state), previous=each.previous)  # fmt: skip
            record(each, place, actor=each.actor, recorded_at=each.recorded_at, request_id=each.request_id)

    def keep() -> None:
        for each in events:
            mappers.event_columns(each)

    taken = [_timed(lambda place=place: case.approve(place)) for place in range(1, WAYS)]
    proof = median(_timed(prove) for _ in range(50)) - median(_timed(keep) for _ in range(50))
    step = median([whole, *taken])
    return proof / (step - proof)


def old_beside_fresh() -> float:
    """Return how much longer a step takes when its application has thousands of events behind it."""
    fresh, old = Case(WAYS), Case(WAYS)
    _age(old)
    pairs = [(_timed(lambda p=p: old.approve(p)), _timed(lambda p=p: fresh.approve(p))) for p in range(WAYS)]
    return median(each for each, _ in pairs) / median(each for _, each in pairs)


def _age(case: Case) -> None:
    """Give an application and its items a long history behind their present state."""
    for row in Proceeding.objects.filter(number__startswith=case.number):
        first = row.events.order_by("seq").last()
        copies = []
        for place in range(1, AGES // (WAYS + 1) + 1):
            said = {field.attname: getattr(first, field.attname) for field in EventRow._meta.concrete_fields}
            copies.append(EventRow(**{**said, "id": uuid.uuid4(), "seq": row.version + 100_000 + place}))
        EventRow.objects.bulk_create(copies)


def _rows_of(case: Case, place: int) -> list[tuple[str, list[Any]]]:
    """The statements that write what a step wrote, under other ids."""
    made: list[tuple[str, list[Any]]] = []
    for number in (case.number, f"{case.number}-{place + 1:03d}"):
        row = Proceeding.objects.get(number=number)
        event = row.events.order_by("-seq").values().first()
        event |= {"id": uuid.uuid4(), "seq": event["seq"] + 1_000_000}
        values = [json.dumps(v) if isinstance(v, dict) else v for v in event.values()]
        marks = ", ".join(["%s"] * len(event))
        made.append((f"INSERT INTO docket_event ({', '.join(event)}) VALUES ({marks})", values))
        update = "UPDATE docket_proceeding SET version = %s, head = %s, state = %s, snapshot = %s WHERE id = %s"
        made.append((update, [row.version, row.head, row.state, json.dumps(row.snapshot), row.pk]))
    made.append((JOB, [json.dumps({"number": case.number})]))
    return made


def _write(rows: list[tuple[str, list[Any]]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, values in rows:
            cursor.execute(sql, values)


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started
