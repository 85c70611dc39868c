"""Text as the index sees it: one form for every way of writing, cut into rows of characters and rows of letters."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lianban.core.search.hit import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A row of Chinese characters, or of Latin letters and digits.

    places: for each character, where it stands in the text as written.
    follows: nothing, not even a space, stands between the piece before and this one.
    """

    text: str
    places: tuple[int, ...]
    is_chinese: bool
    follows: bool = False

    def span(self, start: int, stop: int) -> Span:
        """Return where characters of this piece stand in the text as written."""
        return self.places[start], self.places[stop - 1] + 1


def plain(text: str) -> str:
    """Return the text in one width and case, without punctuation and spaces."""
    return "".join(piece.text for piece in pieces(text))


def pieces(text: str) -> Iterator[Piece]:
    """Yield the rows of a text in order; punctuation and spaces part them."""
    row: list[tuple[str, int]] = []
    chinese, last = False, -2
    for character, place in _characters(text):
        is_chinese = _is_chinese(character)
        if row and (is_chinese != chinese or place > row[-1][1] + 1):
            yield _piece(row, chinese, last)
            last, row = row[-1][1], []
        chinese = is_chinese
        row.append((character, place))
    if row:
        yield _piece(row, chinese, last)


def _piece(row: list[tuple[str, int]], chinese: bool, last: int) -> Piece:
    characters, places = zip(*row, strict=True)
    return Piece("".join(characters), places, chinese, places[0] == last + 1)


def _characters(text: str) -> Iterator[tuple[str, int]]:
    for place, written in enumerate(text):
        for character in unicodedata.normalize("NFKC", written).lower():
            if _is_chinese(character) or (character.isalnum() and character.isascii()):
                yield character, place


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
