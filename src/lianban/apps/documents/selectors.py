"""Finding what was issued."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lianban.apps.documents.errors import NoSuchDocument
from lianban.apps.documents.kinds import kind_of
from lianban.apps.documents.models import Document
from lianban.apps.documents.values import DocumentCard


def documents_of(proceedings: uuid.UUID | Iterable[uuid.UUID]) -> list[DocumentCard]:
    """Return the documents of one or several proceedings, oldest first."""
    wanted = [proceedings] if isinstance(proceedings, uuid.UUID) else list(proceedings)
    return [_card(row) for row in Document.objects.defer("content").filter(proceeding__in=wanted)]


def document(document_id: uuid.UUID | str) -> DocumentCard:
    """Return one document. Raises NoSuchDocument."""
    return _card(_one(pk=document_id))


def document_numbered(number: str) -> DocumentCard:
    """Return the document with a 文号. Raises NoSuchDocument."""
    return _card(_one(number=number))


@transaction.atomic
def revoke(document_id: uuid.UUID, *, reason: str, now: datetime) -> DocumentCard:
    """Take away a document's force. reason: shown to whoever verifies it, with the decision's number."""
    row = Document.objects.select_for_update().filter(pk=document_id).first()
    if row is None:
        raise NoSuchDocument
    if row.revoked_at is None:
        row.revoked_at, row.revoked_reason = now, reason
        row.save(update_fields=["revoked_at", "revoked_reason"])
    return _card(row)


def _one(**wanted: object) -> Document:
    row = Document.objects.defer("content").filter(**wanted).first()
    if row is None:
        raise NoSuchDocument
    return row


def _card(row: Document) -> DocumentCard:
    return DocumentCard(
        row.pk, kind_of(row.kind), row.title, row.number, row.proceeding, row.item, row.authority, row.authority_name,
        row.issued_at, row.verification_code, row.file is not None, row.revoked_at is not None,
    )  # fmt: skip
