"""Lists of definitions: all of them, or those that a person may mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, Field

from lianban.apps.catalogue import public as catalogue

MOST_HITS = 200


class Found(BaseModel):
    """Why a definition answers a search."""

    why: str = Field(description="The reason in words: 别名：开饭店.")
    score: float = Field(description="Larger is better; comparable within one search only.")


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a list. total: length of the whole. keys: of the definitions in this part, with why they are here."""

    total: int
    keys: Sequence[tuple[str, Found | None]]


def found(kind: str, every: Iterable[str], wanted: str, limit: int, offset: int) -> Slice:
    """Return part of the definitions of a kind. every: all their keys, in their order."""
    keys: list[tuple[str, Found | None]] = [(key, None) for key in every]
    if wanted.strip():
        hits = catalogue.search(wanted, MOST_HITS)
        keys = [(hit.key, Found(why=hit.why, score=hit.score)) for hit in hits if hit.kind == kind]
    return Slice(len(keys), keys[offset : offset + limit])
