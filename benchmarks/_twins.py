"""Twins of an application that the rules decided: the same wording and moments, all else of their own.

A twin has its own applicant, number and ids and therefore its own digests, all recomputed. What does not differ is
spelled once, as a line of COPY with holes: bytes, because filling holes in bytes costs a quarter of doing so in text.
"""

import json
import random  # noqa: TID251 benchmarks repeat with a seed
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from benchmarks._course import NUMBER, Course
from django.db.backends.utils import CursorWrapper

from lianban.apps.cases.models import CaseFile
from lianban.apps.docket import mappers
from lianban.core.kernel.canonical import canonical_json
from lianban.core.proceedings.events import Recorded

DOCKET = ("docket_proceeding", "docket_event", "cases_file")
IDENTIFIERS = re.compile(rf"[0-9a-f]{{64}}|[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}|{NUMBER}")
SEALED = {"values": {"entity.name": "演示餐饮有限公司"}, "applicant_name": "演示申请人", "delivery": {"way": "pickup"}}
FILE = ("id", "proceeding_id", "plan_id", "release", "sources", "notice_number", *SEALED)


@dataclass(frozen=True)
class Twin:
    """One application with holes. columns: of each table. rows, steps: per part; a step is its state, content, row.

    names: what the holes are called: `id0`, `id1` …, `number`, `applicant`.
    """

    columns: tuple[Sequence[str], ...]
    rows: tuple[bytes, ...]
    steps: tuple[tuple[tuple[bytes, bytes, bytes], ...], ...]
    plan: str
    opened_at: datetime


def a_twin(course: Course) -> Twin:
    """Return an application as text with holes where its twins differ. Raises when a digest is made otherwise."""
    parts = course.parts
    holes = {str(part.opening.id): f"id{place}" for place, part in enumerate(parts)}
    holes |= {NUMBER: "number", str(course.whole.opening.applicant): "applicant"}
    for place, part in enumerate(parts):
        for told, _ in part.told:
            holes |= {told.digest: f"e{place}_{told.seq}", told.after: f"s{place}_{told.seq}"}
    rows = [part.row(part.told[0][0].recorded_at) for part in parts]
    first = parts[0].told[0][0]
    return Twin(
        columns=(list(rows[0]), ["id", *_event_row(first)], FILE),
        rows=tuple(_cut(_copied(row), holes) for row in rows),
        steps=tuple(tuple(_step(told, state, holes) for told, state in part.told) for part in parts),
        plan=course.whole.opening.plan_digest,
        opened_at=first.recorded_at,
    )


def _step(told: Recorded, state: Any, holes: dict[str, str]) -> tuple[bytes, bytes, bytes]:
    content = {key: value for key, value in told.told().items() if key != "digest"}
    content |= {key: getattr(told, key).isoformat() for key in ("effective_at", "recorded_at")}
    text = canonical_json(content).decode()
    standing = canonical_json(state.model_dump(mode="json", exclude_defaults=True)).decode()
    if (_sha(text.encode()), _sha(standing.encode())) != (told.digest.encode(), told.after.encode()):
        raise ValueError(
            "the record is digested differently now: bring this file into line with core/proceedings/events"
        )
    return _cut(standing, holes), _cut(text, holes), _cut(_copied(_event_row(told)), holes)


def _event_row(told: Recorded) -> dict[str, Any]:
    return {key: value for key, value in mappers.event_columns(told).items() if key != "id"}


def send(
    cursor: CursorWrapper, twin: Twin, numbers: Sequence[str], people: Sequence[uuid.UUID], chance: random.Random
) -> None:
    """Write a twin under each of some numbers."""
    proceedings, events, files = list[bytes](), list[bytes](), list[bytes]()
    key, names = _keys(int(twin.opened_at.timestamp() * 1000), chance), _names(twin)
    for number in numbers:
        known = {b"number": number.encode(), b"applicant": str(chance.choice(people)).encode()}
        known |= {b"id%d" % place: key() for place in range(len(twin.rows))}
        for place, steps in enumerate(twin.steps):
            for (state, event), (standing, content, row) in zip(names[place], steps, strict=True):
                known[state] = _sha(standing % known)
                known[event] = _sha(content % known)
                events.append(b"%b\t%b\n" % (key(), row % known))
        proceedings += [b"%b\n" % (row % known) for row in twin.rows]
        files.append(_file(key().decode(), known[b"id0"].decode(), twin.plan))
    for table, columns, lines in zip(DOCKET, twin.columns, (proceedings, events, files), strict=True):
        with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            copy.write(b"".join(lines))


def _names(twin: Twin) -> list[list[tuple[bytes, bytes]]]:
    """What the digests of each state and each event are called."""
    return [
        [(b"s%d_%d" % (place, seq), b"e%d_%d" % (place, seq)) for seq in range(1, len(steps) + 1)]
        for place, steps in enumerate(twin.steps)
    ]


def _copied(row: dict[str, Any]) -> str:
    """One line of COPY, without its end."""
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


def _file(key: str, whole: str, plan: str) -> bytes:
    row = CaseFile(pk=uuid.UUID(key))
    sealed = (CaseFile._meta.get_field(name).seal(row, said) for name, said in SEALED.items())
    hidden = (rf"\\x{bytes(each).hex()}" for each in sealed)
    return "\t".join([key, whole, plan, "1", "{}", "", *hidden]).encode() + b"\n"


def _cut(text: str, holes: dict[str, str]) -> bytes:
    """Return a text as a template with these holes."""
    whole = text.replace("%", "%%")
    return IDENTIFIERS.sub(lambda match: f"%({holes[match[0]]})b" if match[0] in holes else match[0], whole).encode()


def _sha(text: bytes) -> bytes:
    return sha256(text).hexdigest().encode()


def _keys(at: int, chance: random.Random) -> Callable[[], bytes]:
    """Return what makes UUIDv7s of a moment in milliseconds."""
    head = f"{at:012x}"
    start = f"{head[:8]}-{head[8:]}-7"

    def make() -> bytes:
        rest = f"{chance.getrandbits(74):019x}"
        return f"{start}{rest[:3]}-{'89ab'[int(rest[3], 16) & 3]}{rest[4:7]}-{rest[7:]}".encode()

    return make
