"""Why an entry was found: the field that says most, and the parts of its name to highlight."""

from collections.abc import Iterator, Mapping

from lianban.core.search.entry import Entry, Field
from lianban.core.search.hit import Span
from lianban.core.search.language import Language
from lianban.core.search.sounds import fold, initials
from lianban.core.search.strengths import Strengths
from lianban.core.search.terms import INITIALS, initial_terms, meaning_term, pairs, sound_pairs, word_term
from lianban.core.search.text import Piece, pieces


def best_field(entry: Entry, gains: Mapping[str, float], strengths: Strengths) -> Field:
    """Return the field that contributed most. gains: what each term of the query is worth."""

    def contribution(field: Field) -> float:
        return strengths.field(field) * sum(gains[term] for term in strengths.terms(field).terms if term in gains)

    return max(entry.fields, key=contribution)


def why(field: Field) -> str:
    """Say the reason in words."""
    return f"{field.kind.value}：{field.text}"


def spans(text: str, wanted: Mapping[str, float], language: Language) -> tuple[Span, ...]:
    """Return the parts of a text that match a query's terms, joined where they touch."""
    marked = {place for piece in pieces(text) for span in _matches(piece, wanted, language) for place in range(*span)}
    joined: list[Span] = []
    for place in sorted(marked):
        if joined and joined[-1][1] == place:
            joined[-1] = (joined[-1][0], place + 1)
        else:
            joined.append((place, place + 1))
    return tuple(joined)


def _matches(piece: Piece, wanted: Mapping[str, float], language: Language) -> Iterator[Span]:
    if not piece.is_chinese:
        if word_term(piece.text) in wanted:
            yield piece.span(0, len(piece.text))
        return
    for start, stop, meanings in language.found_words(piece.text):
        if any(meaning_term(meaning) in wanted for meaning in meanings):
            yield piece.span(start, stop)
    sounds = language.syllables(piece.text)
    rows = (
        (1, iter(piece.text)),
        (2, pairs(piece.text)),
        (2, sound_pairs(tuple(map(fold, sounds)))),
        (INITIALS, initial_terms(initials(sounds))),
    )
    for width, terms in rows:
        for start, term in enumerate(terms):
            if term in wanted:
                yield piece.span(start, start + width)
