"""文书号: 博审服许补〔2026〕0012号."""

import re
from typing import NamedTuple

from lianban.core.kernel.identifiers import InvalidIdentifier

NAME = "文书号"
_FORM = re.compile(r"(?P<prefix>[^\s〔\[［(（【]+)[〔\[［(（【](?P<year>\d{4})[〕\]］)）】](?P<serial>\d{1,8})号")


class DocumentNumber(NamedTuple):
    """prefix: short name of the body and kind of document. width: digits the serial is filled up to (0012号)."""

    prefix: str
    year: int
    serial: int
    width: int = 4

    def __str__(self) -> str:
        return f"{self.prefix}〔{self.year}〕{self.serial:0{self.width}d}号"


def document_number(prefix: str, year: int, serial: int, width: int = 4) -> DocumentNumber:
    """Return a document number. Raises InvalidIdentifier when it could not be read back."""
    made = DocumentNumber(prefix, year, serial, width)
    if serial < 1 or not _FORM.fullmatch(str(made)):
        raise InvalidIdentifier(NAME, "应为“机关代字＋文书种类〔年份〕序号号”")
    return made


def parse_document_number(text: str) -> DocumentNumber:
    """Return a document number with its parts; any brackets are read, 〔〕 are written. Raises InvalidIdentifier."""
    match = _FORM.fullmatch("".join(text.split()))
    if match is None:
        raise InvalidIdentifier(NAME, "应为“机关代字＋文书种类〔年份〕序号号”")
    serial = match["serial"]
    return DocumentNumber(match["prefix"], int(match["year"]), int(serial), len(serial))
