"""Whatever somebody with the database's password does to the record, the audit finds it and names the place."""

import pytest
from django.db import connection

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.docket.models import Proceeding
from lianban.apps.oversight import public as oversight
from lianban.apps.roots import public as roots
from lianban.core.kernel.canonical import digest
from tests.apps.cases.builders import NOW, an_approver, by
from tests.apps.roots.closing_days import DAY, without_guards

pytestmark = pytest.mark.django_db
AFTER = NOW + DAY


def found(number=""):
    """What the audit objects to: (where, number of the entry or the column)."""
    said = [each for each in oversight.audit(AFTER, number) if not each.holds]
    places = {(each.number, broken.seq) for each in said for broken in each.breaks}
    return places | {(each.number, column) for each in said for column in each.differs}


def tamper(statement, *given):
    with without_guards() as cursor:
        cursor.execute(statement, given)


def test_an_untouched_record_holds(number):
    roots.close_days(AFTER)
    checked = list(oversight.audit(AFTER))
    assert all(each.holds for each in checked)
    assert sum(each.events for each in checked) == sum(
        len(log) for _, log in cases.events(number, cases.Reader(cases.SYSTEM, NOW))
    )


def test_a_few_at_a_time_are_all_of_them(number):
    few, all_at_once = list(docket.check_records(at_once=2)), list(docket.check_records())
    assert few == all_at_once
    assert len(few) == docket.count_records() > 4


OF_CASE = "(SELECT id FROM docket_proceeding WHERE number = %s)"
EVENTS = {
    "a changed payload": (f"UPDATE docket_event SET payload = '{{}}' WHERE seq = 2 AND proceeding_id = {OF_CASE}", 2),
    "another actor": (
        f"""UPDATE docket_event SET actor = actor || '{{"hall": "x"}}' WHERE seq = 3 AND proceeding_id = {OF_CASE}""", 3
    ),
    "another moment": (
        f"UPDATE docket_event SET recorded_at = now() WHERE seq = 2 AND proceeding_id = {OF_CASE}", 2
    ),
    "a dropped entry": (f"DELETE FROM docket_event WHERE seq = 2 AND proceeding_id = {OF_CASE}", 3),
    "a cut end": (
        f"""DELETE FROM docket_event e USING docket_proceeding p WHERE p.id = e.proceeding_id
            AND e.seq = p.version AND p.id = {OF_CASE}""", None
    ),
    "a changed order": (
        f"UPDATE docket_event SET seq = 5 - seq WHERE seq IN (2, 3) AND proceeding_id = {OF_CASE}",
        2,
    ),
    "an inserted entry": (
        f"""INSERT INTO docket_event (id, proceeding_id, seq, kind, payload, actor, effective_at, recorded_at,
              request_id, previous, digest, format, before, after)
            SELECT gen_random_uuid(), proceeding_id, 999, kind, payload, actor, effective_at, recorded_at,
              request_id, digest, repeat('a', 64), format, before, after FROM docket_event
            WHERE seq = 2 AND proceeding_id = {OF_CASE}""", 999
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", EVENTS)
def test_a_tampered_entry_is_named(number, how):
    statement, seq = EVENTS[how]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE docket_event DROP CONSTRAINT docket_event_seq")
    tamper(statement, number)
    places = found()
    assert {where for where, _ in places} == {number}
    assert seq is None or (number, seq) in places


COLUMNS = {
    "state": "'closed'",
    "snapshot": 'snapshot || \'{"name": "x"}\'',
    "state_digest": "repeat('a', 64)",
    "title": "'另一件事'",
    "applicant": "gen_random_uuid()",
    "chain": "'another'",
    "plan_digest": "repeat('a', 64)",
    "authority": "'another'",
    "promised_due_on": "'2030-01-01'",
    "accepted_on": "NULL",
    "opened_at": "now()",
    "provisional": "NOT provisional",
    "wakes_on": "'2030-01-01'",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_that_does_not_follow_from_the_entries_is_named(number, column):
    tamper(f"UPDATE docket_proceeding SET {column} = {COLUMNS[column]} WHERE number = %s", number)
    assert (number, column) in found()


def test_words_taken_from_beside_an_entry_are_named(number):
    part = Proceeding.objects.filter(parent__number=number, item="reg_company").get()
    cases.review(part.number, "审查", "符合条件", by(an_approver(part.authority)))
    entry = docket.events(part.number)[-1].seq
    assert found() == set()
    tamper("DELETE FROM docket_event_texts WHERE event_id IN (SELECT id FROM docket_event WHERE seq = %s)", entry)
    (said,) = [each for each in oversight.audit(AFTER) if not each.holds]
    assert [(each.seq, each.reason) for each in said.breaks] == [
        (entry, "its words are gone without an erasure on record")
    ]


def test_a_renumbered_case_is_found(number):
    tamper("UPDATE docket_proceeding SET number = 'OTHER' WHERE number = %s", number)
    assert ("OTHER", 1) in found()


def test_a_part_given_to_another_applicant_is_found(number):
    part = Proceeding.objects.filter(parent__number=number).first()
    tamper("UPDATE docket_proceeding SET applicant = gen_random_uuid() WHERE number = %s", part.number)
    assert found() == {(part.number, "applicant")}


def test_a_chain_written_anew_leads_to_another_state_than_it_says(number):
    """The last digest and the head fit each other again; only replaying the entry shows that its state does not."""
    last = docket.events(number)[-1].model_copy(update={"after": "a" * 64})
    content = {key: value for key, value in last.told().items() if key != "digest"}
    moments = {"effective_at": last.effective_at.isoformat(), "recorded_at": last.recorded_at.isoformat()}
    forged = digest({**content, **moments})
    said = (last.after, forged, last.seq, number)
    tamper(f"UPDATE docket_event SET after = %s, digest = %s WHERE seq = %s AND proceeding_id = {OF_CASE}", *said)
    tamper("UPDATE docket_proceeding SET head = %s WHERE number = %s", forged, number)
    broken = next(each for each in oversight.audit(AFTER, number) if each.number == number).breaks
    assert [(each.seq, each.reason) for each in broken] == [(last.seq, "leads to another state than it says")]


def test_a_record_without_its_proceeding_is_named(number):
    part = Proceeding.objects.filter(parent__number=number).last()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SELECT conname FROM pg_constraint WHERE conrelid = 'docket_event'::regclass AND contype = 'f'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE docket_event DROP CONSTRAINT "{name}"')
    tamper("DELETE FROM docket_proceeding WHERE id = %s", part.pk)
    assert found() == {(str(part.pk), seq) for seq in range(1, part.version + 1)}


def test_a_case_deleted_whole_is_named_by_its_day(number):
    roots.close_days(AFTER)
    part = Proceeding.objects.filter(parent__number=number).last()
    tamper("DELETE FROM docket_event WHERE proceeding_id = %s", part.pk)
    tamper("DELETE FROM docket_proceeding WHERE id = %s", part.pk)
    doubts = [words for each in oversight.audit(AFTER) for words in each.doubts]
    assert doubts == [f"封存后被删去 {part.pk} #{seq}" for seq in range(1, part.version + 1)]


def test_a_record_that_cannot_be_replayed_is_a_finding_not_a_failure(number):
    tamper(f"UPDATE docket_event SET kind = 'unheard_of' WHERE seq = 2 AND proceeding_id = {OF_CASE}", number)
    assert {(number, 2), (number, "snapshot")} <= found()
