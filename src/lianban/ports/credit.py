"""Asking the credit platform whether somebody broke faith and has not mended it."""

from datetime import datetime
from typing import Protocol

from lianban.core.proceedings.shared import CreditAnswer


class CreditRegister(Protocol):
    """The register of serious breaches of faith (失信). Raises registry.RegistryUnavailable when it does not answer."""

    name: str
    """Shown to people; a stand-in says so here."""

    def ask(self, subject: str, now: datetime) -> CreditAnswer:
        """Return what it says at this moment. subject: an ID number or a unified social credit code."""
        ...
