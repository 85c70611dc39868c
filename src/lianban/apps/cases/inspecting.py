"""What is found on site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Inspection:
    """A check on site (Art. 34). inspectors: certificate numbers of at least two persons. place: where it was."""

    inspectors: tuple[str, ...]
    place: str
    findings: str
