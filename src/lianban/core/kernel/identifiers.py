"""What all official identifiers share: one spelling and one way to say what is wrong."""

import unicodedata

from lianban.core.kernel.errors import DomainError


class InvalidIdentifier(DomainError):
    """An official identifier cannot be right.

    facts: identifier (what it should be), problem, position (1 for the first character, 0 for the whole).
    The value itself is left out: it may be personal.
    """

    code = "INVALID_IDENTIFIER"

    def __init__(self, identifier: str, problem: str, position: int = 0) -> None:
        place = f"第{position}位" if position else ""
        super().__init__(
            f"{identifier}{place}{problem}。请对照证件逐位核对后重新填写。",
            identifier=identifier, problem=problem, position=position,
        )  # fmt: skip
        self.problem, self.position = problem, position


def spelled(text: str) -> str:
    """Return an identifier as it is stored: full-width forms narrowed, spaces dropped, letters upper case."""
    narrow = unicodedata.normalize("NFKC", text)
    return "".join(narrow.split()).upper()


def require_length(identifier: str, text: str, length: int) -> None:
    """Raise InvalidIdentifier unless the text has so many characters."""
    if len(text) != length:
        raise InvalidIdentifier(identifier, f"应为{length}位，现为{len(text)}位")


def require_characters(identifier: str, text: str, allowed: str, *, start: int = 1) -> None:
    """Raise InvalidIdentifier at the first character that is not allowed; `start` is the first one's position."""
    for position, character in enumerate(text, start):
        if character not in allowed:
            raise InvalidIdentifier(identifier, f"不能是“{character}”", position)
