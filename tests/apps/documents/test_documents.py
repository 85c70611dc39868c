"""Documents are complete, numbered without gaps, frozen, sealed once, and verifiable by anyone."""

import hashlib
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from lianban.apps.documents import public as documents
from lianban.apps.documents.models import Document, SealUse
from lianban.apps.organs.models import Authority
from lianban.core.proceedings.documents import CONTENTS, DocumentKind
from lianban.jobs import tasks
from lianban.ports.seals import SealState

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
CASE = uuid.UUID(int=7)
CREDIT_CODE = "91370304MA0000015H"


@pytest.fixture
def authority(db):
    return Authority.objects.create(
        key="approval",
        name="区行政审批服务局",
        seal_name="博山区行政审批服务局",
        short_name="博审服",
        credit_code="11370800MB28559184",
    )


def a_content(kind, **changes):
    return {key: f"{name}的内容" for key, name in CONTENTS[kind].items()} | {"applicant": "演示申请人甲"} | changes


def issued(kind=DocumentKind.ACCEPTANCE, now=NOW, **changes):
    with transaction.atomic():
        return documents.issue(kind, proceeding=CASE, content=a_content(kind, **changes), authority="approval", now=now)


def a_licence(now=NOW, **changes):
    given = {
        "name": "食品经营许可证",
        "proceeding": CASE,
        "authority": "approval",
        "holder": "博山演示餐饮管理有限公司",
        "holder_code": CREDIT_CODE,
        "fields": [{"name": "经营场所", "value": "演示路1号"}],
        "valid_until": date(2031, 11, 20),
        "now": now,
    }
    with transaction.atomic():
        return documents.issue_licence(**{**given, **changes})


@pytest.mark.django_db
@pytest.mark.usefixtures("authority")
class TestIssuing:
    def test_numbers_follow_one_another_per_kind_and_year(self):
        later = NOW + timedelta(days=100)
        made = [issued().number, issued().number, issued(DocumentKind.RECEIPT).number, issued(now=later).number]
        assert made == [
            "博审服受〔2026〕0001号",
            "博审服受〔2026〕0002号",
            "博审服收〔2026〕0001号",
            "博审服受〔2027〕0001号",
        ]

    def test_the_year_is_the_local_one(self):
        assert issued(now=datetime(2026, 12, 31, 17, 0, tzinfo=UTC)).number == "博审服受〔2027〕0001号"

    def test_a_rollback_gives_its_number_back(self):
        with transaction.atomic():
            issued()
            transaction.set_rollback(True)
        assert issued().number == "博审服受〔2026〕0001号"

    @pytest.mark.parametrize("kind", list(DocumentKind))
    def test_every_absent_lawful_content_is_named_at_once(self, kind):
        with pytest.raises(documents.DocumentIncomplete) as error, transaction.atomic():
            documents.issue(kind, proceeding=CASE, content={}, authority="approval", now=NOW)
        wanted = [name for key, name in CONTENTS[kind].items() if key not in {"seal", "dated_on"}]
        assert error.value.facts["missing"] == wanted
        assert Document.objects.count() == 0

    def test_seal_and_date_are_filled_in(self):
        content = {
            key: value for key, value in a_content(DocumentKind.ACCEPTANCE).items() if key not in {"seal", "dated_on"}
        }
        with transaction.atomic():
            made = documents.issue(
                DocumentKind.ACCEPTANCE, proceeding=CASE, content=content, authority="approval", now=NOW
            )
        kept = Document.objects.get(pk=made.id).content
        assert (kept["seal"], kept["dated_on"]) == ("博山区行政审批服务局", "2026年11月21日")

    def test_the_content_is_unreadable_in_the_database(self):
        made = issued()
        with connection.cursor() as cursor:
            cursor.execute("SELECT content FROM documents_document WHERE id = %s", [made.id])
            assert "演示申请人".encode() not in bytes(cursor.fetchone()[0])

    @pytest.mark.parametrize("column", ["number", "content_digest", "title", "authority_name"])
    def test_the_database_refuses_to_change_what_was_issued(self, column):
        made = issued()
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            Document.objects.filter(pk=made.id).update(**{column: "x"})

    def test_the_database_refuses_to_delete_what_was_issued(self):
        made = issued()
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            Document.objects.filter(pk=made.id).delete()

    def test_the_renderer_is_promised_in_the_same_transaction(self):
        made = issued()
        with connection.cursor() as cursor:
            cursor.execute("SELECT args->>'document' FROM procrastinate_jobs WHERE task_name = 'render_document'")
            assert cursor.fetchall() == [(str(made.id),)]

    def test_documents_are_listed_by_their_case(self):
        first, second = issued(DocumentKind.RECEIPT), issued()
        assert [each.number for each in documents.documents_of(CASE)] == [first.number, second.number]
        assert documents.documents_of(uuid.UUID(int=8)) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("authority")
