"""What is appended stands, whole and provable; what comes second is refused."""

from contextlib import contextmanager
from datetime import timedelta, timezone

import pytest
from django.db import DatabaseError, connection, transaction

from lianban.apps.docket import public as docket
from lianban.apps.docket.errors import UnstorablePayload
from lianban.apps.docket.models import EventRow, Proceeding
from lianban.core.kernel.canonical import digest
from lianban.core.proceedings.events import Channel, Event, state_digest, state_json
from tests.fakes.notebooks import CLERK, NOON, a_notebook, shut, written

pytestmark = pytest.mark.django_db
FIRST_FORMAT_FIELDS = {
    "kind", "payload", "effective_at", "proceeding", "seq", "actor", "recorded_at", "request_id", "previous"
}  # fmt: skip


def append(*changes, now=NOON):
    return docket.append(changes, actor=CLERK, now=now, request_id="r1")


@contextmanager
def without_the_guard():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE docket_event DISABLE TRIGGER docket_event_only_grows")
        yield cursor


def test_a_new_proceeding_stands_as_its_events_say():
    append(docket.Change(a_notebook("B-1"), (written("一"), written("二"))))
    book = docket.load("B-1")
    assert (book.version, book.state.lines, book.row.state) == (2, ("一", "二"), "open")
    assert book.row.received_at == NOON


def test_later_events_follow_the_earlier_ones():
    append(docket.Change(a_notebook("B-1"), (written("一"),)))
    append(docket.Change(docket.load("B-1"), (written("二"), shut())))
    assert docket.load("B-1").row.closed_at == NOON
    assert [each.seq for each in docket.events("B-1")] == [1, 2, 3]
    assert docket.verify_log("B-1") == ()


def test_an_act_over_several_proceedings_is_stored_whole_or_not_at_all():
    append(docket.Change(a_notebook("B-1"), (written("一"),)), docket.Change(a_notebook("B-2"), (written("一"),)))
    first, second = docket.load("B-1"), docket.load("B-2")
    append(docket.Change(second, (shut(),)))
    with pytest.raises(docket.VersionConflict) as refused, transaction.atomic():
        append(docket.Change(first, (written("二"),)), docket.Change(second, (written("二"),)))
    assert refused.value.facts["number"] == "B-2"
    assert docket.load("B-1").version == 1


def test_a_part_stands_under_its_whole():
    whole = a_notebook("B-1")
    part = a_notebook("B-1-1", parent=whole.id, item="food")
    append(docket.Change(whole, (written("一"),)), docket.Change(part, (written("二"),)))
    case = docket.lock_case("B-1-1")
    assert case.parent.number == "B-1"
    assert case.child("food").number == "B-1-1"


def test_an_appended_event_cannot_be_changed_or_deleted():
    append(docket.Change(a_notebook("B-1"), (written("一"),)))
    for tamper in (lambda: EventRow.objects.update(kind="shut"), lambda: EventRow.objects.all().delete()):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            tamper()


def test_a_change_made_behind_the_guard_is_found():
    append(docket.Change(a_notebook("B-1"), (written("一"), written("二"))))
    with without_the_guard() as cursor:
        cursor.execute("""UPDATE docket_event SET payload = '{"line": "改"}' WHERE seq = 1""")
    assert [each.seq for each in docket.verify_log("B-1")] == [1]


def test_a_cut_off_end_is_found():
    append(docket.Change(a_notebook("B-1"), (written("一"), written("二"))))
    with without_the_guard() as cursor:
        cursor.execute("DELETE FROM docket_event WHERE seq = 2")
    assert docket.verify_log("B-1")


def test_events_rebuild_the_state_row():
    append(docket.Change(a_notebook("B-1"), (written("一"), written("二"))))
    append(docket.Change(docket.load("B-1"), (shut(),)))
    assert docket.replay_differences("B-1") == ()
    Proceeding.objects.filter(number="B-1").update(state="open", closed_at=None)
    assert {each.column for each in docket.replay_differences("B-1")} == {"state", "closed_at"}


def test_the_digest_does_not_depend_on_the_zone_a_moment_was_written_in():
    in_shanghai = NOON.astimezone(timezone(timedelta(hours=8)))
    append(docket.Change(a_notebook("B-1"), (written("一", in_shanghai),)), now=in_shanghai)
    assert docket.verify_log("B-1") == ()


