"""The front door of documents and licences."""

from lianban.apps.documents.errors import DocumentIncomplete, LicenceStateRefused, NoSuchDocument
from lianban.apps.documents.forms import typeset_form
from lianban.apps.documents.issuing import issue
from lianban.apps.documents.kinds import PaperKind
from lianban.apps.documents.licences import (
    change_licence_state,
    issue_composite,
    issue_licence,
    licence,
    licences_held,
    licences_of,
)
from lianban.apps.documents.models import LicenceState
from lianban.apps.documents.rendering import pdf_of, preview, rehearse, render, verification_url
from lianban.apps.documents.selectors import document, document_numbered, documents_of, revoke
from lianban.apps.documents.values import (
    DocumentCard,
    FileVerification,
    IssuedDocument,
    LicenceCard,
    LicenceLine,
    Standing,
    Trader,
    Verification,
)
from lianban.apps.documents.verifying import check_file, verify
from lianban.ports.seals import SealState

__all__ = [
    "DocumentCard",
    "DocumentIncomplete",
    "FileVerification",
    "IssuedDocument",
    "LicenceCard",
    "LicenceLine",
    "LicenceState",
    "LicenceStateRefused",
    "NoSuchDocument",
    "PaperKind",
    "SealState",
    "Standing",
    "Trader",
    "Verification",
    "change_licence_state",
    "check_file",
    "document",
    "document_numbered",
    "documents_of",
    "issue",
    "issue_composite",
    "issue_licence",
    "licence",
    "licences_held",
    "licences_of",
    "pdf_of",
    "preview",
    "rehearse",
    "render",
    "revoke",
    "typeset_form",
    "verification_url",
    "verify",
]
