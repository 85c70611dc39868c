"""What people write in their own words lies beside the record, sealed; the record holds references and stays whole."""

import json

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianban.apps.docket import public as docket
from lianban.apps.docket.models import EventRow, EventTexts, Proceeding
from lianban.apps.docket.texts import UNREADABLE
from lianban.core.kernel.words import ERASED, REFERENCE, in_words
from lianban.core.proceedings.events import WORDS_BESIDE
from lianban.ports.cipher import SealedValueBroken
from tests.apps.roots.closing_days import without_guards
from tests.fakes.notebooks import CLERK, NOON, a_notebook, remarked, shut, written

pytestmark = pytest.mark.django_db
SAID = "邻居说，夜里有油烟"


def append(*changes):
    return docket.append(changes, actor=CLERK, now=NOON, request_id="r")


@pytest.fixture
def book():
    """A notebook with a line, a remark and another line."""
    append(docket.Change(a_notebook("B-1"), (written("一"), remarked(SAID), written("三"))))
    return docket.load("B-1")


def broken(number="B-1"):
    return [(each.seq, each.reason) for each in docket.verify_log(number)]


def everything_stored():
    """Every row of the docket as the database tells it, as one text."""
    told = []
    with connection.cursor() as cursor:
        for table in ("docket_event", "docket_proceeding", "docket_event_texts", "docket_obeyed_command"):
            cursor.execute(f"SELECT coalesce(json_agg(t), '[]')::text FROM {table} t")
            told.append(cursor.fetchone()[0])
    return "".join(told)


class TestTheRecordHoldsNoWords:
    def test_only_a_reference_stands_in_the_entry_and_in_the_state(self, book):
        remark = docket.events("B-1")[1]
        assert REFERENCE.fullmatch(remark.payload["text"])
        assert remark.format == WORDS_BESIDE
        assert book.state.lines == ("一", remark.payload["text"], "三")
        assert broken() == []
        assert docket.replay_differences("B-1") == ()

    def test_nowhere_in_the_database_do_they_stand_readable(self, book):
        assert SAID not in everything_stored()
        assert "一" in everything_stored()

    def test_the_same_words_twice_do_not_look_the_same(self):
        append(docket.Change(a_notebook("B-1"), (remarked("同意"), remarked("同意"))))
        one, other = (each.payload["text"] for each in docket.events("B-1"))
        assert one != other

    def test_an_entry_without_words_has_no_row_beside_it(self, book):
        assert [each.event.seq for each in EventTexts.objects.all()] == [2]

    def test_an_act_that_fails_leaves_none(self, book):
        append(docket.Change(book, (written("四"),)))
        with pytest.raises(docket.VersionConflict), transaction.atomic():
            append(docket.Change(book, (remarked("迟到的"),)))
        assert EventTexts.objects.count() == 1


class TestWhoeverReadsGetsTheWords:
    def test_in_the_states_of_the_whole_thing(self, book, django_assert_num_queries):
        with django_assert_num_queries(3):
            assert docket.whole("B-1").parent.state.lines == ("一", SAID, "三")

    def test_without_a_statement_more_where_nobody_wrote_any(self, django_assert_num_queries):
        append(docket.Change(a_notebook("B-1"), (written("一"),)))
        with django_assert_num_queries(2):
            assert docket.whole("B-1").parent.state.lines == ("一",)

    def test_in_what_happened_in_one_statement_however_much_it_is(self, book, django_assert_num_queries):
        append(docket.Change(docket.load("B-1"), tuple(remarked(f"第{turn}次") for turn in range(20))))
        with django_assert_num_queries(1):
            told = docket.events_of([book])[book.id]
        assert [told[1].payload["text"], told[3].payload["text"], told[-1].payload["text"]] == [SAID, "第0次", "第19次"]

    def test_in_the_act_itself_before_anything_is_stored(self):
        ledger = docket.Ledger(now=NOON, request_id="r")
        _, recorded = ledger.add(docket.Change(a_notebook("B-1"), (remarked(SAID),)), CLERK)
        assert [each.payload["text"] for each in ledger.told(recorded)] == [SAID]
        assert recorded[0].payload["text"] != SAID
        assert not EventTexts.objects.exists()

    def test_what_was_read_in_words_is_not_acted_upon(self, book):
        read = docket.whole("B-1").parent
        with pytest.raises(ValueError, match="read in words"):
            append(docket.Change(read, (written("四"),)))

    def test_a_text_that_looks_like_a_reference_stays_what_it_is(self):
        lookalike = f"text:{'a' * 64}"
        append(docket.Change(a_notebook("B-1"), (remarked(lookalike),)))
        assert docket.whole("B-1").parent.state.lines == (lookalike,)
        assert broken() == []


