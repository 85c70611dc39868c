"""One act is one statement: what is decided is kept, placed in its chains, and appended when the act is done."""

import pytest

from lianban.apps.docket import public as docket
from lianban.apps.docket.models import EventRow
from tests.fakes.notebooks import CLERK, NOON, a_notebook, shut, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger():
    return docket.Ledger(now=NOON, request_id="r")


def holds(number):
    return docket.verify_log(number) == () and docket.replay_differences(number) == ()


def test_nothing_is_there_before_it_is_written(ledger):
    ledger.add(docket.Change(a_notebook("B-1"), (written("一"),)), CLERK)
    assert not EventRow.objects.exists()
    ledger.write()
    assert EventRow.objects.count() == 1


def test_many_moves_of_many_proceedings_are_one_statement(ledger, django_assert_num_queries):
    for number in ("B-1", "B-2", "B-3"):
        book, _ = ledger.add(docket.Change(a_notebook(number), (written("一"),)), CLERK)
        book, _ = ledger.add(docket.Change(book, (written("二"),)), CLERK)
        ledger.add(docket.Change(book, (shut(),)), CLERK)
    with django_assert_num_queries(1):
        ledger.write()
    assert all(docket.load(number).version == 3 and holds(number) for number in ("B-1", "B-2", "B-3"))


def test_what_it_returns_is_what_the_database_holds_then(ledger):
    opened, _ = ledger.add(docket.Change(a_notebook("B-1"), (written("一"),)), CLERK)
    moved, recorded = ledger.add(docket.Change(opened, (written("二"), shut())), CLERK)
    ledger.write()
    assert docket.load("B-1") == moved
    assert docket.events("B-1")[1:] == recorded


def test_each_move_says_who_made_it(ledger):
    other = CLERK.model_copy(update={"person": "somebody-else"})
    book, _ = ledger.add(docket.Change(a_notebook("B-1"), (written("一"),)), CLERK)
    ledger.add(docket.Change(book, (written("二"),)), other)
    ledger.write()
    assert [each.actor.person for each in docket.events("B-1")] == [CLERK.person, "somebody-else"]


def test_a_move_that_does_not_follow_the_last_one_is_refused(ledger):
    opened, _ = ledger.add(docket.Change(a_notebook("B-1"), (written("一"),)), CLERK)
    ledger.add(docket.Change(opened, (written("二"),)), CLERK)
    with pytest.raises(docket.VersionConflict):
        ledger.add(docket.Change(opened, (written("三"),)), CLERK)


def test_whoever_moved_it_meanwhile_wins(ledger):
    docket.append([docket.Change(a_notebook("B-1"), (written("一"),))], actor=CLERK, now=NOON, request_id="r")
    seen = docket.load("B-1")
    docket.append([docket.Change(seen, (written("二"),))], actor=CLERK, now=NOON, request_id="r")
    ledger.add(docket.Change(seen, (written("三"),)), CLERK)
    with pytest.raises(docket.VersionConflict):
        ledger.write()


def test_written_twice_it_appends_once(ledger, django_assert_num_queries):
    ledger.add(docket.Change(a_notebook("B-1"), (written("一"),)), CLERK)
    ledger.write()
    with django_assert_num_queries(0):
        ledger.write()
    assert docket.load("B-1").version == 1


def test_a_case_is_found_locked_and_read_in_one_statement(db, django_assert_num_queries):
    whole = a_notebook("B-1")
    parts = [a_notebook(f"B-1-{turn}", parent=whole.id) for turn in (1, 2)]
    changes = [docket.Change(each, (written("一"),)) for each in (whole, *parts)]
    docket.append(changes, actor=CLERK, now=NOON, request_id="r")
    with django_assert_num_queries(1):
        case = docket.lock_case("B-1-2")
    assert [case.parent.number, *(each.number for each in case.children)] == ["B-1", "B-1-1", "B-1-2"]
    with pytest.raises(docket.NoSuchProceeding):
        docket.lock_case("B-9")


def test_of_many_parts_only_the_one_named_is_read_until_others_are_asked_for(db, django_assert_num_queries):
    whole = a_notebook("B-1")
    parts = [a_notebook(f"B-1-{turn}", parent=whole.id, item=f"item-{turn}") for turn in (1, 2, 3)]
    changes = [docket.Change(each, (written("一"),)) for each in (whole, *parts)]
    docket.append(changes, actor=CLERK, now=NOON, request_id="r")
    with django_assert_num_queries(1):
        parent, held = docket.hold_case("B-1-2")
        assert (parent.number, held["item-2"].number) == ("B-1", "B-1-2")
        assert held.key_of("B-1-2") == "item-2"
    with django_assert_num_queries(1):
        assert [each.number for each in held.values()] == ["B-1-1", "B-1-2", "B-1-3"]
        assert (len(held), held.key_of("B-1-3")) == (3, "item-3")
    with pytest.raises(TypeError):
        del held["item-1"]
    with pytest.raises(docket.NoSuchProceeding):
        docket.hold_case("B-9")


def test_a_part_that_was_moved_meanwhile_is_not_read_again(db):
    whole = a_notebook("B-1")
    part = a_notebook("B-1-1", parent=whole.id, item="item-1")
    changes = [docket.Change(each, (written("一"),)) for each in (whole, part)]
    docket.append(changes, actor=CLERK, now=NOON, request_id="r")
    _, held = docket.hold_case("B-1")
    ledger = docket.Ledger(now=NOON, request_id="r")
    held["item-1"], _ = ledger.add(docket.Change(held["item-1"], (written("二"),)), CLERK)
    assert [each.version for each in held.values()] == [2]
