"""Taking, finding and handing out files."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from lianban.apps.access import public as access
from lianban.apps.files.checking import check
from lianban.apps.files.errors import NoSuchFile, QuotaFull
from lianban.apps.files.media import Media, tidy_name
from lianban.apps.files.models import StoredFile, Trust
from lianban.apps.storage.wired import ports
from lianban.core.proceedings.events import Actor
from lianban.ports.files import FileTooLarge

LIMIT, QUOTA = 20 * 2**20, 500 * 2**20


@dataclass(frozen=True, slots=True)
class FileCard:
    """A kept file as others see it. size: bytes. owner: account id, None for the authorities' own."""

    id: uuid.UUID
    digest: str
    size: int
    media: Media
    name: str
    owner: uuid.UUID | None
    trust: Trust
    uploaded_at: datetime


def keep_upload(pieces: Iterable[bytes], name: str, *, owner: uuid.UUID, now: datetime) -> FileCard:
    """Take a file that somebody hands in.

    pieces: its bytes in order (a Django upload's `chunks()`); reading ends at the size limit.
    Raises FileTooLarge, FileEmpty, FileTypeRefused, FileDamaged, QuotaFull; then nothing is recorded.
    """
    content = _within(pieces, getattr(settings, "LIANBAN_FILE_LIMIT", LIMIT))
    media = check(content)
    with transaction.atomic():
        _keep_quota(owner, len(content))
        return _record(content, tidy_name(name, media), media, owner, Trust.UPLOADED, now)


def keep_made(content: bytes, name: str, media: Media, *, owner: uuid.UUID | None, now: datetime) -> FileCard:
    """Keep a file that we made ourselves (trust A)."""
    return _record(content, tidy_name(name, media), media, owner, Trust.ISSUED, now)


def card(file_id: uuid.UUID) -> FileCard:
    """Return what is known of a file. Raises NoSuchFile."""
    row = StoredFile.objects.filter(pk=file_id).first()
    if row is None:
        raise NoSuchFile
    return _card(row)


def cards(file_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, FileCard]:
    """Return what is known of several files; unknown ones are left out."""
    return {row.pk: _card(row) for row in StoredFile.objects.filter(pk__in=list(file_ids))}


def files_of(owner: uuid.UUID) -> list[FileCard]:
    """Return a person's files, newest first."""
    return [_card(row) for row in StoredFile.objects.filter(owner=owner).order_by("-uploaded_at", "-id")]


def content_of(file_id: uuid.UUID) -> bytes:
    """Return the bytes. The caller has asked whether this reader may. Raises NoSuchFile, StoredFileDamaged."""
    return ports().files.read(card(file_id).digest)


def read_personal(
    file_id: uuid.UUID, *, actor: Actor, reason: str, now: datetime, request_id: str, proceeding: str = ""
) -> tuple[FileCard, bytes]:
    """Return a file and its bytes to somebody else than its owner, and write that down before.

    The caller has asked whether this reader may. proceeding: the number of the case it is read for.
    Raises NoSuchFile, ReasonMissing, StoredFileDamaged.
    """
    found = card(file_id)
    if str(found.owner) != actor.person:
        access.record_view(
            actor=actor,
            what=f"文件 {file_id}",
            whose=found.owner,
            reason=reason,
            now=now,
            request_id=request_id,
            proceeding=proceeding,
        )
    return found, ports().files.read(found.digest)


def verify_with_original(file_id: uuid.UUID, *, by: uuid.UUID, now: datetime) -> FileCard:
    """Record that a clerk compared the file with the original: it is now of trust B. Raises NoSuchFile."""
    StoredFile.objects.filter(pk=file_id, trust__in=[Trust.UPLOADED, Trust.SELF_MADE]).update(
        trust=Trust.VERIFIED, verified_by=by, verified_at=now
    )
    return card(file_id)


def _within(pieces: Iterable[bytes], limit: int) -> bytes:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > limit:
            raise FileTooLarge(limit)
    return bytes(content)


def _keep_quota(owner: uuid.UUID, more: int) -> None:
    quota = getattr(settings, "LIANBAN_OWNER_QUOTA", QUOTA)
    used = StoredFile.objects.filter(owner=owner).aggregate(total=Sum("size"))["total"] or 0
    if used + more > quota:
        raise QuotaFull(quota)


def _record(content: bytes, name: str, media: Media, owner: uuid.UUID | None, trust: Trust, now: datetime) -> FileCard:
    kept = ports().files.put([content], len(content))
    row = StoredFile(
        digest=kept.digest, size=kept.size, media=media, name=name, owner=owner, trust=trust, uploaded_at=now
    )
    row.save(force_insert=True)
    return _card(row)


def _card(row: StoredFile) -> FileCard:
    return FileCard(
        row.pk, row.digest, row.size, Media(row.media), row.name, row.owner, Trust(row.trust), row.uploaded_at
    )
