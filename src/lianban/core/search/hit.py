"""One answer of a search."""

from dataclasses import dataclass

from lianban.core.search.entry import FieldKind

Span = tuple[int, int]
"""First character and the one after the last."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A chain or an item that was found.

    kind: `chain` or `item`. spans: the parts of `name` that matched, to be highlighted; they never overlap.
    why: the reason in words (别名：开饭店). field, matched: the same in parts, for pages that say it otherwise.
    score: larger is better; comparable within one search only.
    """

    kind: str
    key: str
    name: str
    name_en: str
    why: str
    spans: tuple[Span, ...]
    score: float
    field: FieldKind
    matched: str
