"""Every kind of paper we issue: the documents the law ties to a step, and what is issued beside them."""

from collections.abc import Mapping
from enum import StrEnum

from lianban.core.proceedings.documents import CODES, CONTENTS, DocumentKind, lacking


class PaperKind(StrEnum):
    """What is issued although no step of a case depends on it."""

    GUIDANCE = "一次性告知单"
    LICENCE = "证照"
    APPROVAL = "批准文件"
    COMPOSITE = "行业综合许可证"


Kind = DocumentKind | PaperKind

PAPER_CODES: dict[PaperKind, str] = {
    PaperKind.GUIDANCE: "告",
    PaperKind.LICENCE: "证",
    PaperKind.APPROVAL: "批",
    PaperKind.COMPOSITE: "综许",
}

PAPER_CONTENTS: dict[PaperKind, dict[str, str]] = {
    PaperKind.GUIDANCE: {
        "chain": "主题",
        "items": "事项",
        "materials": "材料清单",
        "place": "办理地点",
        "version": "版本",
    },
    PaperKind.LICENCE: {"name": "证照名称", "holder": "持证主体", "number": "证照编号", "fields": "登记内容"},
    PaperKind.APPROVAL: {"name": "文件名称", "holder": "持有人", "number": "编号"},
    PaperKind.COMPOSITE: {"industry": "行业", "holder": "持证主体", "licences": "许可信息"},
}

TEMPLATES: dict[Kind, str] = {
    DocumentKind.RECEIPT: "receipt",
    DocumentKind.CORRECTION: "notify_once",
    DocumentKind.ACCEPTANCE: "acceptance",
    DocumentKind.NON_ACCEPTANCE: "rejection",
    DocumentKind.GAP_ACCEPTANCE: "gaps",
    DocumentKind.COMMITMENT: "commitment",
    DocumentKind.SPECIAL_PROCEDURE: "special_procedure",
    DocumentKind.EXTENSION: "extension",
    DocumentKind.HEARING_RIGHT: "hearing",
    DocumentKind.HEARING_NOTICE: "hearing_notice",
    DocumentKind.HEARING_RECORD: "hearing_record",
    DocumentKind.INSPECTION_RECORD: "inspection",
    DocumentKind.TRANSFER: "transfer",
    DocumentKind.GRANT: "grant",
    DocumentKind.REFUSAL: "refusal",
    DocumentKind.AMENDMENT: "change",
    DocumentKind.CHANGE_REFUSAL: "change",
    DocumentKind.RENEWAL: "change",
    DocumentKind.RENEWAL_REFUSAL: "change",
    DocumentKind.RECALL: "change",
    DocumentKind.REVOCATION: "change",
    DocumentKind.DEREGISTRATION: "change",
    DocumentKind.WITHDRAWAL: "withdrawal",
    DocumentKind.TERMINATION: "termination",
    DocumentKind.DELIVERY: "delivery",
    PaperKind.GUIDANCE: "guidance_notice",
    PaperKind.LICENCE: "licence",
    PaperKind.APPROVAL: "opinion",
    PaperKind.COMPOSITE: "composite",
}


def kind_of(name: str) -> Kind:
    """Return the kind with a Chinese name. Raises ValueError when there is none."""
    return DocumentKind(name) if name in DocumentKind.__members__.values() else PaperKind(name)


def template_of(kind: Kind) -> str:
    """Return the name of the template that typesets a kind."""
    return TEMPLATES[kind]


def code_of(kind: Kind) -> str:
    """Return the characters that stand for a kind in a document number."""
    return CODES[kind] if isinstance(kind, DocumentKind) else PAPER_CODES[kind]


def wanted_of(kind: Kind) -> dict[str, str]:
    """Return what must stand on a paper: key → Chinese name, in the order of the list."""
    return CONTENTS[kind] if isinstance(kind, DocumentKind) else PAPER_CONTENTS[kind]


def missing(kind: Kind, content: Mapping[str, object]) -> list[str]:
    """Return the Chinese names of the lawful contents that are still absent, in the order of the list."""
    return lacking(wanted_of(kind), content)
