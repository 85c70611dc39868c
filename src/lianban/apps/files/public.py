"""The front door of the files."""

from lianban.apps.files.checking import check
from lianban.apps.files.errors import FileDamaged, FileEmpty, FileTypeRefused, NoSuchFile, QuotaFull
from lianban.apps.files.media import Media
from lianban.apps.files.models import Trust
from lianban.apps.files.services import (
    FileCard,
    card,
    cards,
    content_of,
    files_of,
    keep_made,
    keep_upload,
    read_personal,
    verify_with_original,
)
from lianban.apps.files.serving import as_response, served

__all__ = [
    "FileCard",
    "FileDamaged",
    "FileEmpty",
    "FileTypeRefused",
    "Media",
    "NoSuchFile",
    "QuotaFull",
    "Trust",
    "as_response",
    "card",
    "cards",
    "check",
    "content_of",
    "files_of",
    "keep_made",
    "keep_upload",
    "read_personal",
    "served",
    "verify_with_original",
]
