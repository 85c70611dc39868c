"""Search hits as pages show them: an item leads to the 一件事 it belongs to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.web.portal.shown_chain import address, summary
from lianban.web.portal.words import authority_name, name_of


@dataclass(frozen=True, slots=True)
class Found:
    """One hit. kind: 一件事, or the 一件事 that an item belongs to. note: what it is, or who decides it."""

    name: str
    kind: str
    note: str
    address: str


def found(wanted: str, limit: int) -> list[Found]:
    """Return the hits, best first; every one leads to a page."""
    definitions = catalogue.current()
    return [one for hit in catalogue.search(wanted, limit) for one in _shown(definitions, hit)][:limit] if wanted else []


def _shown(definitions: catalogue.Definitions, hit: catalogue.Hit) -> list[Found]:
    if hit.kind == "chain":
        chain = definitions.chain(hit.key)
        note = summary(chain, catalogue.plan(chain.key, {}))
        return [Found(name_of(chain), _("一件事"), note, address(chain))]
    item = definitions.items.get(hit.key)
    homes = [chain for chain in definitions.chains.values() if any(each.item == hit.key for each in chain.members)]
    if item is None:
        return []
    note = authority_name(definitions, item.authority)
    return [Found(name_of(item), _("属于%(chain)s") % {"chain": name_of(chain)}, note, address(chain)) for chain in homes]