class TestRendering:
    def test_the_file_is_made_once_and_its_seal_logged(self):
        made = issued()
        first, second = documents.pdf_of(made.id, NOW), documents.pdf_of(made.id, NOW + timedelta(days=1))
        assert first == second
        uses = list(SealUse.objects.all())
        assert [use.document_digest for use in uses] == [hashlib.sha256(first).hexdigest()]
        assert (uses[0].authority, uses[0].proceeding, uses[0].at) == ("approval", CASE, NOW)

    def test_the_job_makes_the_file(self):
        made = issued()
        tasks.render_document(document=str(made.id))
        assert documents.document(made.id).ready

    def test_whose_act_it_was_stands_in_the_log(self):
        content = a_content(DocumentKind.RECEIPT)
        with transaction.atomic():
            made = documents.issue(
                DocumentKind.RECEIPT, proceeding=CASE, content=content, authority="approval", now=NOW, person="clerk-1"
            )
        documents.render(made.id, NOW)
        assert SealUse.objects.get().person == "clerk-1"

    def test_a_preview_is_pages_without_number_seal_or_trace(self):
        pdf = documents.preview(
            documents.PaperKind.GUIDANCE,
            content={"chain": "开餐饮店"},
            authority="approval",
            now=NOW,
            address="http://x/",
        )
        assert documents.check_file(pdf, NOW).seal_state is SealState.NONE
        assert Document.objects.count() == 0

    def test_a_use_of_a_seal_is_never_unwritten(self):
        documents.render(issued().id, NOW)
        with pytest.raises(DatabaseError), transaction.atomic():
            SealUse.objects.update(reason="x")

    def test_a_suspended_seal_leaves_the_document_pending_until_it_is_back(self):
        seals = settings.LIANBAN_PORTS().seals
        made = issued()
        seals.suspend("approval", "印章保管人变更", NOW)
        try:
            with pytest.raises(Exception, match="保管人"):
                documents.render(made.id, NOW)
            assert documents.verify(made.verification_code, NOW).standing is documents.Standing.PENDING
        finally:
            seals.resume("approval", NOW)
        documents.render(made.id, NOW)
        assert documents.verify(made.verification_code, NOW).standing is documents.Standing.VALID

    def test_an_unknown_document_is_said(self):
        with pytest.raises(documents.NoSuchDocument):
            documents.render(uuid.UUID(int=3), NOW)


@pytest.mark.django_db(transaction=True)
def test_two_readers_at_once_get_the_same_file(authority):
    made = issued()

    def read(_):
        try:
            return documents.pdf_of(made.id, NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(read, range(4)))) == 1
    assert SealUse.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("authority")
