"""The index over a catalogue: built once per release, then asked many times."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import takewhile

from lianban.core.search import reasons
from lianban.core.search.entry import TITLES, Entry, Field, FieldKind
from lianban.core.search.hit import Hit
from lianban.core.search.language import Language
from lianban.core.search.postings import Postings
from lianban.core.search.query import Query, QueryReader
from lianban.core.search.strengths import Strengths
from lianban.core.search.terms import meaning_term
from lianban.core.search.text import pieces, plain

CANDIDATES = 300
"""How many entries are weighed exactly."""

LEAST_COVERED = 0.3
"""An entry that has less of the query than this part is no answer."""

LEAST_OF_BEST = 0.12
"""An entry that scores less than this part of the best is left out."""

CHAIN_FACTOR = 1.3
"""A person who could mean one item or the thing it belongs to is shown the thing first."""

DEPARTURE_FACTOR = 0.85
"""Who does not say change, loss or end means the matter itself (烟草证: a new one before its change)."""

LONGEST_ASKED = 100
"""Only the first characters of a text are read, so that nobody can make a search slow."""

CODE_SCORE = 1000.0
CODE_LENGTH = 4
MISSING_COST = 0.6
"""What a character counts that nothing resembles, as a part of the rarest possible term."""


class Index:
    """Finds entries by a text. Immutable once built; safe to share between threads."""

    def __init__(self, entries: Iterable[Entry], language: Language) -> None:
        self._language = language
        self._entries = tuple(entries)
        self._strengths = Strengths(language)
        self._postings = Postings()
        for entry in self._entries:
            self._postings.add(self._strengths.of(entry))
        self._departures = frozenset(map(meaning_term, language.departures))
        self._codes = sorted(
            (plain(field.text), number)
            for number, entry in enumerate(self._entries)
            for field in entry.fields
            if field.kind is FieldKind.CODE
        )
        self._reader = QueryReader(language, self._postings.__contains__, _syllables(self._postings.terms, language))

    def search(self, text: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return the best answers, best first; none when nothing resembles the text. limit: 1 or more."""
        query = self._reader.read(text[:LONGEST_ASKED])
        gains = {
            term: weight * self._postings.rarity(term)
            for term, weight in query.weights.items()
            if term in self._postings
        }
        scores = self._weighed(query, gains) | self._by_code(query, limit)
        best = sorted(scores, key=lambda number: (-scores[number], self._entries[number].key))[:limit]
        return tuple(self._hit(number, scores[number], query, gains) for number in best)

    def size(self) -> int:
        """Return how many bytes the lists of the index take."""
        return self._postings.size()

    def _weighed(self, query: Query, gains: Mapping[str, float]) -> dict[int, float]:
        wanted = {term: query.weights[term] for term in gains}
        possible = sum(gains.values()) + MISSING_COST * self._postings.rarity("") * query.missing
        scores: dict[int, float] = {}
        for number in self._postings.candidates(wanted, CANDIDATES):
            found = {term: self._postings.strength(term, number) for term in gains}
            covered = sum(gains[term] for term, strength in found.items() if strength) / possible
            if covered >= LEAST_COVERED:
                score = sum(gains[term] * strength for term, strength in found.items())
                scores[number] = score * (0.4 + 0.6 * covered) * self._factor(number, query, gains, possible)
        least = LEAST_OF_BEST * max(scores.values(), default=0.0)
        return {number: score for number, score in scores.items() if score >= least}

    def _factor(self, number: int, query: Query, gains: Mapping[str, float], possible: float) -> float:
        """Prefer chains, titles that alone say what was typed, and the plain matter to a special one."""
        entry = self._entries[number]
        titles = [field for field in entry.fields if field.kind in TITLES]
        told = max(sum(gains[term] for term in self._strengths.terms(each).terms & gains.keys()) for each in titles)
        likeness = max(_likeness(query.essence, self._strengths.terms(each).plain) for each in titles)
        factor = (1 + likeness) * (0.5 + 0.5 * told / possible)
        if entry.kind == "chain":
            factor *= CHAIN_FACTOR
        return factor * (DEPARTURE_FACTOR if self._departs(titles[0], query) else 1.0)

    def _departs(self, name: Field, query: Query) -> bool:
        terms = self._strengths.terms(name).terms
        return any(term in terms and term not in query.weights for term in self._departures)

    def _by_code(self, query: Query, limit: int) -> dict[int, float]:
        found: dict[int, float] = {}
        for code in (each for each in query.codes if len(each) >= CODE_LENGTH):
            first = bisect_left(self._codes, (code, -1))
            alike = takewhile(lambda pair: pair[0].startswith(code), self._codes[first : first + limit])  # noqa: B023 used up at once
            found |= {number: CODE_SCORE * len(code) / len(whole) for whole, number in alike}
        return found

    def _hit(self, number: int, score: float, query: Query, gains: Mapping[str, float]) -> Hit:
        entry = self._entries[number]
        code = next((each for each in entry.fields if each.kind is FieldKind.CODE), None)
        is_code = code is not None and any(plain(code.text).startswith(each) for each in query.codes)
        field = code if code is not None and is_code else reasons.best_field(entry, gains, self._strengths)
        return Hit(
            kind=entry.kind,
            key=entry.key,
            name=entry.name,
            name_en=entry.name_en,
            why=reasons.why(field),
            spans=reasons.spans(entry.name, gains, self._language),
            score=round(score, 3),
            field=field.kind,
            matched=field.text,
        )


def _likeness(asked: str, title: str) -> float:
    if not asked or not title:
        return 0.0
    if asked in title:
        return 0.6 * len(asked) / len(title)
    return 0.4 * len(title) / len(asked) if title in asked else 0.0


def _syllables(terms: Iterable[str], language: Language) -> frozenset[str]:
    """Return every syllable of the titles and of the lexicon, as it is written and as it is folded."""
    characters = {term for term in terms if len(term) == 1} | {each for word in language.words for each in word}
    characters |= {each for word in language.asides for each in word}
    row = "".join(sorted(piece.text for each in characters for piece in pieces(each) if piece.is_chinese))
    written = frozenset(syllable for character in row for syllable in language.syllables(character))
    folded = frozenset(part for term in terms if term.startswith("~") for part in term[1:].split())
    return frozenset(each for each in written | folded if each.isascii() and each.isalpha())
