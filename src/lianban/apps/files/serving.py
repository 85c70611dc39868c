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
    attachment = attachment or file.media not in SEEN_INLINE
    response = HttpResponse(content, content_type=str(file.media))
    response["Content-Disposition"] = content_disposition_header(attachment, file.name)
    response["Content-Security-Policy"] = PDF_POLICY if file.media is Media.PDF else PICTURE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
