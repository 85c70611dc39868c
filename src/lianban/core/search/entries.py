"""Chains and items as entries of the index."""

from collections.abc import Iterator, Mapping

from lianban.core.chains.model import Chain
from lianban.core.items.model import ServiceItem
from lianban.core.search.entry import Entry, Field, FieldKind
from lianban.core.vocabulary.model import Vocabulary


def entries_of(
    chains: Mapping[str, Chain], items: Mapping[str, ServiceItem], vocabulary: Vocabulary
) -> tuple[Entry, ...]:
    """Return everything that a person can look for, chains first."""
    found = [_chain(chain, items, vocabulary) for chain in chains.values()]
    found += [_item(item, vocabulary) for item in items.values()]
    return tuple(found)


def _chain(chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> Entry:
    fields = [Field(FieldKind.NAME, chain.name), *(Field(FieldKind.ALIAS, alias) for alias in chain.aliases)]
    fields += [Field(FieldKind.NAME_EN, chain.name_en), Field(FieldKind.SUMMARY, chain.summary)]
    members = [items[member.item] for member in chain.members if member.item in items]
    fields += [Field(FieldKind.MEMBER, item.name) for item in members]
    fields += [Field(FieldKind.RESULT, chain.licence_name)]
    fields += [Field(FieldKind.AUTHORITY, name) for name in _authority(chain.lead_authority, vocabulary)]
    fields += [Field(FieldKind.QUESTION, answer.label) for question in chain.questions for answer in question.answers]
    return Entry("chain", chain.key, chain.name, chain.name_en, _kept(fields))


def _item(item: ServiceItem, vocabulary: Vocabulary) -> Entry:
    fields = [Field(FieldKind.NAME, item.name), Field(FieldKind.NAME_EN, item.name_en)]
    fields += [Field(FieldKind.CODE, item.code)]
    fields += [Field(FieldKind.RESULT, result.name) for result in item.results]
    fields += [Field(FieldKind.AUTHORITY, name) for name in _authority(item.authority, vocabulary)]
    fields += [Field(FieldKind.AUTHORITY, item.authority_text)]
    fields += [Field(FieldKind.MATERIAL, need.name) for need in item.materials]
    return Entry("item", item.key, item.name, item.name_en, _kept(fields))


def _authority(key: str, vocabulary: Vocabulary) -> Iterator[str]:
    if authority := vocabulary.authorities.get(key):
        yield authority.name
        yield authority.short


def _kept(fields: list[Field]) -> tuple[Field, ...]:
    return tuple(dict.fromkeys(field for field in fields if field.text))