def test_a_step_with_words_is_two_statements_and_the_jobs(book, django_assert_num_queries):
    """One to find, lock and read, one to append everything; the words go along in the second."""
    with django_assert_num_queries(2):
        whole, _ = docket.hold_case("B-1")
        ledger = docket.Ledger(now=NOON, request_id="r")
        whole, _ = ledger.add(docket.Change(whole, (remarked("四"), written("五"))), CLERK)
        ledger.add(docket.Change(whole, (remarked("六"), shut())), CLERK)
        ledger.write()
    assert docket.whole("B-1").parent.state.lines == ("一", SAID, "三", "四", "五", "六")
    assert broken() == []


class TestTamperingIsNamed:
    def test_words_taken_away(self, book):
        EventTexts.objects.all().delete()
        assert broken() == [(2, "its words are gone without an erasure on record")]
        assert docket.whole("B-1").parent.state.lines == ("一", ERASED, "三")

    def test_words_sealed_anew_by_somebody_with_the_key(self, book):
        row = EventTexts.objects.get()
        (reference,) = row.words
        row.words = {reference: {**row.words[reference], "text": "没有油烟"}}
        row.save()
        assert broken() == [(2, "its words were changed")]

    def test_another_salt(self, book):
        row = EventTexts.objects.get()
        row.words = {reference: {**each, "salt": "0" * 32} for reference, each in row.words.items()}
        row.save()
        assert broken() == [(2, "its words were changed")]

    def test_words_moved_to_another_entry(self, book):
        first = EventRow.objects.get(seq=1)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE docket_event_texts SET event_id = %s", [first.pk])
        assert broken() == [(1, "its words were changed"), (2, "its words are gone without an erasure on record")]

    @pytest.mark.parametrize("place", [0, 20, -1])
    def test_a_changed_byte(self, book, place):
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM docket_event_texts")
            sealed = bytearray(cursor.fetchone()[0])
            sealed[place] ^= 1
            cursor.execute("UPDATE docket_event_texts SET words = %s", [bytes(sealed)])
        assert broken() == [(2, "its words do not open")]
        assert docket.whole("B-1").parent.state.lines == ("一", UNREADABLE, "三")
        assert docket.events_of([book])[book.id][1].payload["text"] == UNREADABLE
        with pytest.raises(SealedValueBroken):
            docket.kept_of([book.id])

    def test_the_words_of_one_row_in_another(self, book):
        append(docket.Change(docket.load("B-1"), (remarked("另一句"),)))
        one, other = EventTexts.objects.order_by("id")
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM docket_event_texts WHERE id = %s", [one.pk])
            (sealed,) = cursor.fetchone()
            cursor.execute("UPDATE docket_event_texts SET words = %s WHERE id = %s", [sealed, other.pk])
        assert broken() == [(4, "its words do not open")]

    def test_a_reference_in_the_entry(self, book):
        with without_guards() as cursor:
            payload = json.dumps({"text": f"text:{'b' * 64}", "page": 1})
            cursor.execute("UPDATE docket_event SET payload = %s WHERE seq = 2", [payload])
        assert {seq for seq, _ in broken()} == {2}
        assert (2, "its words were changed") in broken()


def test_forgetting_takes_the_words_and_leaves_their_digests(book):
    reference = docket.events("B-1")[1].payload["text"]
    assert docket.forget("B-1", 2) == (reference.removeprefix("text:"),)
    assert docket.forget("B-1", 2) == ()
    assert docket.events("B-1")[1].payload["text"] == reference
    assert docket.replay_differences("B-1") == ()
    assert in_words(docket.events("B-1")[1].payload, {}) == {"text": ERASED, "page": 1}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30), max_size=4))
def test_whatever_is_written_is_read_again_and_the_record_holds(texts):
    number = f"B-{Proceeding.objects.count()}"
    append(docket.Change(a_notebook(number), (written("始"), *map(remarked, texts))))
    assert docket.whole(number).parent.state.lines == ("始", *texts)
    assert broken(number) == []
    assert docket.replay_differences(number) == ()
