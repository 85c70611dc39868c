"""Issuing a document: numbered, frozen and promised to the renderer in the transaction that needs it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from lianban.apps.docket import public as docket
from lianban.apps.documents import codes
from lianban.apps.documents.errors import DocumentIncomplete
from lianban.apps.documents.kinds import Kind, code_of, missing
from lianban.apps.documents.models import Document
from lianban.apps.documents.values import IssuedDocument
from lianban.apps.organs import public as organs
from lianban.apps.storage.deferring import defer
from lianban.core.calendars.hours import CHINA
from lianban.core.calendars.written import written
from lianban.core.kernel.canonical import digest
from lianban.core.kernel.document_numbers import document_number
from lianban.core.kernel.masking import MaskKind, mask
from lianban.core.proceedings.moments import local_day

JOB = "render_document"
HOLDERS = ("holder", "applicant", "recipient")


def issue(
    kind: Kind,
    *,
    proceeding: uuid.UUID | None,
    content: Mapping[str, object],
    authority: str,
    now: datetime,
    item: str = "",
    person: str = "",
) -> IssuedDocument:
    """Issue a document in the caller's transaction; its file is made right after, or at the first reading.

    content: JSON values under the keys of the law's list (core/proceedings/documents.CONTENTS) and any more that the
    template knows. `seal` and `dated_on` are filled in. authority: key of the authority that issues it. person: the
    account whose act it is, for the log of seal uses.
    Raises DocumentIncomplete, naming everything that is absent.
    """
    row = write(Draft(kind, proceeding, content, authority, now, item, person=person))
    return IssuedDocument(kind, row.number, row.pk, row.verification_code, row.content_digest)


@dataclass(frozen=True, slots=True)
class Draft:
    """What `issue` is given, and what only licences need.

    title: what stands on the paper when that is not its kind's name. number: when the caller has taken it already.
    holder_masked: what a stranger may see of the holder; found in the content when it is None.
    """

    kind: Kind
    proceeding: uuid.UUID | None
    content: Mapping[str, object]
    authority: str
    now: datetime
    item: str = ""
    title: str = ""
    number: str = ""
    holder_masked: str | None = None
    person: str = ""


def write(draft: Draft) -> Document:
    """Issue a document and return its row. Raises DocumentIncomplete."""
    kind, issuer = draft.kind, organs.authority(draft.authority)
    content = {"seal": issuer.seal_name, "dated_on": written(local_day(draft.now)), **draft.content}
    if absent := missing(kind, content):
        raise DocumentIncomplete(kind, absent)
    number, code = draft.number or next_number(kind, issuer.short_name, draft.now), codes.new_code()
    row = Document(
        kind=kind.value,
        title=draft.title or kind.value,
        number=number,
        proceeding=draft.proceeding,
        item=draft.item,
        authority=draft.authority,
        authority_name=issuer.seal_name,
        content=content,
        content_digest=frozen_digest(number, kind.value, code, content),
        holder_masked=_masked(content) if draft.holder_masked is None else draft.holder_masked,
        verification_code=code,
        issued_at=draft.now,
        issued_by=draft.person,
    )
    row.save(force_insert=True)
    defer(JOB, document=str(row.pk))
    return row


def next_number(kind: Kind, short_name: str, now: datetime) -> str:
    """Return the next 文号 of an authority, kind and year, without a gap: taken in the caller's transaction."""
    year = now.astimezone(CHINA).year
    prefix = f"{short_name}{code_of(kind)}"
    return str(document_number(prefix, year, docket.take(f"文号|{prefix}|{year}")))


def frozen_digest(number: str, kind: str, code: str, content: Mapping[str, object]) -> str:
    """Return the digest that shows whether an issued content was changed."""
    return digest({"number": number, "kind": kind, "code": code, "content": content})


def _masked(content: Mapping[str, object]) -> str:
    name = next((str(content[key]) for key in HOLDERS if content.get(key)), "")
    return mask(MaskKind.NAME, name)
