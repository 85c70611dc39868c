"""Keeping personal values unreadable at rest, and still findable."""

from typing import Protocol

from lianban.core.kernel.errors import DomainError


class SealedValueBroken(DomainError):
    """A stored value was changed, moved to another place, or sealed with a key we do not hold."""

    code = "SEALED_VALUE_BROKEN"

    def __init__(self, reason: str) -> None:
        super().__init__(
            "这项加密保存的内容无法读取，可能被改动或密钥不对。请联系运维人员核对密钥和备份。", reason=reason
        )


class Cipher(Protocol):
    """Encrypts a value for one context and digests a value so that equal values can be found.

    context: says what the value is and where it lives (`district|table|column|row`). A value moved to another
    context no longer decrypts, so nobody can swap two people's values inside the database.
    """

    def encrypt(self, plain: bytes, context: bytes) -> bytes:
        """Return the sealed value; twice the same plain text gives two different results."""
        ...

    def decrypt(self, sealed: bytes, context: bytes) -> bytes:
        """Return the plain value. Raises SealedValueBroken when the value, its context or the key is not the one."""
        ...

    def keyed_digest(self, plain: bytes) -> str:
        """Return 64 hexadecimal digits: equal for equal values, worthless without the key."""
        ...
