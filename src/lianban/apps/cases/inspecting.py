"""What is found on site."""

from collections.abc import Iterable
from dataclasses import dataclass

from lianban.apps.storage.encrypted import findable


@dataclass(frozen=True)
class Inspection:
    """A check on site (Art. 34). inspectors: certificate numbers of at least two persons. place: where it was."""

    inspectors: tuple[str, ...]
    place: str
    findings: str


def digests_of(inspectors: Iterable[str]) -> tuple[str, ...]:
    """Return certificate numbers as the record keeps them."""
    return tuple(findable(f"inspector|{each}") for each in inspectors)
