"""Two at once, each on its own connection."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from lianban.apps.docket import public as docket
from lianban.apps.docket.models import Counter, ObeyedCommand
from tests.fakes.notebooks import CLERK, NOON, a_notebook, written

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Run the acts on threads of their own that begin together; return what each gave or raised."""
    begin = threading.Barrier(len(acts))

    def run(act):
        try:
            begin.wait()
            return act()
        except Exception as raised:  # noqa: BLE001 the tests look at it
            return raised
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_of_two_appends_at_the_same_version_one_wins():
    docket.append([docket.Change(a_notebook("B-1"), (written("一"),))], actor=CLERK, now=NOON, request_id="r0")
    seen = docket.load("B-1")

    def attempt(line):
        change = docket.Change(seen, (written(line),))
        return lambda: docket.append([change], actor=CLERK, now=NOON, request_id=line)

    outcomes = at_once(*(attempt(f"第{turn}人") for turn in range(6)))
    assert sum(isinstance(each, docket.VersionConflict) for each in outcomes) == 5
    assert docket.load("B-1").version == 2
    assert docket.verify_log("B-1") == ()


def test_acts_over_the_same_proceedings_in_opposite_order_do_not_wait_for_each_other_for_ever():
    books = [a_notebook("B-1"), a_notebook("B-2")]
    docket.append([docket.Change(book, (written("一"),)) for book in books], actor=CLERK, now=NOON, request_id="r0")
    for _ in range(10):
        seen = [docket.load("B-1"), docket.load("B-2")]

        def attempt(order, seen=seen):
            changes = [docket.Change(book, (written("二"),)) for book in seen[::order]]
            return lambda: docket.append(changes, actor=CLERK, now=NOON, request_id="r")

        outcomes = at_once(attempt(1), attempt(-1))
        assert sum(isinstance(each, docket.VersionConflict) for each in outcomes) == 1


def test_numbers_have_no_gap_and_no_double_though_some_who_took_one_gave_up():
    def take(turn):
        def act():
            with transaction.atomic():
                number = docket.take("序列")
                if turn % 3 == 0:
                    raise LookupError
                return number

        return act

    outcomes = at_once(*(take(turn) for turn in range(12)))
    given = sorted(each for each in outcomes if isinstance(each, int))
    assert given == list(range(1, 9))
    assert Counter.objects.get(series="序列").value == 8


def test_several_series_are_taken_in_one_order_whatever_the_caller_says():
    def take(*series):
        def act():
            with transaction.atomic():
                return docket.take_all(series)

        return act

    outcomes = at_once(*(take("甲", "乙", "丙") if turn % 2 else take("丙", "乙", "甲") for turn in range(8)))
    assert sorted(each["甲"] for each in outcomes) == list(range(1, 9))


def test_a_command_that_arrives_twice_at_once_is_obeyed_once():
    obeyed = []

    def send():
        return docket.once(
            "k1", person="p", command={"do": "x"}, now=NOON, obey=lambda: obeyed.append(1) or {"number": "B-9"}
        )

    assert at_once(send, send, send) == [{"number": "B-9"}] * 3
    assert obeyed == [1]
    assert ObeyedCommand.objects.count() == 1


def test_the_case_lock_lets_one_in_at_a_time():
    docket.append([docket.Change(a_notebook("B-1"), (written("一"),))], actor=CLERK, now=NOON, request_id="r0")

    def add_a_line():
        with transaction.atomic():
            book = docket.lock_case("B-1").parent
            docket.append([docket.Change(book, (written("二"),))], actor=CLERK, now=NOON, request_id="r")

    assert at_once(*[add_a_line] * 5) == [None] * 5
    assert docket.load("B-1").version == 6
