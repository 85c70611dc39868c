"""A finding, placed in an item."""

from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding


def found_in(rule: str, level: str, item: ServiceItem, path: str, message: str, remedy: str) -> Finding:
    """Return a finding on one value of an item. path: of the value inside the item; empty for the item itself."""
    where = f"items/{item.key}/{path}" if path else f"items/{item.key}"
    return Finding(rule=rule, level=level, where=where, message=message, remedy=remedy)
