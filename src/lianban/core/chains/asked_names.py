"""The names that a catalogue's items already have keys for: what matching learns from."""

from collections.abc import Iterable, Iterator, Mapping

from lianban.core.chains.model import Chain
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.matching import Asked, Kind


def asked_in_catalogue(chains: Iterable[Chain], items: Mapping[str, ServiceItem]) -> Iterator[Asked]:
    """Yield every field and material of the items of chains, with the keys that the catalogue holds."""
    for chain in chains:
        for member in chain.members:
            if member.item in items:
                yield from _of_item(chain, items[member.item])


def _of_item(chain: Chain, item: ServiceItem) -> Iterator[Asked]:
    around = {
        "chain": chain.code,
        "item": item.key,
        "chain_name": chain.name,
        "chain_served": str(chain.service_object),
        "item_name": item.name,
        "served": str(item.service_object),
        "form": item.form.title if item.form else "",
    }
    for position, field in enumerate(item.fields):
        labels = tuple(option.label for option in field.options)
        yield Asked(
            kind=Kind.FIELD,
            name=field.name,
            position=position,
            type=field.type.value,
            options=labels,
            key=field.element,
            **around,
        )
    for position, need in enumerate(item.materials):
        yield Asked(kind=Kind.MATERIAL, name=need.name, position=position, key=need.kind, **around)
