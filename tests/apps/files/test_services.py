"""Taking, finding and handing out files."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import connection

from lianban.apps.access.models import Access
from lianban.apps.files import public as files
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.ports.files import FileTooLarge
from tests.apps.files.making import a_pdf, a_picture

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
OWNER = uuid.UUID(int=1)


def upload(content=None, name="身份证.png", owner=OWNER):
    return files.keep_upload([content or a_picture()], name, owner=owner, now=NOW)


def test_a_file_comes_back_as_it_was_given():
    picture = a_picture()
    card = upload(picture)
    assert files.content_of(card.id) == picture
    assert (card.media, card.size, card.trust, card.name) == (
        files.Media.PNG,
        len(picture),
        files.Trust.UPLOADED,
        "身份证.png",
    )


def test_its_name_is_unreadable_in_the_database():
    card = upload(name="演示申请人甲身份证.png")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM files_stored_file WHERE id = %s", [card.id])
        assert "演示".encode() not in bytes(cursor.fetchone()[0])
    assert files.card(card.id).name == "演示申请人甲身份证.png"


def test_a_refused_file_leaves_no_row():
    with pytest.raises(files.FileTypeRefused):
        upload(b"MZ" + b"\0" * 50)
    assert files.files_of(OWNER) == []


def test_reading_ends_at_the_limit(settings):
    settings.LIANBAN_FILE_LIMIT = 100
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield b"x" * 60

    with pytest.raises(FileTooLarge):
        files.keep_upload(endless(), "a.pdf", owner=OWNER, now=NOW)
    assert len(taken) == 2


def test_a_full_space_is_said_with_a_way_out(settings):
    picture = a_picture()
    settings.LIANBAN_OWNER_QUOTA = len(picture) * 2
    upload(picture)
    upload(picture)
    with pytest.raises(files.QuotaFull) as error:
        upload(picture)
    assert "窗口" in error.value.message


def test_files_are_listed_for_their_owner_only():
    mine, other = upload(), upload(owner=uuid.UUID(int=2))
    assert [card.id for card in files.files_of(OWNER)] == [mine.id]
    assert set(files.cards([mine.id, other.id, uuid.UUID(int=9)])) == {mine.id, other.id}


def test_compared_with_the_original_it_is_trusted_more():
    card = upload()
    assert files.verify_with_original(card.id, by=uuid.UUID(int=5), now=NOW).trust is files.Trust.VERIFIED


def test_what_an_authority_issued_is_not_lowered_by_a_comparison():
    card = files.keep_made(a_pdf(), "决定书", files.Media.PDF, owner=None, now=NOW)
    assert files.verify_with_original(card.id, by=uuid.UUID(int=5), now=NOW).trust is files.Trust.ISSUED


def test_an_unknown_file_is_said():
    with pytest.raises(files.NoSuchFile):
        files.card(uuid.UUID(int=7))


class TestServing:
    def test_a_picture_is_shown_in_a_sandbox_and_never_cached(self):
        card = upload()
        response = files.as_response(card, files.content_of(card.id))
        assert response["Content-Type"] == "image/png"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"].startswith("sandbox")
        assert "no-store" in response["Cache-Control"]
        assert response["Content-Disposition"].startswith("inline")

    def test_a_pdf_may_be_shown_but_runs_no_script(self):
        card = upload(a_pdf(), "a.pdf")
        assert "script-src 'none'" in files.as_response(card, b"")["Content-Security-Policy"]

    def test_a_download_is_an_attachment_with_its_name(self):
        card = upload(name="布局图.png")
        disposition = files.as_response(card, b"", attachment=True)["Content-Disposition"]
        assert disposition.startswith("attachment")
        assert "%E5%B8%83%E5%B1%80%E5%9B%BE.png" in disposition


class TestReadingAnothersFile:
    CLERK = Actor(person=str(uuid.UUID(int=5)), role=Role.CLERK, hall="county")

    def read(self, card, actor, reason="核对申请材料"):
        return files.read_personal(card.id, actor=actor, reason=reason, now=NOW, request_id="r1", proceeding="办件1")

    def test_it_is_written_down_with_reason_and_case(self):
        card = upload()
        assert self.read(card, self.CLERK)[1] == a_picture()
        view = Access.objects.get()
        assert (view.whose, view.reason, view.proceeding) == (OWNER, "核对申请材料", "办件1")

    def test_without_a_reason_nothing_is_shown(self):
        with pytest.raises(DomainError, match="理由"):
            self.read(upload(), self.CLERK, reason="")

    def test_ones_own_file_needs_no_reason(self):
        self.read(upload(), Actor(person=str(OWNER), role=Role.APPLICANT), reason="")
        assert Access.objects.count() == 0
