"""What a person confirmed becomes a synonym of the vocabulary and stays."""

from collections.abc import Iterable, Iterator, Mapping

from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.matching.asked import Asked, Kind
from lianban.core.vocabulary.matching.fields import Reading
from lianban.core.vocabulary.model import DataElement, MaterialKind, Vocabulary


class Confirmed(Value):
    """A name and the key that a person says it has."""

    kind: Kind
    name: str
    id: str


class UnknownKeys(DomainError):
    """A confirmed name has a key that the vocabulary does not hold."""

    code = "MATCH_UNKNOWN_KEYS"

    def __init__(self, keys: Iterable[str]) -> None:
        named = sorted(set(keys))
        super().__init__(
            f"词汇表里没有：{'、'.join(named[:8])}。请先在词汇表中建立，或把 id 改成已有的键，或删去这些行。",
            keys=named,
        )


def synonyms(confirmed: Iterable[Confirmed], vocabulary: Vocabulary) -> dict[tuple[Kind, str], list[str]]:
    """Return the synonyms to add, by kind and key; names that an entry already has are left out.

    Raises UnknownKeys when a key is not in the vocabulary, so nothing is half written.
    """
    every = list(confirmed)
    known: dict[Kind, Mapping[str, DataElement | MaterialKind]] = {
        Kind.FIELD: vocabulary.elements,
        Kind.MATERIAL: vocabulary.kinds,
    }
    if unknown := [each.id for each in every if each.id not in known[each.kind]]:
        raise UnknownKeys(unknown)
    found: dict[tuple[Kind, str], list[str]] = {}
    for each in every:
        entry = known[each.kind][each.id]
        names = found.setdefault((each.kind, each.id), [])
        if each.name not in (entry.name, *entry.synonyms, *names):
            names.append(each.name)
    return {place: names for place, names in found.items() if names}


def asked_in_vocabulary(vocabulary: Vocabulary) -> Iterator[Asked]:
    """Yield the names and synonyms of a vocabulary as known names, each on its own, without a form around it."""
    for element in vocabulary.elements.values():
        labels = tuple(option.label for option in element.options)
        for name in dict.fromkeys((element.name, *element.synonyms)):
            yield Asked(
                kind=Kind.FIELD,
                chain="",
                item=f"{element.key} {name}",
                name=name,
                type=element.type.value,
                options=labels,
                key=element.key,
            )
    for kind in vocabulary.kinds.values():
        for name in dict.fromkeys((kind.name, *kind.synonyms)):
            yield Asked(kind=Kind.MATERIAL, chain="", item=f"{kind.key} {name}", name=name, key=kind.key)


def speaks_for_itself(asked: Asked, reading: Reading) -> bool:
    """Whether a name teaches something without the form around it: 配偶姓名 does, 联系电话 does not."""
    return bool(asked.chain) or reading.firm
