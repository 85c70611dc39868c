"""Every local day gets its signed root, once, in order; afterwards nothing can slip in unseen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from lianban.apps.docket.errors import DayIsClosed
from lianban.apps.roots import public as roots
from lianban.apps.roots.models import DayRoot
from lianban.core.supervision.evidence import signature_holds
from lianban.core.supervision.roots import NO_ROOT
from tests.apps.roots.closing_days import DAY, three_closed_days, without_guards, wrote
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db


def doubts(now):
    return [(each.number, each.seq, each.words) for each in roots.check_days(now)]


def test_every_day_has_a_root_also_one_without_records():
    three_closed_days()
    assert [(each.stated.number, each.stated.events) for each in roots.roots()] == [(1, 3), (2, 0), (3, 1)]


def test_each_names_the_day_before_and_bears_the_countys_signature():
    three_closed_days()
    first, second, _ = roots.roots()
    assert (first.stated.previous, second.stated.previous) == (NO_ROOT, first.stated.head)
    assert signature_holds(second.stated.statement, second.signature, second.certificates)
    assert not signature_holds(first.stated.statement, second.signature, second.certificates)


def test_what_was_closed_is_not_closed_again():
    after = three_closed_days()
    assert roots.close_days(after) == 0
    assert roots.close_days(after + DAY) == 1


def test_a_day_is_the_local_one_and_closes_half_an_hour_after_midnight():
    """2026-11-23 16:00 UTC is midnight of the 24th in China."""
    wrote("B-1", "一", at=datetime(2026, 11, 23, 15, 59, tzinfo=UTC))
    wrote("B-2", "二", at=datetime(2026, 11, 23, 16, 1, tzinfo=UTC))
    assert roots.close_days(datetime(2026, 11, 23, 16, 29, tzinfo=UTC)) == 0
    assert roots.close_days(datetime(2026, 11, 23, 16, 31, tzinfo=UTC)) == 1
    (only,) = roots.roots()
    assert (only.stated.day, only.stated.events) == (date(2026, 11, 23), 1)


def test_nothing_is_recorded_on_a_closed_day():
    three_closed_days()
    with pytest.raises(DayIsClosed) as refused, transaction.atomic():
        wrote("B-3", "late", at=NOON)
    assert refused.value.facts["day"] == "2026-11-23"


def test_a_root_cannot_be_changed_or_deleted():
    three_closed_days()
    for tamper in (lambda: DayRoot.objects.update(events=9), lambda: DayRoot.objects.all().delete()):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            tamper()


def test_whole_days_hold():
    assert doubts(three_closed_days()) == []


class TestWhatSomebodyWithTheDatabasesPasswordDoes:
    """Every chain can be written anew by whoever holds the database; a signed day cannot."""

    def test_a_changed_event_is_named(self):
        after = three_closed_days()
        with without_guards() as cursor:
            cursor.execute("UPDATE docket_event SET digest = repeat('a', 64) WHERE seq = 2")
        assert doubts(after) == [("B-1", 2, "封存后被改动")]

    def test_a_dropped_proceeding_is_named_by_its_key(self):
        after = three_closed_days()
        with without_guards() as cursor:
            cursor.execute("SELECT id FROM docket_proceeding WHERE number = 'B-2'")
            (key,) = cursor.fetchone()
            cursor.execute("DELETE FROM docket_event WHERE proceeding_id = %s", [key])
            cursor.execute("DELETE FROM docket_proceeding WHERE id = %s", [key])
        assert doubts(after) == [(str(key), 1, "封存后被删去")]

    def test_a_late_insert_is_named(self):
        after = three_closed_days()
        with without_guards():
            wrote("B-3", "late", at=NOON)
        assert doubts(after) == [("B-3", 1, "封存后补入")]

    def test_an_event_moved_to_another_moment_of_the_day_is_found(self):
        after = three_closed_days()
        with without_guards() as cursor:
            cursor.execute("UPDATE docket_event SET recorded_at = recorded_at + interval '1 hour' WHERE seq = 1")
        assert doubts(after) == [("", 0, "封存后次序被改动")]

    def test_a_dropped_day_is_found(self):
        after = three_closed_days()
        with without_guards() as cursor:
            cursor.execute("DELETE FROM roots_day WHERE number = 2")
        assert ("", 0, "缺少2026-11-24的根") in doubts(after)

    def test_a_dropped_first_day_is_found(self):
        after = three_closed_days()
        with without_guards() as cursor:
            cursor.execute("DELETE FROM roots_day WHERE number = 1")
        assert ("", 0, "第一个根之前还有记录") in doubts(after)

    def test_dropped_last_days_are_found(self):
        after = three_closed_days()
        with without_guards() as cursor:
            cursor.execute("DELETE FROM roots_day WHERE number > 1")
        assert doubts(after) == [("", 0, "此日起没有封存")]

    def test_a_root_written_anew_lacks_the_signature(self):
        after = three_closed_days()
        with without_guards() as cursor:
            cursor.execute("UPDATE roots_day SET events = 2, leaves = substr(leaves, 1, 104) WHERE number = 1")
        found = {words for _, _, words in doubts(after)}
        assert {"根与所附的记录清单不符", "根的签名不成立", "与前一日的根不相连", "封存后补入"} <= found


def test_a_record_that_nobody_closes_is_found():
    wrote("B-1", "一")
    assert doubts(NOON + DAY) == []
    assert doubts(NOON + 3 * DAY) == [("", 0, "此日起没有封存")]


@pytest.mark.django_db(transaction=True)
def test_two_workers_close_a_day_once():
    wrote("B-1", "一")

    def close(_):
        try:
            return roots.close_days(NOON + DAY)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        assert sorted(workers.map(close, range(2))) == [0, 1]
    assert roots.count_roots() == 1
