"""The front door: publish definitions, read the current ones, compile a chain for a person's answers; the studio."""

from functools import lru_cache

from lianban.apps.catalogue import searching
from lianban.apps.catalogue.changing import (
    ChangeView,
    Difference,
    Editor,
    change,
    open_changes,
    propose,
    publish_change,
    take_back_change,
    text_of,
)
from lianban.apps.catalogue.confirming import confirm_names
from lianban.apps.catalogue.errors import (
    ChangeRefused,
    DefinitionsMoved,
    NoSuchChange,
    NothingChanged,
    NotYours,
    PathNameMissing,
    PathNameTaken,
    PathNotFinished,
    PathsFail,
    SecondPersonNeeded,
    UnknownChain,
    UnknownItem,
)
from lianban.apps.catalogue.inspecting import (
    ChainReport,
    Standing,
    chain_findings,
    chain_report,
    item_findings,
    standings,
)
from lianban.apps.catalogue.naming import NameMatch, names_to_confirm, proposed_names
from lianban.apps.catalogue.publishing import publish
from lianban.apps.catalogue.reading import Definitions, as_published, current
from lianban.apps.catalogue.recording import PathRun, expected_path, path_counts, record_path, remove_path, run_paths
from lianban.apps.storage.wired import ports
from lianban.core.chains.compose import compose
from lianban.core.chains.flow import Language, flow_of
from lianban.core.chains.naming import english_of
from lianban.core.chains.plan import Plan
from lianban.core.conditions.algebra import Facts, FactValue
from lianban.core.guidance import Guide, Learned, compile_guide
from lianban.core.kernel.divisions import Divisions
from lianban.core.search import Hit, Index

__all__ = [
    "ChainReport",
    "ChangeRefused",
    "ChangeView",
    "Definitions",
    "DefinitionsMoved",
    "Difference",
    "Editor",
    "NameMatch",
    "NoSuchChange",
    "NotYours",
    "NothingChanged",
    "PathNameMissing",
    "PathNameTaken",
    "PathNotFinished",
    "PathRun",
    "PathsFail",
    "SecondPersonNeeded",
    "Standing",
    "UnknownChain",
    "UnknownItem",
    "as_published",
    "chain_findings",
    "chain_report",
    "change",
    "confirm_names",
    "current",
    "divisions",
    "expected_path",
    "flow_picture",
    "guide",
    "item_findings",
    "names_to_confirm",
    "open_changes",
    "path_counts",
    "plan",
    "propose",
    "proposed_names",
    "publish",
    "publish_change",
    "record_path",
    "remove_path",
    "run_paths",
    "search",
    "standings",
    "take_back_change",
    "text_of",
]
PLANS_KEPT = 512
Weights = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def plan(chain_key: str, facts: Facts, definitions: Definitions | None = None) -> Plan:
    """Compile a chain for the facts known so far. definitions: what the caller already holds. Raises UnknownChain."""
    offered = definitions or current()
    offered.chain(chain_key)
    return _compose(offered, chain_key, frozenset(facts.items()))


def guide(chain_key: str, learned: Learned | None = None) -> Guide:
    """Return the compiled questions of a chain, in the order for these weights. Raises UnknownChain."""
    definitions = current()
    definitions.chain(chain_key)
    return _guide(definitions, chain_key, _frozen(learned or {}))


def flow_picture(chain_key: str, facts: Facts, *, narrow: bool, language: Language = "zh") -> str:
    """Return the process of a chain for these facts as an SVG: for phones when narrow. Raises UnknownChain."""
    definitions = current()
    definitions.chain(chain_key)
    return _picture(definitions, chain_key, frozenset(facts.items()), narrow, language)


def divisions() -> Divisions:
    """Return the administrative divisions that places are chosen from."""
    return ports().divisions


def search(text: str, limit: int = 10) -> tuple[Hit, ...]:
    """Return the chains and items that a person may mean, best first; none when nothing resembles the text."""
    return _index(current()).search(text, limit)


@lru_cache(maxsize=PLANS_KEPT)
def _compose(definitions: Definitions, chain_key: str, facts: frozenset[tuple[str, FactValue]]) -> Plan:
    return compose(definitions.chains[chain_key], definitions.items, definitions.vocabulary, dict(facts))


@lru_cache(maxsize=64)
def _guide(definitions: Definitions, chain_key: str, weights: Weights) -> Guide:
    learned = {key: dict(given) for key, given in weights}
    return compile_guide(definitions.chains[chain_key], definitions.items, learned=learned)


def _frozen(learned: Learned) -> Weights:
    return tuple((key, tuple(sorted(given.items()))) for key, given in sorted(learned.items()))


@lru_cache(maxsize=128)
def _picture(
    definitions: Definitions, chain_key: str, facts: frozenset[tuple[str, FactValue]], narrow: bool, language: Language
) -> str:
    english = english_of(definitions.chains[chain_key], definitions.items, definitions.vocabulary)
    flow = flow_of(_compose(definitions, chain_key, facts), language, english)
    return ports().flow.tall(flow) if narrow else ports().flow.wide(flow)


@lru_cache(maxsize=1)
def _index(definitions: Definitions) -> Index:
    return searching.index_over(definitions.chains, definitions.items, definitions.vocabulary)
