"""An item's material list as its chain has it: what the chain adds in some circumstances, and what it takes away."""

from collections.abc import Iterator, Mapping, Sequence

from lianban.core.chains.model import Chain, MaterialRule
from lianban.core.conditions.algebra import NEVER, Condition
from lianban.core.conditions.simplify import conjunction, disjunction, negation
from lianban.core.items.model import MaterialNeed, ServiceItem


def rules_by_item(chain: Chain) -> dict[str, list[MaterialRule]]:
    """Return the chain's rules by the item whose list they change."""
    rules: dict[str, list[MaterialRule]] = {}
    for rule in chain.material_rules:
        rules.setdefault(rule.item, []).append(rule)
    return rules


def lists_of(chain: Chain, items: Mapping[str, ServiceItem]) -> Iterator[tuple[str, MaterialNeed, Condition]]:
    """Yield every entry of these items' lists, with the item's key and when it is asked for of those who need it."""
    rules = rules_by_item(chain)
    for key, item in items.items():
        yield from ((key, entry, when) for entry, when in entries_of(item, rules.get(key, ())))


def entries_of(item: ServiceItem, rules: Sequence[MaterialRule]) -> Iterator[tuple[MaterialNeed, Condition]]:
    """Yield the entries of an item's list, each with the circumstances in which it is asked for.

    rules: those of this item. A kind that the list lacks and a rule adds becomes an entry of its own; taking away is
    stronger than adding.
    """
    for entry in item.materials:
        yield entry, _ruled(entry.when, [rule for rule in rules if entry.kind and rule.kind == entry.kind])
    listed = {entry.kind for entry in item.materials}
    for kind in dict.fromkeys(rule.kind for rule in rules if rule.adds and rule.kind not in listed):
        added = [rule for rule in rules if rule.kind == kind]
        name = next((rule.name for rule in added if rule.name), kind)
        yield MaterialNeed(key=f"chain.{kind}", name=name, kind=kind), _ruled(NEVER, added)


def _ruled(when: Condition, rules: Sequence[MaterialRule]) -> Condition:
    if not rules:
        return when
    added = disjunction((when, *(rule.when for rule in rules if rule.adds)))
    return conjunction((added, *(negation(rule.when) for rule in rules if not rule.adds)))
