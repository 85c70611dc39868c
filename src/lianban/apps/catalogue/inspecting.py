"""What the studio shows of published definitions: versions, findings, certificate, numbers."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from lianban.apps.catalogue.models import DefinitionVersion
from lianban.apps.catalogue.reading import Definitions
from lianban.core.chains.compose import compose
from lianban.core.chains.plan import Plan
from lianban.core.chains.quality import check_chain
from lianban.core.chains.verifier import Objection, verify
from lianban.core.guidance import Guide, Proof, compile_guide, prove
from lianban.core.items.quality import check_item
from lianban.core.kernel.finding import Finding


@dataclass(frozen=True, slots=True)
class Standing:
    """The version of a definition that is on offer. by_person: published in the studio; files do not replace it."""

    version: int
    release: int
    published_at: datetime
    published_by: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class ChainReport:
    """A chain as its author wants to see it, for nobody's answers in particular.

    objections: of the independent verifier, none when the certificate holds.
    """

    plan: Plan
    guide: Guide
    proof: Proof
    objections: tuple[Objection, ...]
    findings: tuple[Finding, ...]


def standings(kind: str) -> dict[str, Standing]:
    """Return the latest version of every definition of a kind (item, chain), by key."""
    rows = DefinitionVersion.objects.filter(kind=kind).select_related("release").order_by("key", "-version")
    return {row.key: _standing(row) for row in rows.distinct("key")}


def item_findings(definitions: Definitions) -> dict[str, tuple[Finding, ...]]:
    """Return what the quality rules find in every item, by key."""
    return _item_findings(definitions)


def chain_findings(definitions: Definitions) -> dict[str, tuple[Finding, ...]]:
    """Return what the quality rules find in every chain, by key."""
    return _chain_findings(definitions)


def chain_report(definitions: Definitions, key: str) -> ChainReport:
    """Compile, prove and verify a chain. Raises UnknownChain."""
    definitions.chain(key)
    return _report(definitions, key)


@lru_cache(maxsize=1)
def _item_findings(definitions: Definitions) -> dict[str, tuple[Finding, ...]]:
    return {key: tuple(check_item(item, definitions.vocabulary)) for key, item in definitions.items.items()}


@lru_cache(maxsize=1)
def _chain_findings(definitions: Definitions) -> dict[str, tuple[Finding, ...]]:
    return {
        key: tuple(check_chain(chain, definitions.items, definitions.vocabulary))
        for key, chain in definitions.chains.items()
    }


@lru_cache(maxsize=32)
def _report(definitions: Definitions, key: str) -> ChainReport:
    chain = definitions.chains[key]
    plan = compose(chain, definitions.items, definitions.vocabulary)
    guide = compile_guide(chain, definitions.items)
    objections = verify(plan, chain, definitions.items, definitions.vocabulary)
    return ChainReport(plan, guide, prove(guide), objections, chain_findings(definitions)[key])


def _standing(row: DefinitionVersion) -> Standing:
    release = row.release
    return Standing(row.version, release.number, release.published_at, release.published_by, release.person is not None)
