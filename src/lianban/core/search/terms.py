"""The terms by which a text is found: pairs of characters, characters, pairs of sounds, initials, meanings, words.

Terms are strings; a mark at the front says what they are: none for characters, `#` a meaning, `~` two folded
syllables, `^` three initials, `=` a word or number in Latin letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lianban.core.search.language import Language
from lianban.core.search.sounds import fold, initials
from lianban.core.search.stems import stem
from lianban.core.search.text import Piece, pieces

INITIALS = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a text.

    length: how many pieces of meaning it has, roughly its characters. plain: its characters without marks and spaces.
    """

    terms: frozenset[str]
    length: int
    plain: str


def terms_of(text: str, language: Language, *, is_title: bool) -> Terms:
    """Return the terms of a text of the catalogue. is_title: single characters and initials find it too."""
    found: set[str] = set()
    length, plain = 0, ""
    for piece in pieces(text):
        plain += piece.text
        length += len(piece.text) if piece.is_chinese else 1
        if piece.is_chinese:
            found.update(_chinese(piece, language, is_title))
        else:
            found.add(word_term(piece.text))
            found.update(map(meaning_term, language.meanings_of(piece.text)))
    return Terms(frozenset(found), length, plain)


def _chinese(piece: Piece, language: Language, is_title: bool) -> Iterator[str]:
    row = piece.text
    yield from _meanings(row, language)
    yield from pairs(row)
    sounds = language.syllables(row)
    yield from sound_pairs(tuple(map(fold, sounds)))
    if is_title:
        yield from row
        yield from initial_terms(initials(sounds))


def _meanings(row: str, language: Language) -> Iterator[str]:
    for _, _, meanings in language.found_words(row):
        for meaning in meanings:
            yield meaning_term(meaning)


def pairs(row: str) -> Iterator[str]:
    """Yield every two neighbouring characters."""
    for start in range(len(row) - 1):
        yield row[start : start + 2]


def sound_pairs(sounds: tuple[str, ...]) -> Iterator[str]:
    """Yield every two neighbouring syllables as a term."""
    for first, second in pairwise(sounds):
        yield f"~{first} {second}"


def initial_terms(letters: str) -> Iterator[str]:
    """Yield every three neighbouring initials as a term."""
    for start in range(len(letters) - INITIALS + 1):
        yield f"^{letters[start : start + INITIALS]}"


def meaning_term(meaning: str) -> str:
    """Return the term of a meaning."""
    return f"#{meaning}"


def word_term(word: str) -> str:
    """Return the term of a word in Latin letters, without endings that do not change what it is about."""
    return f"={stem(word)}" if word.isalpha() else f"={word}"
