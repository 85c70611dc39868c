"""How long a whole chain may take by law, before anybody promises anything."""

from collections.abc import Mapping
from decimal import Decimal

from lianban.core.chains.model import Chain, DependencyKind
from lianban.core.chains.order import Order
from lianban.core.items.durations import baseline_of
from lianban.core.items.model import ServiceItem


def order_of_members(chain: Chain) -> Order:
    """Return the order in which the chain's members wait for one another, as its author wrote it."""
    keys = tuple(dict.fromkeys(each.item for each in chain.members))
    edges = (each for each in chain.dependencies if each.kind is not DependencyKind.PARALLEL)
    return Order(keys, [(e.before, e.after) for e in edges if {e.before, e.after} <= set(keys)])


def lawful_days(chain: Chain, items: Mapping[str, ServiceItem]) -> Decimal:
    """Return the working days that the longest path takes when every item takes what the law allows.

    items: the members by key; those that are missing take no time. The chain's order must have no ring.
    """
    order = order_of_members(chain)
    ends: dict[str, Decimal] = dict.fromkeys(order.keys, Decimal(0))
    for key in order.sequence:
        ends[key] += baseline_of(items[key]) if key in items else Decimal(0)
        for after in order.after[key]:
            ends[after] = max(ends[after], ends[key])
    return max(ends.values(), default=Decimal(0))
