"""What two sheets of one chain tell differently."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lianban.apps.guides.sheet import Sheet, Word
from lianban.core.chains.plan import Need


@dataclass(frozen=True, slots=True)
class Change:
    """One number that is another now."""

    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class SheetDifference:
    """What came, what went, and what became certain; empty where nothing did."""

    items_added: tuple[Word, ...]
    items_gone: tuple[Word, ...]
    items_certain: tuple[Word, ...]
    materials_added: tuple[Word, ...]
    materials_gone: tuple[Word, ...]
    promise: Change | None
    visits: Change | None

    @property
    def is_empty(self) -> bool:
        """Whether neither items nor materials nor the numbers differ."""
        lists = (self.items_added, self.items_gone, self.items_certain, self.materials_added, self.materials_gone)
        return not any(lists) and self.promise is None and self.visits is None


def compare(before: Sheet, after: Sheet) -> SheetDifference:
    """Return what the later sheet tells differently."""
    old_items, new_items = _named(before.items), _named(after.items)
    old, new = _named(before.to_hand_in), _named(after.to_hand_in)
    certain = {each.key for each in before.items if each.need is Need.CERTAIN}
    return SheetDifference(
        items_added=_only(new_items, old_items),
        items_gone=_only(old_items, new_items),
        items_certain=tuple(
            each.name
            for each in after.items
            if each.need is Need.CERTAIN and each.key in old_items and each.key not in certain
        ),
        materials_added=_only(new, old),
        materials_gone=_only(old, new),
        promise=_change(before.promise, after.promise),
        visits=_change(Decimal(before.visits), Decimal(after.visits)),
    )


def _named(things: Iterable[object]) -> dict[str, Word]:
    return {each.key: each.name for each in things}  # type: ignore[attr-defined]


def _only(these: Mapping[str, Word], not_those: Mapping[str, Word]) -> tuple[Word, ...]:
    return tuple(name for key, name in these.items() if key not in not_those)


def _change(before: Decimal, after: Decimal) -> Change | None:
    return None if before == after else Change(before, after)
