"""The evidence package as one file: the record, the papers, both checkers, and a page that says how to use them."""

import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

from lianban.apps.documents import public as documents
from lianban.apps.oversight.evidence import evidence, papers
from lianban.core.clocks import verifier as clock_checker
from lianban.core.supervision import evidence as log_checker

README = Path(__file__).parent / "templates" / "oversight" / "package.md"
CHECKERS = {"check_log.py": log_checker, "check_clock.py": clock_checker}


def package(number: str, now: datetime) -> bytes:
    """Return the evidence package of a case as a ZIP file; papers whose file was not made yet are made now.

    The papers name people: the caller has made sure that whoever asks may see the case, and has written it down.
    Raises NoSuchProceeding, DocumentNotTypeset, SealNotUsable.
    """
    made = {each.pk: documents.pdf_of(each.pk, now) for each in papers(number)}
    content = evidence(number, now)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("README.md", README.read_text(encoding="utf-8").format(case=content["case"]))
        file.writestr("case.json", json.dumps(content, ensure_ascii=False, indent=1))
        for name, checker in CHECKERS.items():
            file.writestr(name, Path(str(checker.__file__)).read_text(encoding="utf-8"))
        for place, pdf in enumerate(made.values(), 1):
            file.writestr(f"documents/{place:03d}.pdf", pdf)
    return packed.getvalue()
