"""Definitions as authors write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from lianban.core.chains.model import Chain
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding


@dataclass(frozen=True, slots=True)
class ReadDefinition:
    """What a text says: an item or a chain, or None with findings that say what is wrong and on which line."""

    value: ServiceItem | Chain | None
    findings: tuple[Finding, ...] = ()


class DefinitionTexts(Protocol):
    """Reads and writes single definitions."""

    def read(self, text: str) -> ReadDefinition:
        """Return the definition that a text holds. Never raises for a bad text: it becomes findings."""

    def write(self, value: ServiceItem | Chain) -> str:
        """Return a definition as text that `read` takes."""

    def condition(self, logic: Mapping[str, object]) -> str:
        """Return a condition that machines wrote as authors write it."""
