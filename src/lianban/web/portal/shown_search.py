"""Search hits as pages show them: an item leads to the 一件事 it belongs to."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.core.search import Hit
from lianban.web.components.language import is_english
from lianban.web.portal.shown_chain import address, homes, summary
from lianban.web.portal.words import authority_name, name_of

LONG = 24


@dataclass(frozen=True, slots=True)
class Found:
    """One hit. kind: 一件事, or the 一件事 that an item belongs to. note: what it is, or who decides it.

    why: the words that matched, where they are not in the name. others: more 一件事 with the same item.
    """

    name: SafeString
    kind: str
    note: str
    why: str
    address: str
    others: tuple[dict[str, str], ...] = ()


def found(wanted: str, limit: int) -> list[Found]:
    """Return the hits, best first; every one leads to a page."""
    if not wanted:
        return []
    definitions = catalogue.current()
    return [one for hit in catalogue.search(wanted, limit) for one in _shown(definitions, hit)]


def _shown(definitions: catalogue.Definitions, hit: Hit) -> list[Found]:
    why = "" if hit.spans or len(hit.matched) > LONG else hit.matched
    if hit.kind == "chain":
        chain = definitions.chain(hit.key)
        note = summary(chain, catalogue.plan(chain.key, {}))
        return [Found(_marked(hit, name_of(chain)), _("一件事"), note, why, address(chain))]
    item = definitions.items.get(hit.key)
    used_in = homes(definitions, hit.key)
    if item is None or not used_in:
        return []
    name, note = _marked(hit, name_of(item)), authority_name(definitions, item.authority)
    kind = _("属于%(chain)s") % {"chain": name_of(used_in[0])}
    others = tuple({"name": name_of(chain), "address": address(chain)} for chain in used_in[1:])
    return [Found(name, kind, note, why, address(used_in[0]), others)]


def _marked(hit: Hit, name: str) -> SafeString:
    if is_english() or name != hit.name:
        return format_html("{}", name)
    parts, at = [], 0
    for start, end in sorted(hit.spans):
        parts += [(name[at:start], name[start:end])]
        at = end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", parts), name[at:])
