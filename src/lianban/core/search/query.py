"""What a person typed, as weighted terms: asides are dropped, typing errors are heard, letters are read as pinyin."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lianban.core.search.language import Language
from lianban.core.search.sounds import fold, initials, split
from lianban.core.search.terms import initial_terms, meaning_term, pairs, sound_pairs, word_term
from lianban.core.search.text import Piece, pieces

WRITTEN, TYPED_SOUND, HEARD, REPEATED, LONE = 1.0, 0.9, 0.6, 0.4, 0.3
"""Trust in a term that was written, typed as pinyin, guessed from its sound, repeats a word whose meaning is
looked for already (so that 社保卡 finds 社会保障卡 as well), or is a single character."""


@dataclass
class Query:
    """The terms to look for, with the trust put into each.

    essence: the Chinese characters without asides. missing: how many of them belong to no known pair or word.
    codes: words with digits, which may be the beginning of an item's code.
    """

    weights: dict[str, float] = field(default_factory=dict)
    essence: str = ""
    missing: int = 0
    codes: tuple[str, ...] = ()

    def add(self, term: str, weight: float) -> None:
        """Look for a term; the larger of two weights holds."""
        self.weights[term] = max(weight, self.weights.get(term, 0.0))


class QueryReader:
    """Reads queries against one index. known: whether any text has a term. syllables: every syllable of the index."""

    def __init__(self, language: Language, known: Callable[[str], bool], syllables: frozenset[str]) -> None:
        self._language = language
        self._known = known
        self._syllables = syllables

    def read(self, text: str) -> Query:
        """Return what is asked for. A text of asides alone is looked for as it stands."""
        query = self._read(text, asides=True)
        return query if query.weights or query.codes or query.essence else self._read(text, asides=False)

    def _read(self, text: str, *, asides: bool) -> Query:
        query = Query()
        sound: list[str] = []
        row = list(pieces(text))
        for place, piece in enumerate(row):
            if piece.is_chinese:
                self._read_chinese(piece.text, query, asides)
                if not _touches_letters(row, place):
                    self._flush(sound, query)
                    continue
                sound += self._language.syllables(piece.text)
            elif not self._read_word(piece.text, query):
                parts = split(piece.text, self._syllables)
                if not all(part in self._syllables for part in parts):
                    self._read_initials(piece.text, query)
                sound += parts
            else:
                self._flush(sound, query)
        self._flush(sound, query)
        return query

    def _read_word(self, word: str, query: Query) -> bool:
        """Take a code or an English word; return False when the letters must be pinyin."""
        if not word.isalpha():
            query.codes += (word,)
        if word in self._language.english_asides:
            return True
        meanings = self._language.meanings_of(word)
        for term in (word_term(word), *map(meaning_term, meanings)):
            if self._known(term):
                query.add(term, WRITTEN)
        return bool(meanings) or not word.isalpha() or self._known(word_term(word))

    def _read_chinese(self, row: str, query: Query, asides: bool) -> None:
        covered = [False] * len(row)
        dropped = [False] * len(row)
        for start, stop, meanings in self._language.found_words(row, asides=asides):
            if not meanings and not self._is_part(row, start, stop):
                dropped[start:stop] = [True] * (stop - start)
            for meaning in meanings:
                query.add(meaning_term(meaning), WRITTEN)
                covered[start:stop] = [True] * (stop - start)
        for start, stop in _runs(dropped):
            query.essence += row[start:stop]
            query.missing += self._read_run(row[start:stop], covered[start:stop], query)

    def _is_part(self, row: str, start: int, stop: int) -> bool:
        """A single character is no aside where it makes a known pair with its neighbour (个 in 个体)."""
        return stop - start == 1 and any(map(self._known, pairs(row[max(start - 1, 0) : stop + 1])))

    def _read_run(self, run: str, covered: list[bool], query: Query) -> int:
        meant = tuple(covered)
        for start, pair in enumerate(pairs(run)):
            if self._known(pair):
                query.add(pair, REPEATED if all(meant[start : start + 2]) else WRITTEN)
                covered[start : start + 2] = [True, True]
        if not all(covered):
            self._hear(run, covered, query)
        left = [character for character, is_covered in zip(run, covered, strict=True) if not is_covered]
        for character in filter(self._known, left):
            query.add(character, HEARD if len(run) == 1 else LONE)
        return 0 if len(run) == 1 and self._known(run) else len(left)

    def _hear(self, run: str, covered: list[bool], query: Query) -> None:
        sound = tuple(map(fold, self._language.syllables(run)))
        open_places = [not each for each in covered]
        for start, stop, meanings in self._language.heard_words(sound):
            if any(open_places[start:stop]):
                covered[start:stop] = [True] * (stop - start)
                for meaning in meanings:
                    query.add(meaning_term(meaning), HEARD)
        for start, term in enumerate(sound_pairs(sound)):
            if any(open_places[start : start + 2]) and self._known(term):
                covered[start : start + 2] = [True, True]
                query.add(term, HEARD)

    def _flush(self, parts: list[str], query: Query) -> None:
        if parts and all(part in self._syllables for part in parts):
            sound = tuple(map(fold, parts))
            for _, _, meanings in self._language.heard_words(sound):
                for meaning in meanings:
                    query.add(meaning_term(meaning), TYPED_SOUND)
            for term in filter(self._known, sound_pairs(sound)):
                query.add(term, TYPED_SOUND)
        else:
            self._read_initials(initials(parts), query)
        parts.clear()

    def _read_initials(self, letters: str, query: Query) -> None:
        for start in range(len(letters)):
            for meaning in self._language.initials.get(letters[start:], ()):
                query.add(meaning_term(meaning), TYPED_SOUND)
        for term in filter(self._known, initial_terms(letters)):
            query.add(term, TYPED_SOUND)


def _touches_letters(row: list[Piece], place: int) -> bool:
    after = row[place + 1] if place + 1 < len(row) else None
    before_touches = row[place].follows and not row[place - 1].is_chinese and row[place - 1].text.isalpha()
    return before_touches or (after is not None and after.follows and after.text.isalpha())


def _runs(dropped: list[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(len(dropped) + 1):
        if place == len(dropped) or dropped[place]:
            if place > start:
                yield start, place
            start = place + 1