class TestVerifying:
    def test_a_stranger_sees_what_is_public_and_no_more(self):
        made = issued()
        documents.render(made.id, NOW)
        seen = documents.verify(made.verification_code, NOW)
        assert seen.standing is documents.Standing.VALID
        assert (seen.title, seen.number, seen.authority_name) == ("受理通知书", made.number, "博山区行政审批服务局")
        assert seen.holder_masked == "演*****"
        assert seen.seal == "博山区行政审批服务局（演示用印）"
        assert "演示申请人甲" not in str(seen)

    def test_a_code_may_be_typed_as_people_type(self):
        code = issued().verification_code
        typed = f" {code[:4].lower()} {code[4:8]}-{code[8:]} "
        assert documents.verify(typed, NOW).verification_code.replace("-", "") == code

    @pytest.mark.parametrize("code", ["", "AAAA", "0" * 16, "'; DROP TABLE x"])
    def test_an_unknown_code_is_said(self, code):
        with pytest.raises(documents.NoSuchDocument):
            documents.verify(code, NOW)

    def test_a_file_changed_in_the_store_is_noticed(self):
        made = issued()
        kept = documents.render(made.id, NOW)
        path = next(Path(settings.LIANBAN_HOME, "files").rglob(kept.digest))
        path.chmod(0o600)
        sealed = path.read_bytes()
        path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
        assert documents.verify(made.verification_code, NOW).standing is documents.Standing.ALTERED

    def test_a_content_changed_behind_the_guard_is_noticed(self):
        made, other = issued(), issued(applicant="演示申请人乙")
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE documents_document DISABLE TRIGGER documents_stay_as_issued")
            cursor.execute(
                "UPDATE documents_document SET content = (SELECT content FROM documents_document WHERE id = %s) "
                "WHERE id = %s",
                [other.id, made.id],
            )
            cursor.execute("ALTER TABLE documents_document ENABLE TRIGGER documents_stay_as_issued")
        assert documents.verify(made.verification_code, NOW).standing is documents.Standing.ALTERED

    def test_a_revoked_document_says_why(self):
        made = issued()
        documents.render(made.id, NOW)
        documents.revoke(made.id, reason="博审服销〔2026〕0001号", now=NOW)
        seen = documents.verify(made.verification_code, NOW)
        assert (seen.standing, seen.reason) == (documents.Standing.REVOKED, "博审服销〔2026〕0001号")

    def test_our_own_file_is_recognised(self):
        made = issued()
        found = documents.check_file(documents.pdf_of(made.id, NOW), NOW)
        assert found.seal_state is SealState.VALID
        assert found.known.number == made.number

    def test_a_changed_copy_is_not(self):
        pdf = bytearray(documents.pdf_of(issued().id, NOW))
        pdf[len(pdf) // 3] ^= 1
        found = documents.check_file(bytes(pdf), NOW)
        assert found.seal_state is SealState.ALTERED
        assert found.known is None


@pytest.mark.django_db
@pytest.mark.usefixtures("authority")
class TestLicences:
    def test_a_licence_bears_an_identifier_with_its_check_character(self):
        a_licence()
        held = documents.licences_of(CASE)[0]
        assert held.identifier.startswith("1.2.156.3005.2.11370800MB28559184001.11370800MB28559184.20261121000001.001.")
        assert held.number == "博审服证〔2026〕0001号"

    def test_each_kind_of_licence_has_its_own_serial(self):
        a_licence()
        a_licence(name="公共场所卫生许可证")
        a_licence()
        kinds = [held.identifier.split(".")[5][-3:] for held in documents.licences_of(CASE)]
        assert kinds == ["001", "002", "001"]

    def test_licences_are_found_by_their_holder(self):
        a_licence()
        assert [held.name for held in documents.licences_held(CREDIT_CODE)] == ["食品经营许可证"]
        assert documents.licences_held("91370304MA00000317") == []

    def test_a_company_is_shown_by_name_and_a_person_masked(self):
        company = a_licence()
        person = a_licence(holder="演示申请人甲", holder_code="370304199001010005")
        assert documents.verify(company.verification_code, NOW).holder_masked == "博山演示餐饮管理有限公司"
        assert documents.verify(person.verification_code, NOW).holder_masked == "演*****"
        assert "370304199001010005" not in str(Document.objects.get(pk=person.id).content)

    def test_after_its_last_day_it_has_expired(self):
        made = a_licence(valid_until=date(2026, 11, 30))
        documents.render(made.id, NOW)
        last_evening = datetime(2026, 11, 30, 15, 59, tzinfo=UTC)
        assert documents.verify(made.verification_code, last_evening).standing is documents.Standing.VALID
        after = last_evening + timedelta(minutes=1)
        assert documents.verify(made.verification_code, after).standing is documents.Standing.EXPIRED

    def test_a_cancelled_licence_shows_at_once_and_stays_cancelled(self):
        made = a_licence()
        documents.render(made.id, NOW)
        held = documents.licences_of(CASE)[0]
        documents.change_licence_state(held.id, documents.LicenceState.CANCELLED, reason="依申请注销", now=NOW)
        assert documents.verify(made.verification_code, NOW).standing is documents.Standing.REVOKED
        with pytest.raises(documents.LicenceStateRefused):
            documents.change_licence_state(held.id, documents.LicenceState.VALID, reason="x", now=NOW)

    def test_an_approval_letter_is_a_licence_too(self):
        made = a_licence(name="建设工程规划条件批复", approval=True)
        documents.render(made.id, NOW)
        assert documents.verify(made.verification_code, NOW).title == "建设工程规划条件批复"

    def test_the_composite_card_shows_every_licence_in_its_present_state(self):
        a_licence()
        a_licence(name="公共场所卫生许可证", valid_until=None)
        held = documents.licences_of(CASE)
        with transaction.atomic():
            card = documents.issue_composite(
                industry="餐饮店",
                trader=documents.Trader("演示餐饮店"),
                licences=held,
                proceeding=CASE,
                authority="approval",
                now=NOW,
            )
        documents.render(card.id, NOW)
        documents.change_licence_state(held[1].id, documents.LicenceState.HELD, reason="整改", now=NOW)
        lines = documents.verify(card.verification_code, NOW).contained
        assert [(line.name, line.state) for line in lines] == [
            ("食品经营许可证", "有效"),
            ("公共场所卫生许可证", "暂扣"),
        ]
