"""Documents typeset with typst, in open Chinese fonts, as PDF/A for the archive."""

import hashlib
import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import cast

import pylopdf_fonts_zh_cn
import pypdf
import segno
import typst

from lianban.core.kernel.canonical import canonical_json
from lianban.ports.typesetting import DocumentNotTypeset, Pages, Place

TEMPLATES = Path(__file__).parent / "typst_templates"
SHARED = ("house.typ", "certificate.typ")


class TypstTypesetter:
    """Typesets with the templates beside this file. extra_fonts: folders with a deployment's own official faces."""

    def __init__(self, extra_fonts: Iterable[Path] = ()) -> None:
        folders = [Path(pylopdf_fonts_zh_cn.__file__).parent, *(each for each in extra_fonts if each.is_dir())]
        self._fonts = typst.Fonts(False, True, list(folders))

    def source(self, template: str) -> str:
        """Return the template that ships."""
        return (TEMPLATES / f"{template}.typ").read_text("utf-8")

    def version(self, template: str, *, source: str | None = None) -> str:
        """Return the digest of the template and of what it shares."""
        own = (source or self.source(template)).encode()
        sources = [own, *((TEMPLATES / name).read_bytes() for name in SHARED)]
        return hashlib.sha256(b"\0".join(sources)).hexdigest()[:12]

    def typeset(
        self, template: str, document: Mapping[str, object], made_at: datetime, *, source: str | None = None
    ) -> Pages:
        """Return the pages. `verification_url` in the document becomes its QR code."""
        inputs = {
            "document": canonical_json(document).decode(),
            "qr": qr_svg(str(document.get("verification_url", ""))),
        }
        with _folder(template, source) as folder:
            try:
                compiler = self._compiler(folder / f"{template}.typ", inputs)
                pdf = compiler.compile(format="pdf", pdf_standards="a-2b", timestamp=made_at.replace(microsecond=0))
                place = compiler.query("<seal-place>", field="value", format="json")
            except typst.TypstError as error:
                raise DocumentNotTypeset(template, error.message) from error
        found = [Place(**each) for each in json.loads(place)]
        return Pages(cast(bytes, pdf), found[0] if found else None)

    def words(self, pdf: bytes) -> str:
        """Return what can be read on the pages, without the spaces."""
        return "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)

    def seal_picture(self, name: str, mark: str) -> bytes:
        """Return the picture of a round seal as a one-page PDF with no ground. mark: the words under the star."""
        compiler = self._compiler(TEMPLATES / "seal.typ", {"name": name, "mark": mark})
        return cast(bytes, compiler.compile(format="pdf"))

    def _compiler(self, template: Path, inputs: dict[str, str]) -> typst.Compiler:
        """A template may read what lies beside it, and nothing else."""
        return typst.Compiler(template, root=template.parent, font_paths=self._fonts, sys_inputs=inputs)


@contextmanager
def _folder(template: str, source: str | None) -> Iterator[Path]:
    """The folder a template is typeset in: where the others lie, or a passing one with another source and no more."""
    if source is None:
        yield TEMPLATES
        return
    with tempfile.TemporaryDirectory() as made:
        for shared in SHARED:
            shutil.copy(TEMPLATES / shared, made)
        (Path(made) / f"{template}.typ").write_text(source, "utf-8")
        yield Path(made)


def qr_svg(text: str) -> str:
    """Return a QR code of the text (error correction M) as an SVG; an empty picture for an empty text."""
    if not text:
        return "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", border=1, scale=4, xmldecl=False)
    return out.getvalue().decode()
