"""The county's log key for demonstration: real signatures under the demonstration root."""

from base64 import b64encode
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from lianban.adapters.demo_certificates import CertificateFolder
from lianban.ports.log_key import Signed

HOLDER = "county-log"


class DemoLogKey:
    """Signs with a key kept beside the demonstration seals. county: name that the certificate bears."""

    name = "演示日志签名（演示替身）"
    is_stand_in = True

    def __init__(self, folder: Path, county: str) -> None:
        self._certificates = CertificateFolder(folder)
        self._holder = f"{county}政务服务日志"

    def sign(self, statement: bytes, at: datetime) -> Signed:
        """Return the signature of a statement."""
        held, root = self._certificates.seal(HOLDER, self._holder, at), self._certificates.root(at)
        signature = held.key.sign(statement, ec.ECDSA(hashes.SHA256()))
        pem = serialization.Encoding.PEM
        chain = (held.certificate.public_bytes(pem).decode(), root.certificate.public_bytes(pem).decode())
        return Signed(b64encode(signature).decode(), chain)
