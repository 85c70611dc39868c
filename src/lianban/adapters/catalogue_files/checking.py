"""Every quality rule over a whole catalogue, and what may be published."""

from collections.abc import Mapping

from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.core.chains.model import Chain
from lianban.core.chains.quality import check_chain
from lianban.core.guidance.compiling import check_compiled
from lianban.core.guidance.paths import check_paths
from lianban.core.items.alike import check_alike
from lianban.core.items.model import ServiceItem
from lianban.core.items.quality import check_item
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Vocabulary

_LEVELS = ("error", "warning", "hint")


def check(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return what reading found and what the quality rules find: errors first, then warnings, then hints."""
    found = list(catalogue.findings)
    for item in catalogue.items.values():
        found += check_item(item, catalogue.vocabulary)
    found += check_alike(catalogue.items.values())
    for chain in catalogue.chains.values():
        found += check_whole_chain(chain, catalogue.items, catalogue.vocabulary)
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (_LEVELS.index(each.level), each.where, each.rule)))


def check_whole_chain(chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> list[Finding]:
    """Return what is wrong with a chain as it is written, as it is compiled, and on its recorded paths."""
    found = check_chain(chain, items, vocabulary)
    if not any(each.level == "error" for each in found):
        found += check_compiled(chain, items, vocabulary)
    return [*found, *check_paths(chain, items, vocabulary)]


def publishable(catalogue: Catalogue, key: str) -> bool:
    """Return whether the item or chain of this key may be published: it was read, neither it nor, for a chain, any of
    its items has an error, and a chain's recorded paths hold."""
    if key in catalogue.items:
        return not any(each.level == "error" for each in check_item(catalogue.items[key], catalogue.vocabulary))
    chain = catalogue.chains.get(key)
    if chain is None or any(member.item not in catalogue.items for member in chain.members):
        return False
    found = check_whole_chain(chain, catalogue.items, catalogue.vocabulary)
    return not any(each.level == "error" for each in found) and all(
        publishable(catalogue, member.item) for member in chain.members
    )
