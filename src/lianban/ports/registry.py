"""Asking the registries of other authorities, so that people need not bring what the state already knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from lianban.core.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Found:
    """What a registry says of a subject.

    values: data element key → value, as the vocabulary types it. source: the registry, as people are shown it.
    as_of: the day to which the registry vouches for the values.
    """

    values: Mapping[str, object]
    source: str
    as_of: date


class RegistryUnavailable(DomainError):
    """A registry does not answer; nobody may be made to wait for it: ask the person instead."""

    code = "REGISTRY_UNAVAILABLE"

    def __init__(self, source: str) -> None:
        super().__init__(f"“{source}”暂时查不到。请先自行填写，或稍后再试。", source=source)


class Registry(Protocol):
    """A registry of people or of businesses."""

    name: str
    """Shown to people; a stand-in says so here."""

    def lookup(self, subject: str, now: datetime) -> Found | None:
        """Return what is known. subject: an ID number or a unified social credit code.

        None when the registry does not know the subject. Raises RegistryUnavailable when it does not answer.
        """
        ...
