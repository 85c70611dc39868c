"""What is on offer now, as one value."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lianban.apps.catalogue import store
from lianban.apps.catalogue.errors import UnknownChain, UnknownItem
from lianban.apps.catalogue.models import DefinitionVersion
from lianban.core.chains.model import Chain
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import Vocabulary

VOCABULARY = (DefinitionVersion.Kind.VOCABULARY.value, "vocabulary")


@dataclass(frozen=True, eq=False)
class Definitions:
    """Everything on offer, as of one release. It is the same object until somebody publishes again."""

    release: int
    items: Mapping[str, ServiceItem]
    chains: Mapping[str, Chain]
    vocabulary: Vocabulary

    def chain(self, key: str) -> Chain:
        """Return a chain. Raises UnknownChain."""
        try:
            return self.chains[key]
        except KeyError:
            raise UnknownChain(key) from None

    def item(self, key: str) -> ServiceItem:
        """Return an item. Raises UnknownItem."""
        try:
            return self.items[key]
        except KeyError:
            raise UnknownItem(key) from None

    @cached_property
    def english(self) -> Mapping[str, str]:
        """The English of every name on offer that has one: of chains, items, forms, materials, authorities."""
        chains, items, words = self.chains.values(), self.items.values(), self.vocabulary
        needs = (need for item in items for need in item.materials)
        forms = ((item.form.title, item.form.title_en) for item in items if item.form)
        called = (*needs, *words.kinds.values(), *words.authorities.values(), *items, *chains)
        named = (*forms, *((each.name, each.name_en) for each in called))
        return {name: name_en for name, name_en in named if name_en}


def current() -> Definitions:
    """Return what is on offer now; one short statement, unless somebody published since the last call."""
    return _read(*store.latest_release())


def as_published(release: int, chain: str, items: Iterable[str]) -> Iterator[dict[str, object]]:
    """Yield a chain, some items and the vocabulary as they stood in a release: kind, key, version, digest, content."""
    names = {("chain", chain), *(("item", key) for key in items), VOCABULARY}
    for row in store.as_of(release):
        if (row.kind, row.key) in names:
            told = ("kind", "key", "version", "digest", "content")
            yield {name: getattr(row, name) for name in told}


@lru_cache(maxsize=2)
def _read(release: int, _stamp: str) -> Definitions:
    rows = [row for row in store.latest().values() if not row.withdrawn]
    vocabulary = next((row.content for row in rows if (row.kind, row.key) == VOCABULARY), {})
    return Definitions(
        release=release,
        items={row.key: ServiceItem.model_validate(row.content) for row in rows if row.kind == "item"},
        chains={row.key: Chain.model_validate(row.content) for row in rows if row.kind == "chain"},
        vocabulary=Vocabulary.model_validate(vocabulary),
    )
