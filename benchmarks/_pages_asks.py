"""What the platform is asked in the benchmark, signed in as the people who would ask it."""

import time
import uuid
from collections.abc import Callable
from datetime import date

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.utils import timezone

django.setup()

from benchmarks import _county  # noqa: E402
from benchmarks._load import Ask, Measured, measure  # noqa: E402
from tests.apps.intake.filling import an_answer  # noqa: E402

from lianban.apps.accounts.models import Kind, Person  # noqa: E402
from lianban.apps.docket.models import Proceeding  # noqa: E402
from lianban.apps.intake import public as intake  # noqa: E402
from lianban.apps.organs import public as organs  # noqa: E402

CHAIN = "/chains/kaiban-canyindian/"
STEP = f"{CHAIN}guide/?q=q1:company&q=q7:no"
ANSWERS = {
    "q1": "company", "q2": "350", "q7": "no", "q8": "door", "q9": "no", "q10": "告知承诺", "q11": "no",
    "q12": "no", "q13": "no", "q14": "no", "q15": "no", "q16": "no", "q3": "热食类食品制售",
}  # fmt: skip
TOKEN = "b" * 32
TODAY = date(2026, 11, 23)


def fill_up_to(count: int, say: Callable[[str], None]) -> None:
    """Fill the database with cases until there are as many as wanted."""
    _county.fill(count, timezone.now(), say)
    say(f"{Proceeding.objects.count():,} proceedings in the database")


def bare_view(port: int, count: int) -> Measured:
    """A Django view that says ok."""
    return measure("bare Django view", port, [Ask("/")] * count)


def bare_transaction(count: int) -> Measured:
    """The rows of an acceptance, written by plain SQL in one transaction: one state, fifteen inserts."""
    times = []
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bare (id uuid PRIMARY KEY, body jsonb)")
        started = time.perf_counter()
        for _ in range(count * 5):
            begun = time.perf_counter()
            with transaction.atomic():
                rows = [(uuid.uuid4(), '{"kind": "accepted", "digest": "0000000000000000"}') for _ in range(15)]
                cursor.executemany("INSERT INTO bare VALUES (%s, %s)", rows)
                cursor.execute("UPDATE docket_counter SET value = value WHERE false")
            times.append(time.perf_counter() - begun)
    return Measured("bare SQL transaction*", tuple(sorted(times)), time.perf_counter() - started)


def measure_all(port: int, reads: int, writes: int) -> list[Measured]:
    """Ask for every page and every act."""
    citizen, clerk = _citizen(), _staff("chuangkou1")
    approver = _staff("shenpi-market")
    drafts = [_a_full_draft(citizen) for _ in range(writes)]
    section = intake.read(citizen.pk, drafts[0], TODAY).sections[0].key
    save = f"/apply/{drafts[0]}/form/{section}/save/"
    measured = [
        measure("home", port, [Ask("/")] * reads),
        measure("chain page", port, [Ask(CHAIN)] * reads),
        measure("guidance step", port, [Ask(STEP)] * reads),
        measure("search", port, [Ask("/search/?q=%E5%BC%80%E9%A5%AD%E5%BA%97")] * reads),
        measure("form save*", port, [_post(citizen, save, f"entity.name=shop{n}", (200, 204)) for n in range(writes)]),
        measure("submit*", port, [_submit(citizen, draft) for draft in drafts]),
    ]
    return [
        *measured,
        measure("desk list", port, [_get(clerk, "/desk/to-accept/")] * (reads // 2)),
        measure("accept*", port, [_accept(clerk, each) for each in _waiting(writes)]),
        measure("office inbox", port, [_get(approver, "/office/")] * (reads // 2)),
    ]


def _waiting(count: int) -> list[tuple[str, int]]:
    """What was handed in during this run: older ones may no longer be accepted, only deemed accepted."""
    received = Proceeding.objects.filter(state="received", hall=settings.LIANBAN_HALL, closed_at=None, parent=None)
    found = received.filter(opened_at__date=timezone.localdate()).order_by("-id")
    return list(found.values_list("number", "version")[:count])


def _a_full_draft(citizen: Person) -> uuid.UUID:
    now = timezone.now()
    answers = {**ANSWERS, "q2": str(300 + _a_full_draft.made)}
    _a_full_draft.made += 1
    draft = intake.start(citizen.pk, "kaiban-canyindian", answers, "", now)
    for _ in range(3):
        view = intake.read(citizen.pk, draft, TODAY)
        fields = [field for section in view.sections for field in section.fields]
        typed = {f.key: an_answer(f) for f in fields if intake.is_empty(view.values.get(f.key))}
        intake.save(citizen.pk, draft, typed, now)
    for row in intake.read(citizen.pk, draft, TODAY).materials:
        if row.wanted:
            intake.promise(citizen.pk, draft, row.material.key, "counter", now)
    return draft


_a_full_draft.made = 0


def _submit(citizen: Person, draft: uuid.UUID) -> Ask:
    body = f"key={uuid.uuid4().hex}&declaration=yes&delivery.way=pickup&way=pickup&delivery.hall=center&hall=center"
    return _post(citizen, f"/apply/{draft}/review/", body, (302,))


def _accept(clerk: Person, waiting: tuple[str, int]) -> Ask:
    number, version = waiting
    body = f"key={uuid.uuid4().hex}&expected={version}&version={version}"
    return _post(clerk, f"/desk/to-accept/{number}/accept/", body, (302,))


def _get(person: Person, path: str) -> Ask:
    return Ask(path, headers={"Cookie": _cookie(person)})


def _post(person: Person, path: str, body: str, expected: tuple[int, ...]) -> Ask:
    headers = {
        "Cookie": f"{_cookie(person)}; csrftoken={TOKEN}",
        "X-CSRFToken": TOKEN,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return Ask(path, "POST", body.encode(), headers, expected)


_COOKIES: dict[uuid.UUID, str] = {}


def _cookie(person: Person) -> str:
    if person.pk not in _COOKIES:
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.save()
        _COOKIES[person.pk] = f"sessionid={session.session_key}"
    return _COOKIES[person.pk]


def _citizen() -> Person:
    return Person.objects.filter(kind=Kind.CITIZEN).order_by("created_at").first()


def _staff(name: str) -> Person:
    return next(
        p for p in Person.objects.filter(kind=Kind.STAFF) if p.sign_in_name == name and organs.posts_of(p.pk, TODAY)
    )
