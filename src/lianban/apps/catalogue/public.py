"""The front door: publish definitions, read the current ones, compile a chain for a person's answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from lianban.apps.catalogue import searching, store
from lianban.apps.catalogue.models import DefinitionVersion
from lianban.apps.storage.wired import ports
from lianban.core.chains.compose import compose
from lianban.core.chains.flow import Language, flow_of
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import Plan
from lianban.core.conditions.algebra import Facts, FactValue
from lianban.core.guidance import Guide, compile_guide
from lianban.core.guidance.paths import check_paths
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.finding import Finding
from lianban.core.search import Hit, Index
from lianban.core.vocabulary.model import Vocabulary

PLANS_KEPT = 512
VOCABULARY = (DefinitionVersion.Kind.VOCABULARY.value, "vocabulary")


class UnknownChain(DomainError):
    """No chain of this key is offered."""

    code = "UNKNOWN_CHAIN"

    def __init__(self, key: str) -> None:
        super().__init__(f"没有“{key}”这件事，或者它已停办。请从首页查找。", key=key)


class UnknownItem(DomainError):
    """No item of this key is offered."""

    code = "UNKNOWN_ITEM"

    def __init__(self, key: str) -> None:
        super().__init__(f"没有编号为“{key}”的事项，或者它已停办。请从事项列表查找。", key=key)


class PathsFail(DomainError):
    """A recorded path of a chain no longer leads to what was recorded, so nothing is published."""

    code = "PATHS_FAIL"

    def __init__(self, findings: Sequence[Finding]) -> None:
        told = "".join(each.message for each in findings)
        super().__init__(f"未发布：{told}{findings[0].remedy}", where=[each.where for each in findings])


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


def publish(
    items: Mapping[str, ServiceItem],
    chains: Mapping[str, Chain],
    vocabulary: Vocabulary,
    *,
    by: str,
    now: datetime,
) -> int:
    """Publish what changed and return how many definitions did. Only sound definitions may come here.

    Raises PathsFail when a recorded path of any chain would no longer lead to what was recorded; nothing is published.
    """
    failed = [each for chain in chains.values() for each in check_paths(chain, items, vocabulary)]
    if failed:
        raise PathsFail(failed)
    contents = {("item", key): item.model_dump(mode="json") for key, item in items.items()}
    contents |= {("chain", key): chain.model_dump(mode="json") for key, chain in chains.items()}
    contents[VOCABULARY] = vocabulary.model_dump(mode="json")
    return store.write(contents, by=by, now=now)


def current() -> Definitions:
    """Return what is on offer now; one short statement, unless somebody published since the last call."""
    return _read(*store.latest_release())


def plan(chain_key: str, facts: Facts) -> Plan:
    """Compile a chain for the facts known so far. Raises UnknownChain."""
    definitions = current()
    definitions.chain(chain_key)
    return _compose(definitions, chain_key, frozenset(facts.items()))


def guide(chain_key: str) -> Guide:
    """Return the compiled questions of a chain. Raises UnknownChain."""
    definitions = current()
    definitions.chain(chain_key)
    return _guide(definitions, chain_key)


def flow_picture(chain_key: str, facts: Facts, *, narrow: bool, language: Language = "zh") -> str:
    """Return the process of a chain for these facts as an SVG: for phones when narrow. Raises UnknownChain."""
    definitions = current()
    definitions.chain(chain_key)
    return _picture(definitions, chain_key, frozenset(facts.items()), narrow, language)


def search(text: str, limit: int = 10) -> tuple[Hit, ...]:
    """Return the chains and items that a person may mean, best first; none when nothing resembles the text."""
    return _index(current()).search(text, limit)


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


@lru_cache(maxsize=PLANS_KEPT)
def _compose(definitions: Definitions, chain_key: str, facts: frozenset[tuple[str, FactValue]]) -> Plan:
    return compose(definitions.chains[chain_key], definitions.items, definitions.vocabulary, dict(facts))


@lru_cache(maxsize=64)
def _guide(definitions: Definitions, chain_key: str) -> Guide:
    return compile_guide(definitions.chains[chain_key], definitions.items)


@lru_cache(maxsize=128)
def _picture(
    definitions: Definitions, chain_key: str, facts: frozenset[tuple[str, FactValue]], narrow: bool, language: Language
) -> str:
    flow = flow_of(_compose(definitions, chain_key, facts), language)
    return ports().flow.tall(flow) if narrow else ports().flow.wide(flow)


@lru_cache(maxsize=1)
def _index(definitions: Definitions) -> Index:
    return searching.index_over(definitions.chains, definitions.items, definitions.vocabulary)
