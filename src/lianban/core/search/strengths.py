"""How strongly an entry has each of its terms: by the field it stands in and how short that field is."""

from collections.abc import Iterable
from functools import lru_cache

from lianban.core.search.entry import BOOSTS, TITLES, Entry, Field, FieldKind
from lianban.core.search.language import Language
from lianban.core.search.terms import Terms, terms_of

TYPICAL = {
    FieldKind.NAME: 12,
    FieldKind.ALIAS: 6,
    FieldKind.NAME_EN: 5,
    FieldKind.CODE: 1,
    FieldKind.SUMMARY: 60,
    FieldKind.MEMBER: 12,
    FieldKind.RESULT: 10,
    FieldKind.AUTHORITY: 8,
    FieldKind.MATERIAL: 14,
    FieldKind.QUESTION: 16,
}
"""How long a text of each field usually is, in characters."""

TEXTS_KEPT = 50_000


class Strengths:
    """Weighs fields; texts that many entries share (the same item in every county) are cut into terms once."""

    def __init__(self, language: Language) -> None:
        self._terms = lru_cache(maxsize=TEXTS_KEPT)(lambda text, title: terms_of(text, language, is_title=title))

    def terms(self, field: Field) -> Terms:
        """Return the terms of a field."""
        return self._terms(field.text, field.kind in TITLES)

    def field(self, field: Field) -> float:
        """Return the strength of every term of a field."""
        length = self.terms(field).length / TYPICAL[field.kind]
        return BOOSTS[field.kind] / (0.5 + 0.5 * length)

    def of(self, entry: Entry) -> dict[str, float]:
        """Return the strength of every term: the best of the fields of one kind, summed over the kinds."""
        total: dict[str, float] = {}
        for fields in _by_kind(entry.fields).values():
            best = self._best(fields)
            for term, strength in best.items():
                total[term] = total.get(term, 0.0) + strength
        return total

    def _best(self, fields: list[Field]) -> dict[str, float]:
        best: dict[str, float] = {}
        for strength, terms in sorted((self.field(each), self.terms(each).terms) for each in fields):
            best.update(dict.fromkeys(terms, strength))
        return best


def _by_kind(fields: Iterable[Field]) -> dict[FieldKind, list[Field]]:
    kinds: dict[FieldKind, list[Field]] = {}
    for field in fields:
        kinds.setdefault(field.kind, []).append(field)
    return kinds
