"""Turning a frozen content into pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from lianban.core.kernel.errors import DomainError


class DocumentNotTypeset(DomainError):
    """A document's content does not fit its template."""

    code = "DOCUMENT_NOT_TYPESET"

    def __init__(self, template: str, reason: str) -> None:
        super().__init__(
            "文书排版失败，内容已保存。请把文号告诉运维人员，修正模板后重新生成。",
            template=template,
            reason=reason,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where the centre of a seal goes. page: 1 for the first. x, y: points from the left and from the top edge."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A typeset document. pdf: the file. seal_place: where its seal goes; None when it carries none."""

    pdf: bytes
    seal_place: Place | None


class Typesetter(Protocol):
    """Typesets documents; the same template, content and moment give the same bytes."""

    def source(self, template: str) -> str:
        """Return the template that ships."""
        ...

    def version(self, template: str, *, source: str | None = None) -> str:
        """Return what identifies the template as it is now, or another source of it: 12 hexadecimal digits."""
        ...

    def typeset(
        self, template: str, document: Mapping[str, object], made_at: datetime, *, source: str | None = None
    ) -> Pages:
        """Return the pages. document: JSON values. source: another template in the place of the one that ships.

        Raises DocumentNotTypeset when the content does not fit.
        """
        ...

    def words(self, pdf: bytes) -> str:
        """Return what can be read on typeset pages, without the spaces."""
        ...
