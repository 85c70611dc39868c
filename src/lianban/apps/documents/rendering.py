"""Making the sealed file of an issued document: once, whoever asks first."""

import hashlib
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from lianban.apps.documents import codes, templates
from lianban.apps.documents.errors import NoSuchDocument
from lianban.apps.documents.kinds import Kind, kind_of, template_of
from lianban.apps.documents.models import Document, SealUse
from lianban.apps.files import public as files
from lianban.apps.organs import public as organs
from lianban.apps.storage.wired import ports
from lianban.core.calendars.written import written
from lianban.core.proceedings.moments import local_day
from lianban.ports.seals import SealOrder


def render(document_id: uuid.UUID | str, now: datetime) -> files.FileCard:
    """Return the sealed file of a document, making it when it is not there yet.

    Two who ask at once get the same file. Raises NoSuchDocument, DocumentNotTypeset, SealNotUsable.
    """
    with transaction.atomic():
        _one_at_a_time(document_id)
        row = _found(document_id)
        if row.file is not None:
            return files.card(row.file)
        return _made(row, now)


def pdf_of(document_id: uuid.UUID | str, now: datetime) -> bytes:
    """Return the sealed file's bytes. The caller has asked whether this reader may. Raises as `render` does."""
    return files.content_of(render(document_id, now).id)


def preview(
    kind: Kind, *, content: Mapping[str, object], authority: str, now: datetime, title: str = "", address: str = ""
) -> bytes:
    """Return the pages of a document that is not issued: no number, no seal, nothing is kept.

    For a guidance sheet before there is a case, and for samples of results. address: what its QR code opens.
    """
    sheet = {
        "kind": kind.value,
        "title": title or kind.value,
        "authority": organs.authority(authority).seal_name,
        "issued_on": written(local_day(now)),
        "verification_url": address,
        "demo": ports().seals.is_stand_in,
        "content": dict(content),
    }
    own = templates.source_at(kind, now)
    return ports().typesetter.typeset(template_of(kind), sheet, now, source=own).pdf


def rehearse(act: Callable[[], str], now: datetime) -> bytes | None:
    """Return the pages of the document that an act would issue; the act itself leaves no trace.

    act: does it, and returns the number of its document; it runs in a transaction that is taken back. None when it
    issues none. Raises whatever the act raises.
    """
    with transaction.atomic():
        number = act()
        row = Document.objects.filter(number=number).first() if number else None
        transaction.set_rollback(True)
    if row is None:
        return None
    return preview(kind_of(row.kind), content=row.content, authority=row.authority, now=now, title=row.title)


def verification_url(code: str) -> str:
    """Return the public address under which a document is verified."""
    return f"{settings.LIANBAN_PUBLIC_URL}/verify/{code}/"


def _made(row: Document, now: datetime) -> files.FileCard:
    template, own = template_of(kind_of(row.kind)), templates.source_at(kind_of(row.kind), row.issued_at)
    pages = ports().typesetter.typeset(template, _sheet(row), row.issued_at, source=own)
    order = SealOrder(row.authority, row.authority_name, row.number, row.title, pages.seal_place, now)
    sealed = ports().seals.seal(pages.pdf, order)
    kept = files.keep_made(sealed.pdf, f"{row.title} {row.number}.pdf", files.Media.PDF, owner=None, now=now)
    row.template_version = ports().typesetter.version(template, source=own)
    row.file, row.file_digest = kept.id, hashlib.sha256(sealed.pdf).hexdigest()
    row.sealed_at, row.certificate = now, sealed.certificate
    row.save(update_fields=["template_version", "file", "file_digest", "sealed_at", "certificate"])
    SealUse.objects.create(
        document=row,
        document_digest=row.file_digest,
        proceeding=row.proceeding,
        authority=row.authority,
        certificate=sealed.certificate,
        reason=row.title,
        person=row.issued_by,
        at=now,
    )
    return kept


def _sheet(row: Document) -> dict[str, object]:
    return {
        "kind": row.kind,
        "title": row.title,
        "number": row.number,
        "authority": row.authority_name,
        "issued_on": written(local_day(row.issued_at)),
        "verification_code": codes.shown(row.verification_code),
        "verification_url": verification_url(row.verification_code),
        "demo": ports().seals.is_stand_in,
        "content": row.content,
    }


def _found(document_id: uuid.UUID | str) -> Document:
    row = Document.objects.filter(pk=document_id).first()
    if row is None:
        raise NoSuchDocument
    return row


def _one_at_a_time(document_id: uuid.UUID | str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('documents_document'), hashtext(%s))", [str(document_id)])
