"""Handing a file to a browser so that it can do nothing but be looked at."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from lianban.apps.files.media import Media
from lianban.apps.files.services import FileCard

SEEN_INLINE = frozenset({Media.PDF, Media.JPEG, Media.PNG})
PICTURE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'self'"
PDF_POLICY = "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
"""A browser's own PDF viewer refuses to open under `sandbox`."""


def as_response(file: FileCard, content: bytes, *, attachment: bool = False) -> HttpResponse:
    """Return the file as an answer that no cache keeps. The caller has asked whether this reader may."""
    return served(content, file.media, file.name, attachment=attachment or file.media not in SEEN_INLINE)


def served(content: bytes | str, media: str, name: str, *, attachment: bool = False) -> HttpResponse:
    """Return what we made ourselves in the same way. media: its type, such as `text/csv; charset=utf-8`."""
    response = HttpResponse(content, content_type=str(media))
    response["Content-Disposition"] = content_disposition_header(attachment, name)
    response["Content-Security-Policy"] = PDF_POLICY if media == Media.PDF else PICTURE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
