"""What a stranger may learn: whether a document or a file is ours, unchanged and still in force."""

import hashlib
from datetime import datetime

from lianban.apps.documents import codes
from lianban.apps.documents.errors import NoSuchDocument
from lianban.apps.documents.issuing import frozen_digest
from lianban.apps.documents.models import Document, Licence, LicenceState
from lianban.apps.documents.values import FileVerification, LicenceLine, Standing, Verification
from lianban.apps.files import public as files
from lianban.apps.storage.wired import ports
from lianban.core.proceedings.moments import local_day
from lianban.ports.cipher import SealedValueBroken
from lianban.ports.files import FileMissing, StoredFileDamaged
from lianban.ports.seals import SealCheck, SealState


def verify(code: str, now: datetime) -> Verification:
    """Check a document by the code on it: its content, its seal and its standing, all at this moment.

    code: as typed; groups, spaces and small letters are forgiven. Raises NoSuchDocument.
    """
    row = Document.objects.select_related("licence").filter(verification_code=codes.read(code)).first()
    if row is None:
        raise NoSuchDocument
    return _verification(row, now)


def check_file(pdf: bytes, now: datetime) -> FileVerification:
    """Check a file that somebody holds: its seal, and whether it is byte for byte the one we issued."""
    found = ports().seals.check(pdf, now)
    row = (
        Document.objects.select_related("licence").filter(file_digest=hashlib.sha256(pdf).hexdigest()).first()
        if found.state is SealState.VALID
        else None
    )
    known = _verification(row, now) if row else None
    return FileVerification(found.state, found.seal, found.document_number, found.sealed_at, known)


def _verification(row: Document, now: datetime) -> Verification:
    held: Licence | None = getattr(row, "licence", None)
    seal = _seal(row, now)
    return Verification(
        standing=_standing(row, held, seal, now),
        title=row.title,
        number=row.number,
        authority_name=row.authority_name,
        issued_at=row.issued_at,
        holder_masked=row.holder_masked,
        verification_code=codes.shown(row.verification_code),
        seal=seal.seal if seal else "",
        seal_state=seal.state if seal else None,
        sealed_at=row.sealed_at,
        certificate=row.certificate,
        identifier=held.identifier if held else "",
        valid_until=held.valid_until if held else None,
        state=LicenceState(held.state).label if held else "",
        reason=held.state_reason if held else row.revoked_reason,
        contained=_contained(row),
    )


def _seal(row: Document, now: datetime) -> SealCheck | None:
    if row.file is None:
        return None
    try:
        pdf = files.content_of(row.file)
    except (StoredFileDamaged, FileMissing):
        return SealCheck(SealState.ALTERED)
    found = ports().seals.check(pdf, now)
    same = hashlib.sha256(pdf).hexdigest() == row.file_digest
    return found if same else SealCheck(SealState.ALTERED, found.seal)


def _standing(row: Document, held: Licence | None, seal: SealCheck | None, now: datetime) -> Standing:
    if not _is_as_issued(row) or (seal and seal.state is not SealState.VALID):
        return Standing.ALTERED
    if row.revoked_at is not None or (held and held.state != LicenceState.VALID):
        return Standing.REVOKED
    if held and held.valid_until and held.valid_until < local_day(now):
        return Standing.EXPIRED
    return Standing.VALID if seal else Standing.PENDING


def _is_as_issued(row: Document) -> bool:
    try:
        content = row.content
    except SealedValueBroken:
        return False
    return frozen_digest(row.number, row.kind, row.verification_code, content) == row.content_digest


def _contained(row: Document) -> tuple[LicenceLine, ...]:
    """Return the licences a composite card shows, in their state of this moment."""
    if row.kind != "行业综合许可证":
        return ()
    wanted = [line["id"] for line in row.content["licences"]]
    found = {str(one.pk): one for one in Licence.objects.select_related("document").filter(pk__in=wanted)}
    return tuple(_line(found[key]) for key in wanted if key in found)


def _line(held: Licence) -> LicenceLine:
    paper = held.document
    state = LicenceState(held.state).label
    return LicenceLine(
        held.name, held.number, paper.authority_name, held.valid_until, state, codes.shown(paper.verification_code)
    )
