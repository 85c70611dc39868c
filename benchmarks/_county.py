"""Fills a database with a year of a county's cases: decided by the real rules, with hash chains that hold, by COPY.

Light form: of each working day a few applications are decided step by step by the rules; the others of that day are
their twins. A twin has its own applicant, number, ids and therefore its own digests, all recomputed, and shares the
wording and the moments. Papers, files and messages are left out. What was filled stays: a day is one transaction, and
the next run goes on after the last whole day.
"""

import json
import random  # noqa: TID251 benchmarks repeat with a seed
import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from benchmarks import _course
from benchmarks._distributions import days_of
from django.db import connection, transaction

from lianban.apps.accounts.models import Kind, Person
from lianban.apps.cases import plans
from lianban.apps.cases.acting import context
from lianban.apps.cases.models import CaseFile
from lianban.apps.docket import mappers
from lianban.apps.storage.encrypted import findable
from lianban.core.calendars.hours import CHINA
from lianban.core.kernel.canonical import canonical_json
from lianban.core.proceedings.events import Recorded

A_DAY = 4
"""Applications of a day that the rules decide; the others are their twins."""
CASES_OF_A_CITIZEN = 80
ROWS = 1_500
"""Twins that are sent at once."""
LEDGER = "CREATE TABLE IF NOT EXISTS bench_filled (day date PRIMARY KEY, items int NOT NULL)"
UNCHECKED = "SET session_replication_role = replica; SET synchronous_commit = off"
"""While filling, nobody looks up for each row whether its proceeding is there: it was sent a line before."""
DOCKET = ("docket_proceeding", "docket_event", "cases_file")


@dataclass(frozen=True)
class Twin:
    """One application as text with holes. rows, steps: per part; a step is its state, its content, its row.

    names: what the holes are called: `id0`, `id1` …, `number`, `applicant`.
    """

    rows: tuple[str, ...]
    steps: tuple[tuple[tuple[str, str, str], ...], ...]
    plan: str
    opened_at: datetime


