"""Errors are part of the product: a stable code, the facts as fields, the next step in words."""

from typing import ClassVar


class DomainError(Exception):
    """A rule could not be followed.

    code: stable, upper case, the same in every version; clients may branch on it.
    facts: the values the message speaks of, so that a page or an API can show them again.
    The message says what happened and what to do next, in the interface's source language.
    """

    code: ClassVar[str] = "DOMAIN_ERROR"

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts
