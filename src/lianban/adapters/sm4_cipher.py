"""Personal values under SM4-GCM (GB/T 32907) with keys held outside the database."""

import hmac
import os
from collections.abc import Mapping
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher as Encryption
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from lianban.ports.cipher import SealedValueBroken

NONCE, TAG = 12, 16


class Sm4Cipher:
    """SM4-GCM with a random nonce. A sealed value is: key version (1 byte), nonce (12), text, tag (16).

    keys: version (0–255) → 16 bytes or more of key material; `current` seals, every one of them opens.
    digest_key: for keyed digests; it must outlive every rotation, or stored digests no longer match.
    """

    def __init__(self, keys: Mapping[int, bytes], digest_key: bytes, current: int | None = None) -> None:
        if not keys or any(len(key) < 16 for key in keys.values()) or len(digest_key) < 16:
            raise ValueError("a key needs at least 16 bytes")
        self._current = max(keys) if current is None else current
        self._keys = {version: _derive(key, b"lianban sm4-gcm") for version, key in keys.items()}
        self._digest_key = _derive(digest_key, b"lianban keyed digest", 32)

    @classmethod
    def of(cls, key: bytes) -> "Sm4Cipher":
        """Return a cipher with one key, version 1; the digest key is derived from the same material."""
        return cls({1: key}, key)

    def encrypt(self, plain: bytes, context: bytes) -> bytes:
        """Return the sealed value."""
        nonce = os.urandom(NONCE)
        head = bytes([self._current])
        sealer = Encryption(algorithms.SM4(self._keys[self._current]), modes.GCM(nonce)).encryptor()
        sealer.authenticate_additional_data(head + context)
        return head + nonce + sealer.update(plain) + sealer.finalize() + sealer.tag

    def decrypt(self, sealed: bytes, context: bytes) -> bytes:
        """Return the plain value. Raises SealedValueBroken."""
        if len(sealed) < 1 + NONCE + TAG:
            raise SealedValueBroken("too short")
        key = self._keys.get(sealed[0])
        if key is None:
            raise SealedValueBroken(f"no key of version {sealed[0]}")
        nonce, text, tag = sealed[1 : 1 + NONCE], sealed[1 + NONCE : -TAG], sealed[-TAG:]
        opener = Encryption(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
        opener.authenticate_additional_data(sealed[:1] + context)
        try:
            return opener.update(text) + opener.finalize()
        except InvalidTag:
            raise SealedValueBroken("the tag does not match") from None

    def keyed_digest(self, plain: bytes) -> str:
        """Return the HMAC-SHA-256 of the value."""
        return hmac.new(self._digest_key, plain, sha256).hexdigest()


def _derive(material: bytes, purpose: bytes, length: int = 16) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose).derive(material)
