"""Anyone may verify, sees what is public and nothing else, and cannot try codes without end."""

import uuid
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianban.apps.documents import public as documents
from lianban.apps.roots import public as roots
from lianban.core.supervision.evidence import fingerprint
from lianban.web.verify.shown import grouped
from tests.apps.documents.issued import a_sealed_licence
from tests.apps.roots.closing_days import three_closed_days

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


@pytest.fixture
def made():
    return a_sealed_licence(NOW)


def upload(client, content):
    handed = SimpleUploadedFile("a.pdf", content, "application/pdf")
    return client.post(reverse("verify:file"), {"file": handed})


class TestByCode:
    def test_the_qr_code_leads_to_the_verdict(self, client, made):
        page = client.get(f"/verify/{made.verification_code}/")
        assert page.status_code == 200
        words = page.content.decode()
        assert "真实有效" in words
        assert made.number in words
        assert "博山区行政审批服务局（演示用印）" in words

    def test_what_is_public_is_a_list_that_reads_on_a_phone(self, client, made):
        words = client.get(f"/verify/{made.verification_code}/").content.decode()
        assert f"<dd>{made.number}</dd>" in words
        assert "<table" not in words

    def test_the_state_is_said_in_the_language_of_the_page(self, client, made):
        words = client.get(f"/verify/{made.verification_code}/", headers={"accept-language": "en"}).content.decode()
        assert "<dd>Valid</dd>" in words

    def test_a_person_is_masked(self, client, made):
        words = client.get(f"/verify/{made.verification_code}/").content.decode()
        assert "演*****" in words
        assert "演示申请人甲" not in words
        assert "370304199001010005" not in words
        assert "演示路1号" not in words

    def test_a_typed_code_leads_to_its_page(self, client, made):
        typed = f"{made.verification_code[:4]} {made.verification_code[4:]}"
        page = client.get(reverse("verify:home"), {"code": typed}, follow=True)
        assert "真实有效" in page.content.decode()

    def test_an_unknown_code_keeps_what_was_typed(self, client):
        page = client.get("/verify/NOSUCHCODE/")
        assert page.status_code == 404
        words = page.content.decode()
        assert 'value="NOSUCHCODE"' in words
        assert "没有这份文书或证照" in words

    def test_a_code_is_never_read_as_markup(self, client):
        words = client.get(reverse("verify:code", args=["<script>x"])).content.decode()
        assert "<script>x" not in words

    def test_no_cache_keeps_a_verdict(self, client, made):
        assert "no-store" in client.get(f"/verify/{made.verification_code}/")["Cache-Control"]

    def test_a_revoked_licence_says_so_and_why(self, client, made):
        held = documents.licences_of(uuid.UUID(int=7))[0]
        documents.change_licence_state(held.id, documents.LicenceState.CANCELLED, reason="依申请注销", now=NOW)
        words = client.get(f"/verify/{made.verification_code}/").content.decode()
        assert "已失去效力" in words
        assert "依申请注销" in words
        english = client.get(f"/verify/{made.verification_code}/", headers={"accept-language": "en"}).content.decode()
        assert "<dd>Deregistered</dd>" in english

    def test_trying_codes_without_end_is_stopped(self, client):
        answers = [client.get("/verify/NOSUCHCODE/").status_code for _ in range(61)]
        assert answers[:60] == [404] * 60
        assert answers[60] == 429


class TestByFile:
    def test_the_issued_file_is_recognised(self, client, made):
        words = upload(client, documents.pdf_of(made.id, NOW)).content.decode()
        assert "真实有效" in words
        assert "逐字节相同" in words

    def test_a_changed_file_is_not(self, client, made):
        pdf = bytearray(documents.pdf_of(made.id, NOW))
        pdf[len(pdf) // 3] ^= 1
        assert "文件被改动，不可信" in upload(client, bytes(pdf)).content.decode()

    def test_a_file_that_is_no_pdf_is_told_the_way_out(self, client):
        assert "文件无法读取" in upload(client, b"hello").content.decode()

    def test_no_file_is_said(self, client):
        page = client.post(reverse("verify:file"), {})
        assert page.status_code == 400
        assert "请先选择" in page.content.decode()

    def test_a_file_too_large_is_not_read(self, client, settings):
        settings.LIANBAN_FILE_LIMIT = 10
        assert upload(client, b"x" * 11).status_code == 400


def test_the_first_page_works_without_a_sign_in(client):
    page = client.get(reverse("verify:home"))
    assert page.status_code == 200
    assert "不用登录" in page.content.decode()


def test_no_page_carries_inline_style_or_script(client, made):
    for address in (reverse("verify:home"), f"/verify/{made.verification_code}/"):
        words = client.get(address).content.decode()
        assert " style=" not in words
        assert "onclick" not in words


class TestTheRootsOfTheRecord:
    def test_before_the_first_day_ended_the_page_says_so(self, client):
        assert "还没有封存的日子" in client.get("/verify/log/").content.decode()

    def test_everybody_sees_the_latest_days_the_fingerprints_and_where_to_get_all(self, client):
        three_closed_days()
        words = client.get("/verify/log/").content.decode()
        last = roots.roots(latest=1)[0]
        assert grouped(last.stated.head) in words
        assert all(grouped(fingerprint(each)) in words for each in last.certificates)
        assert "/api/v1/log/roots" in words

    def test_the_page_speaks_english_too(self, client):
        three_closed_days()
        client.cookies["django_language"] = "en"
        assert "Daily roots of the case log" in client.get("/verify/log/").content.decode()
