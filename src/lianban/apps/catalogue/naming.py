"""Names that people confirm for entries of the vocabulary: proposed by the matcher, kept for good."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from django.db import transaction

from lianban.apps.catalogue.models import KeptSynonym
from lianban.apps.catalogue.reading import Definitions
from lianban.core.chains.asked_names import asked_in_catalogue
from lianban.core.vocabulary.matching import Asked, Kind, Proposal, propose
from lianban.core.vocabulary.matching.confirming import Confirmed, asked_in_vocabulary, synonyms
from lianban.core.vocabulary.model import DataElement, MaterialKind, Vocabulary

Entry = TypeVar("Entry", DataElement, MaterialKind)
MOST_NAMES = 60
"""Most names that are proposed for in one go."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name and the entry it is proposed to mean. key: empty when the vocabulary holds nothing for it.

    items: where the name is used. suggestions: keys of similar entries, for a person to choose from.
    """

    kind: Kind
    name: str
    key: str
    score: float
    why: str
    items: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def names_to_confirm(definitions: Definitions, authority: str = "") -> tuple[NameMatch, ...]:
    """Return the names that items use for an entry and that the vocabulary does not have yet.

    authority: only names in the items of this one; empty for all.
    """
    users: dict[tuple[Kind, str, str], list[str]] = {}
    for asked in _in_use(definitions):
        if asked.key and not _is_known(definitions.vocabulary, asked.kind, asked.key, asked.name):
            users.setdefault((asked.kind, asked.name, asked.key), []).append(asked.item)
    wanted = {key for key, item in definitions.items.items() if authority in ("", item.authority)}
    return tuple(
        NameMatch(kind, name, key, 1.0, "事项清单已经这样用", tuple(dict.fromkeys(items)))
        for (kind, name, key), items in sorted(users.items())
        if wanted & set(items)
    )


def proposed_names(definitions: Definitions, kind: Kind, names: Iterable[str]) -> tuple[NameMatch, ...]:
    """Return what the matcher proposes for names that a department writes, in the order given."""
    every = list(dict.fromkeys(name.strip() for name in names if name.strip()))[:MOST_NAMES]
    asked = [Asked(kind=kind, chain="", item="", name=name, position=at) for at, name in enumerate(every)]
    found = {each.asked.name: each for each in propose(asked, _known(definitions))}
    return tuple(_match(found[name]) for name in every if name in found)


@transaction.atomic
def keep_names(vocabulary: Vocabulary, confirmed: Sequence[Confirmed], *, person: uuid.UUID, now: datetime) -> int:
    """Write down which names people confirmed; return how many were new. Raises UnknownKeys."""
    new = synonyms(confirmed, vocabulary)
    rows = [
        KeptSynonym(kind=kind.value, key=key, name=name, person=person, confirmed_at=now)
        for (kind, key), names in new.items()
        for name in names
    ]
    KeptSynonym.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def with_kept_names(vocabulary: Vocabulary) -> Vocabulary:
    """Return a vocabulary with every name that people confirmed; entries that are gone are passed over."""
    elements, kinds = dict(vocabulary.elements), dict(vocabulary.kinds)
    for row in KeptSynonym.objects.all():
        if row.kind == Kind.FIELD and row.key in elements:
            elements[row.key] = _named(elements[row.key], row.name)
        elif row.kind == Kind.MATERIAL and row.key in kinds:
            kinds[row.key] = _named(kinds[row.key], row.name)
    return vocabulary.model_copy(update={"elements": elements, "kinds": kinds})


def _named(entry: Entry, name: str) -> Entry:
    if name in (entry.name, *entry.synonyms):
        return entry
    return entry.model_copy(update={"synonyms": (*entry.synonyms, name)})


def _is_known(vocabulary: Vocabulary, kind: Kind, key: str, name: str) -> bool:
    entry = vocabulary.elements.get(key) if kind is Kind.FIELD else vocabulary.kinds.get(key)
    return entry is None or name in (entry.name, *entry.synonyms)


@lru_cache(maxsize=1)
def _in_use(definitions: Definitions) -> tuple[Asked, ...]:
    return tuple(asked_in_catalogue(definitions.chains.values(), definitions.items))


def _known(definitions: Definitions) -> tuple[Asked, ...]:
    return (*_in_use(definitions), *asked_in_vocabulary(definitions.vocabulary))


def _match(proposal: Proposal) -> NameMatch:
    key = "" if proposal.is_new else proposal.id
    asked = proposal.asked
    return NameMatch(asked.kind, asked.name, key, proposal.score, proposal.why, (), proposal.suggestions)