@pytest.mark.parametrize("payload", [{"share": 0.1}, {"text": "a\0b"}])
def test_a_payload_that_the_database_would_change_is_refused(payload):
    event = Event(kind="written", payload=payload, effective_at=NOON)
    with pytest.raises(UnstorablePayload):
        append(docket.Change(a_notebook("B-1"), (event,)))


def test_a_change_without_events_opens_nothing():
    assert append(docket.Change(a_notebook("B-1"), ())) == ()
    with pytest.raises(docket.NoSuchProceeding):
        docket.load("B-1")


def test_one_act_is_one_round_trip(django_assert_num_queries):
    book = a_notebook("B-1")
    with transaction.atomic(), django_assert_num_queries(1):
        docket.append([docket.Change(book, (written("一"), written("二")))], actor=CLERK, now=NOON, request_id="r1")


def test_an_event_says_between_which_states_it_stands():
    append(docket.Change(a_notebook("B-1"), (written("一"), written("二"))))
    append(docket.Change(docket.load("B-1"), (shut(),)))
    first, second, third = docket.events("B-1")
    assert (first.before, first.after, second.after) == ("", second.before, third.before)
    assert third.after == state_digest(docket.load("B-1").state)


def test_an_event_says_through_what_and_from_where_somebody_acted():
    at_a_kiosk = CLERK.model_copy(update={"channel": Channel.KIOSK, "origin": "a" * 64})
    docket.append([docket.Change(a_notebook("B-1"), (written("一"),))], actor=at_a_kiosk, now=NOON, request_id="r1")
    assert docket.events("B-1")[0].actor == at_a_kiosk
    assert docket.verify_log("B-1") == ()


@pytest.mark.parametrize("column", ["before", "after", "format"])
def test_what_the_second_format_says_cannot_be_changed_either(column):
    append(docket.Change(a_notebook("B-1"), (written("一"), written("二"))))
    with without_the_guard() as cursor:
        cursor.execute(f"UPDATE docket_event SET {column} = '1' WHERE seq = 2")
    assert [each.seq for each in docket.verify_log("B-1")] == [2]


def test_a_renumbered_proceeding_is_found():
    append(docket.Change(a_notebook("B-1"), (written("一"),)))
    Proceeding.objects.update(number="B-9")
    assert docket.verify_log("B-9")


def test_an_event_of_the_first_format_still_holds():
    """Its digest covers what the first format said, and its actor had no channel."""
    append(docket.Change(a_notebook("B-1"), (written("一"),)))
    content = docket.events("B-1")[0].told() | {"actor": CLERK.model_dump(mode="json", exclude={"channel", "origin"})}
    content |= {"effective_at": NOON.isoformat(), "recorded_at": NOON.isoformat()}
    first = digest({key: value for key, value in content.items() if key in FIRST_FORMAT_FIELDS})
    with without_the_guard() as cursor:
        cursor.execute("UPDATE docket_event SET format = 1, before = '', after = '', digest = %s", [first])
        cursor.execute("""UPDATE docket_event SET actor = actor - 'channel' - 'origin'""")
    Proceeding.objects.update(head=first)
    assert docket.verify_log("B-1") == ()


def test_a_proceeding_bears_the_digest_that_its_last_event_names():
    append(docket.Change(a_notebook("B-1"), (written("一"), written("二"))))
    book = docket.load("B-1")
    assert book.state_digest == state_digest(book.state) == docket.events("B-1")[-1].after


def test_without_that_digest_the_next_event_still_names_the_state_it_begins_at():
    append(docket.Change(a_notebook("B-1"), (written("一"),)))
    Proceeding.objects.update(state_digest="")
    append(docket.Change(docket.load("B-1"), (shut(),)))
    first, second = docket.events("B-1")
    assert second.before == first.after
    assert docket.replay_differences("B-1") == ()


def test_a_snapshot_leaves_out_what_goes_without_saying_and_may_say_it():
    append(docket.Change(a_notebook("B-1"), (written("一"),)))
    book = docket.load("B-1")
    spelled_out = book.state.model_dump(mode="json")
    assert Proceeding.objects.get().snapshot == state_json(book.state) != spelled_out
    Proceeding.objects.update(snapshot=spelled_out)
    assert docket.load("B-1").state == book.state
    assert docket.replay_differences("B-1") == ()


def test_an_event_that_begins_at_another_state_than_the_one_before_it_led_to_is_found():
    append(docket.Change(a_notebook("B-1"), (written("一"),)))
    Proceeding.objects.update(state_digest="a" * 64)
    append(docket.Change(docket.load("B-1"), (shut(),)))
    assert [each.seq for each in docket.verify_log("B-1")] == [2]
