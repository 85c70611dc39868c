"""Opening papers and files of a case that somebody may see."""

from uuid import UUID

from django.http import Http404, HttpResponse

from lianban.apps.cases import public as cases
from lianban.apps.documents import public as documents
from lianban.apps.files import public as files
from lianban.core.proceedings.events import Role


def paper(
    view: cases.CaseView,
    document: UUID,
    reader: cases.Reader,
    reason: str,
    request_id: str,
    *,
    attachment: bool = False,
) -> HttpResponse:
    """Return an issued document as PDF; papers name people, so a look by staff goes into the access log first.

    Raises NoSuchDocument when it is none of this case.
    """
    known = {each.id for each in view.documents} | {each.document_id for each in view.licences}
    if document not in known:
        raise documents.NoSuchDocument
    number = documents.document(document).number
    if reader.actor.role is not Role.APPLICANT:
        cases.note_look(view.number, f"文书 {number}", reader, reason, request_id)
    pages = documents.pdf_of(document, reader.now)
    return files.served(pages, files.Media.PDF, f"{number}.pdf", attachment=attachment)


def material(
    number: str,
    materials: tuple[cases.MaterialView, ...],
    file: UUID,
    reader: cases.Reader,
    reason: str,
    request_id: str,
) -> HttpResponse:
    """Return a file that was handed in; the look goes into the access log first. Raises Http404 for any other file."""
    if file not in {each for one in materials for each, _name in one.files}:
        raise Http404
    card, content = files.read_personal(
        file, actor=reader.actor, reason=reason, now=reader.now, request_id=request_id, proceeding=number
    )
    return files.as_response(card, content)
