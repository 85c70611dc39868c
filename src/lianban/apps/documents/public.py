"""The front door of documents and licences."""

from lianban.apps.documents.errors import (
    DocumentIncomplete,
    LicenceStateRefused,
    NoSuchDocument,
    OwnProposal,
    TemplateOvertaken,
    TemplateUnsound,
)
from lianban.apps.documents.forms import typeset_form
from lianban.apps.documents.issuing import issue
from lianban.apps.documents.kinds import Kind, PaperKind, wanted_of
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
from lianban.apps.documents.templates import (
    EDITABLE,
    TemplateView,
    check_template,
    propose_template,
    publish_template,
    sample_of,
    template,
    template_versions,
)
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
    "EDITABLE",
    "DocumentCard",
    "DocumentIncomplete",
    "FileVerification",
    "IssuedDocument",
    "Kind",
    "LicenceCard",
    "LicenceLine",
    "LicenceState",
    "LicenceStateRefused",
    "NoSuchDocument",
    "OwnProposal",
    "PaperKind",
    "SealState",
    "Standing",
    "TemplateOvertaken",
    "TemplateUnsound",
    "TemplateView",
    "Trader",
    "Verification",
    "change_licence_state",
    "check_file",
    "check_template",
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
    "propose_template",
    "publish_template",
    "rehearse",
    "render",
    "revoke",
    "sample_of",
    "template",
    "template_versions",
    "typeset_form",
    "verification_url",
    "verify",
    "wanted_of",
]