def fill(items: int, now: datetime, say: Callable[[str], None]) -> None:
    """Fill until about so many items are there. Days that are there already stay."""
    days = days_of(items, now.astimezone(CHINA).date(), context(now).calendar)
    with connection.cursor() as cursor:
        cursor.execute(LEDGER)
        cursor.execute(UNCHECKED)
        cursor.execute("SELECT day, items FROM bench_filled")
        done: dict[date, int] = dict(cursor.fetchall())
    if sum(done.values()) >= items * 0.99:
        return
    people = citizens(max(1, items // CASES_OF_A_CITIZEN), now, say)
    for place, day in enumerate(days):
        if day not in done:
            done[day] = _fill_day(day, max(1, items // len(days)), people, now)
        if place % 10 == 0 or place == len(days) - 1:
            say(f"  {day}  {sum(done.values()):>9,} of {items:,} items")
    with connection.cursor() as cursor:
        cursor.execute("RESET ALL; ANALYZE")


def citizens(count: int, now: datetime, say: Callable[[str], None]) -> list[uuid.UUID]:
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


@transaction.atomic
def _fill_day(day: date, wanted: int, people: Sequence[uuid.UUID], now: datetime) -> int:
    chance = random.Random(day.toordinal())
    written, serial = 0, 1
    drawn = list(_course.courses(day, now, A_DAY, chance))
    for course in drawn:
        plans.keep(course.plan, course.whole.opening.plan_digest)
        twin, size = a_twin(course), max(1, len(course.items))
        count = max(1, round(wanted / A_DAY / size))
        for first in range(0, count, ROWS):
            _send(twin, range(serial + first, serial + min(count, first + ROWS)), day, people, chance)
        serial, written = serial + count, written + count * size
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_filled VALUES (%s, %s)", [day, written])
    return written


def a_twin(course: _course.Course) -> Twin:
    """Return an application as text with holes where its twins differ. Raises when a digest is made otherwise."""
    parts = course.parts
    holes = {str(part.opening.id): f"id{place}" for place, part in enumerate(parts)}
    holes |= {_course.NUMBER: "number", str(course.whole.opening.applicant): "applicant"}
    for place, part in enumerate(parts):
        for told, _ in part.told:
            holes |= {told.digest: f"e{place}_{told.seq}", told.after: f"s{place}_{told.seq}"}
    cut = _cutter(holes)
    opened = [part.told[0][0].recorded_at for part in parts]
    return Twin(
        rows=tuple(cut(_copied(_columns(part.row(at)))) for part, at in zip(parts, opened, strict=True)),
        steps=tuple(tuple(_step(told, state, cut) for told, state in part.told) for part in parts),
        plan=course.whole.opening.plan_digest,
        opened_at=opened[0],
    )


def _step(told: Recorded, state: Any, cut: Callable[[str], str]) -> tuple[str, str, str]:
    content = {key: value for key, value in told.told().items() if key != "digest"}
    content |= {key: getattr(told, key).isoformat() for key in ("effective_at", "recorded_at")}
    text = canonical_json(content).decode()
    standing = canonical_json(state.model_dump(mode="json", exclude_defaults=True)).decode()
    if (_sha(text), _sha(standing)) != (told.digest, told.after):
        raise ValueError(
            "the record is digested differently now: bring this file into line with core/proceedings/events"
        )
    row = {key: value for key, value in mappers.event_columns(told).items() if key != "id"}
    return cut(standing), cut(text), cut(_copied(row))


def _send(twin: Twin, serials: range, day: date, people: Sequence[uuid.UUID], chance: random.Random) -> None:
    proceedings, events, files = list[str](), list[str](), list[str]()
    sealed = {name: CaseFile._meta.get_field(name) for name in ("values", "applicant_name", "delivery")}
    at = int(twin.opened_at.timestamp() * 1000)
    for serial in serials:
        known = {"number": f"370304YJS{day:%Y%m%d}{serial:05d}", "applicant": str(chance.choice(people))}
        known |= {f"id{place}": _key(at, chance) for place in range(len(twin.rows))}
        for place, steps in enumerate(twin.steps):
            for seq, (standing, content, row) in enumerate(steps, 1):
                known[f"s{place}_{seq}"] = _sha(standing % known)
                known[f"e{place}_{seq}"] = _sha(content % known)
                events.append(f"{_key(at, chance)}\t{row % known}\n")
        proceedings += [f"{row % known}\n" for row in twin.rows]
        files.append(_file(CaseFile(pk=uuid.UUID(_key(at, chance))), known["id0"], twin.plan, sealed))
    for table, lines in zip(DOCKET, (proceedings, events, files), strict=True):
        _copy(table, lines)


def _copy(table: str, lines: list[str]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(_COLUMNS[table])}) FROM STDIN") as copy:
        copy.write("".join(lines))


_COLUMNS: dict[str, list[str]] = {
    "cases_file": ["id", "proceeding_id", "plan_id", "release", "sources", "notice_number", "values", "applicant_name",
                   "delivery"],
}  # fmt: skip


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    _COLUMNS["docket_proceeding"] = list(row)
    return row


def _copied(row: dict[str, Any]) -> str:
    """One line of COPY, without its end."""
    if "payload" in row:
        _COLUMNS["docket_event"] = ["id", *row]
    return "\t".join(map(_value, row.values()))


def _value(value: object) -> str:
    match value:
        case None:
            return r"\N"
        case bool():
            return "t" if value else "f"
        case list() | tuple():
            return "{" + ",".join(map(str, value)) + "}"
        case dict():
            value = json.dumps(value, ensure_ascii=False, default=str)
        case datetime():
            value = value.isoformat()
    return str(value).replace("\\", "\\\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")


def _file(row: CaseFile, whole: str, plan: str, sealed: dict[str, Any]) -> str:
    said = {
        "values": {"entity.name": "演示餐饮有限公司"},
        "applicant_name": "演示申请人",
        "delivery": {"way": "pickup"},
    }
    hidden = (rf"\\x{bytes(field.seal(row, said[name])).hex()}" for name, field in sealed.items())
    return "\t".join([str(row.pk), whole, plan, "1", "{}", "", *hidden]) + "\n"


def _cutter(holes: dict[str, str]) -> Callable[[str], str]:
    """Return what turns a text into a template with these holes."""
    found = re.compile("|".join(sorted(map(re.escape, holes), key=len, reverse=True)))
    return lambda text: found.sub(lambda match: f"%({holes[match[0]]})s", text.replace("%", "%%"))


def _sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _key(at: int, chance: random.Random) -> str:
    """A UUIDv7 of a moment in milliseconds."""
    bits = chance.getrandbits(74)
    return str(uuid.UUID(int=at << 80 | 7 << 76 | (bits >> 62) << 64 | 2 << 62 | bits & (1 << 62) - 1))


def sampled(count: int, chance: random.Random) -> Iterator[str]:
    """Yield the numbers of some applications that were filled in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT day, items FROM bench_filled ORDER BY day")
        days = cursor.fetchall()
    for day, _items in chance.sample(days, min(count, len(days))):
        yield f"370304YJS{day:%Y%m%d}{chance.randint(1, 3):05d}"
