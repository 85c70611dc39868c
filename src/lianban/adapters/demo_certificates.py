"""The keys and certificates of the demonstration authority: one root, one certificate per seal."""

import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

MARK = "演示用印"
ROOT_NAME = "链办演示用根证书（不具法律效力）"
ROOT_YEARS, SEAL_YEARS = 20, 5


@dataclass(frozen=True, slots=True)
class Holder:
    """A private key and its certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


class CertificateFolder:
    """Keeps the keys in a folder only its owner can read. Two processes that ask at once get the same ones."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def root(self, at: datetime) -> Holder:
        """Return the root, made on first use. at: the moment of making."""
        return self._read("root") or self._keep("root", _make(ROOT_NAME, "链办演示", at, None, ROOT_YEARS))

    def seal(self, authority: str, name: str, at: datetime) -> Holder:
        """Return the certificate of an authority's seal, made on first use."""
        stem = seal_stem(authority, name)
        held = self._read(stem)
        return held or self._keep(stem, _make(f"{name}（{MARK}）", name, at, self.root(at), SEAL_YEARS))

    def _read(self, stem: str) -> Holder | None:
        path = self._folder / f"{stem}.pem"
        if not path.exists():
            return None
        pem = path.read_bytes()
        key = serialization.load_pem_private_key(pem, password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise ValueError(f"{path.name} holds no elliptic curve key")
        return Holder(key, x509.load_pem_x509_certificate(pem))

    def _keep(self, stem: str, made: Holder) -> Holder:
        path, part = self._folder / f"{stem}.pem", self._folder / f".{stem}.{secrets.token_hex(6)}"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_pem(made))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(part, path)
        except FileExistsError:
            return self._read(stem) or made
        finally:
            part.unlink()
        return made


def seal_stem(authority: str, name: str) -> str:
    """Return the file name of a seal: a renamed authority gets a new seal and the old one stays checkable."""
    return "seal-" + sha256(f"{authority}\0{name}".encode()).hexdigest()[:20]


def _pem(held: Holder) -> bytes:
    key = held.key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return key + held.certificate.public_bytes(serialization.Encoding.PEM)


def _make(name: str, organisation: str, at: datetime, issuer: Holder | None, years: int) -> Holder:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "演示"),
            x509.NameAttribute(NameOID.COMMON_NAME, name[:64]),
        ]
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=0 if issuer is None else None), True)
        .add_extension(_usage(authority=issuer is None), True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    )
    signer = issuer.key if issuer else key
    builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), False)
    return Holder(key, builder.sign(signer, hashes.SHA256()))


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
