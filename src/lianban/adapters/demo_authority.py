"""A demonstration seal office: real signatures by certificates that say everywhere that they are for demonstration."""

import io
import json
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from lianban.adapters.demo_certificates import MARK, CertificateFolder, Holder, seal_stem
from lianban.ports.seals import SealCheck, Sealed, SealNotUsable, SealOrder, SealState
from lianban.ports.typesetting import Place

DIAMETER = 42 / 25.4 * 72
"""The seal of a county's authority is 42 mm wide; in points."""

NUMBER_END = "｜"
BROKEN_FILE = (
    PdfError, SignatureValidationError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError,
    AssertionError, NotImplementedError, EOFError, OverflowError,
)  # fmt: skip
"""What a parser of a stranger's file may trip over."""


class DemoAuthority:
    """Seals PDF files with demonstration certificates kept in a folder.

    draw: returns the picture of a round seal as a one-page PDF, given the name and the words under the star.
    """

    name = "演示印章（演示替身）"
    is_stand_in = True

    def __init__(self, folder: Path, draw: Callable[[str, str], bytes]) -> None:
        self._folder = folder
        self._certificates = CertificateFolder(folder)
        self._draw = draw

    def seal(self, pdf: bytes, order: SealOrder) -> Sealed:
        """Return the document with the seal. Raises SealNotUsable."""
        reason = self._suspension(order.authority)
        if reason is not None:
            raise SealNotUsable(order.authority_name, reason)
        held = self._certificates.seal(order.authority, order.authority_name, order.at)
        try:
            signed = self._sign(pdf, order, held)
        except (PdfError, SigningError) as error:
            raise SealNotUsable(order.authority_name, f"文件不能用印（{error}）") from error
        return Sealed(signed, format(held.certificate.serial_number, "x"))

    def check(self, pdf: bytes, at: datetime) -> SealCheck:
        """Say whether a file carries one of our seals and is unchanged since. at: the moment of the check."""
        try:
            embedded = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
            if not embedded:
                return SealCheck(SealState.NONE)
            return self._check(embedded[0], len(pdf), at)
        except BROKEN_FILE:
            return SealCheck(SealState.UNREADABLE)

    def suspend(self, authority: str, reason: str, at: datetime) -> None:
        """Stop an authority's seal from sealing."""
        self._suspended(authority).write_text(json.dumps({"reason": reason, "at": at.isoformat()}), "utf-8")

    def resume(self, authority: str, at: datetime) -> None:  # noqa: ARG002 - the port carries the moment
        """Let a suspended seal seal again."""
        self._suspended(authority).unlink(missing_ok=True)

    def _suspended(self, authority: str) -> Path:
        return self._folder / f"{seal_stem(authority, '')}.suspended"

    def _suspension(self, authority: str) -> str | None:
        path = self._suspended(authority)
        return str(json.loads(path.read_text("utf-8"))["reason"]) if path.exists() else None

    def _sign(self, pdf: bytes, order: SealOrder, held: Holder) -> bytes:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        spec = (
            SigFieldSpec("seal", on_page=order.place.page - 1, box=_box(writer, order.place)) if order.place else None
        )
        signer = _SignerAt(
            signers.PdfSignatureMetadata(
                field_name="seal",
                reason=f"{order.document_number}{NUMBER_END}{order.reason}",
                location=order.authority_name,
                certify=True,
                docmdp_permissions=MDPPerm.NO_CHANGES,
                md_algorithm="sha256",
            ),
            signer=_signer(held, self._certificates.root(order.at)),
            stamp_style=self._stamp(order.authority, order.authority_name) if order.place else None,
            new_field_spec=spec,
        )
        signer.at = order.at
        return bytes(signer.sign_pdf(writer).getvalue())

    def _stamp(self, authority: str, name: str) -> StaticStampStyle:
        path = self._folder / f"{seal_stem(authority, name)}.pdf"
        if not path.exists():
            part = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
            part.write_bytes(self._draw(name, MARK))
            part.replace(path)
        layout = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins(0, 0, 0, 0))
        return StaticStampStyle.from_pdf_file(
            str(path), border_width=0, background_opacity=0.92, background_layout=layout
        )

    def _check(self, embedded: EmbeddedPdfSignature, size: int, at: datetime) -> SealCheck:
        root = _asn1(self._certificates.root(at).certificate)
        sealed_at = embedded.self_reported_timestamp
        context = ValidationContext(trust_roots=[root], moment=sealed_at or at, allow_fetching=False)
        status = validate_pdf_signature(embedded, context)
        number, _, _ = str(embedded.sig_object.get("/Reason", "")).partition(NUMBER_END)
        certificate = embedded.signer_cert
        whole = status.bottom_line and _covers(embedded, size)
        return SealCheck(
            _state(intact=status.intact and status.valid, trusted=status.trusted, whole=whole),
            str(certificate.subject.native.get("common_name", "")),
            format(certificate.serial_number, "x"),
            number,
            sealed_at,
        )


class _SignerAt(signers.PdfSigner):
    """Signs at a given moment instead of reading the clock."""

    at: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


def _covers(embedded: EmbeddedPdfSignature, size: int) -> bool:
    start, _, resumed, rest = (int(each) for each in embedded.sig_object["/ByteRange"])
    return start == 0 and resumed + rest == size


def _state(*, intact: bool, trusted: bool, whole: bool) -> SealState:
    if not intact:
        return SealState.ALTERED
    if not trusted:
        return SealState.FOREIGN
    return SealState.VALID if whole else SealState.ALTERED


def _signer(held: Holder, root: Holder) -> signers.SimpleSigner:
    store = SimpleCertificateStore()
    store.register(_asn1(root.certificate))
    der = held.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return signers.SimpleSigner(
        signing_cert=_asn1(held.certificate), signing_key=asn1_keys.PrivateKeyInfo.load(der), cert_registry=store
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _box(writer: IncrementalPdfFileWriter, place: Place) -> tuple[int, int, int, int]:
    half, y = DIAMETER / 2, _page_height(writer) - place.y
    return round(place.x - half), round(y - half), round(place.x + half), round(y + half)


def _page_height(writer: IncrementalPdfFileWriter) -> float:
    """Return the height of the pages in points; our typesetter gives all pages of a document the same one."""
    node = writer.prev.root["/Pages"]
    while "/MediaBox" not in node:
        node = node["/Kids"][0]
    _, bottom, _, top = node["/MediaBox"]
    return float(top) - float(bottom)
