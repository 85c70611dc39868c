"""The key with which a county vouches for its record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature. value: ECDSA over P-256 with SHA-256, DER in base64. certificates: PEM, the signer's first."""

    value: str
    certificates: tuple[str, ...]


class LogKey(Protocol):
    """Signs the daily roots of the record."""

    name: str
    """Shown to people; a stand-in says so here."""

    is_stand_in: bool
    """Whether its signatures have no legal force."""

    def sign(self, statement: bytes, at: datetime) -> Signed:
        """Return the county's signature of a statement. at: the moment of signing."""
        ...
