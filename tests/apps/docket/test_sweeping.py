"""What time alone changes is dealt with from its day on: once, by whoever comes first."""

import threading
from datetime import date

import pytest

from lianban.apps.docket import public as docket
from lianban.core.proceedings.events import Event
from tests.apps.docket.test_concurrency import at_once
from tests.fakes.notebooks import CLERK, NOON, a_notebook, shut

pytestmark = pytest.mark.django_db(transaction=True)
SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def books(count, wakes_on=MONDAY):
    wake = Event(kind="told_to_wake", payload={"on": wakes_on.isoformat()}, effective_at=NOON)
    changes = [docket.Change(a_notebook(f"B-{turn}"), (wake,)) for turn in range(count)]
    docket.append(changes, actor=CLERK, now=NOON, request_id="r")


def shut_it(number):
    docket.append([docket.Change(docket.load(number), (shut(),))], actor=CLERK, now=NOON, request_id="sweep")


def test_a_day_too_early_nothing_happens():
    books(1)
    assert docket.sweep_due("notebook", SUNDAY, shut_it) == docket.Swept(0, ())
    assert docket.sweep_due("other", MONDAY, shut_it) == docket.Swept(0, ())


def test_from_its_day_on_it_happens_once():
    books(3)
    assert docket.sweep_due("notebook", MONDAY, shut_it).done == 3
    assert docket.sweep_due("notebook", MONDAY, shut_it).done == 0
    assert docket.load("B-0").row.state == "shut"


def test_a_broken_one_does_not_keep_the_others_waiting():
    books(3)

    def act(number):
        shut_it(number)
        if number == "B-0":
            raise ValueError("broken")

    assert docket.sweep_due("notebook", MONDAY, act) == docket.Swept(2, ("B-0",))
    assert docket.load("B-0").row.state == "open"


def test_two_sweeps_share_the_work_and_neither_does_it_twice():
    books(12)
    dealt_with, lock = [], threading.Lock()

    def act(number):
        shut_it(number)
        with lock:
            dealt_with.append(number)

    sweeps = at_once(*[lambda: docket.sweep_due("notebook", MONDAY, act)] * 3)
    assert sum(each.done for each in sweeps) == 12
    assert len(dealt_with) == len(set(dealt_with)) == 12
    assert all(each.failed == () for each in sweeps)
