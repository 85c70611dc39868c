"""What carrying out a remedy would change: the figures of the item and of its chains, before and after."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache

from lianban.core.chains.compose import compose
from lianban.core.chains.fixes import Definitions, fixed
from lianban.core.chains.model import Chain
from lianban.core.guidance.guide import compile_guide
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.finding import Finding
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import Vocabulary

Figures = Mapping[str, Decimal]

RECKONED = 500
"""How often a chain is compiled anew for a fix; beyond that, only the item's own figures are told."""


class Change(Value):
    """One figure before and after a fix.

    figure: materials (documents handed in), days (working days until everything is done), promise (the working days
    published for the chain), asked (questions asked at most), questions (questions written), or how many items, steps,
    visits, fields.
    """

    figure: str
    before: Decimal
    after: Decimal


class Gain(Value):
    """What a fix changes in one item or chain. scope: its path. name: what it is called. changes: what differs."""

    scope: str
    name: str
    changes: tuple[Change, ...]


def item_gain(finding: Finding, item: ServiceItem) -> tuple[Gain, ...]:
    """Return what the remedy of an item's finding changes in the item on its own; nothing where it cannot be known."""
    changed = fixed(finding, Definitions({item.key: item}, {}))
    after = changed.items.get(item.key) if changed else None
    return _gain(f"items/{item.key}", item.name, _alone(item), _alone(after)) if after else ()


class Gains:
    """Reckons gains over a catalogue; what a chain is without a fix is reckoned once."""

    def __init__(self, items: Mapping[str, ServiceItem], chains: Mapping[str, Chain], vocabulary: Vocabulary) -> None:
        self._definitions = Definitions(items, chains)
        self._vocabulary = vocabulary
        self._left = RECKONED
        self._before = lru_cache(maxsize=None)(self._figures_now)

    def of(self, finding: Finding) -> tuple[Gain, ...]:
        """Return what the remedy changes: the item on its own, then every chain it is in; nothing where unknown.

        A chain's figures are those for somebody who has answered nothing: the most that it can ask of anybody.
        """
        changed = fixed(finding, self._definitions)
        return tuple(self._gains(changed)) if changed else ()

    def _gains(self, changed: Definitions) -> Iterator[Gain]:
        items, chains = self._definitions
        for key, item in changed.items.items():
            yield from _gain(f"items/{key}", item.name, _alone(items[key]), _alone(item))
        touched = {key for item in changed.items for key in self._chains_of.get(item, ())} | changed.chains.keys()
        for key in sorted(touched):
            if not self._left:
                return
            self._left -= 1
            after = self._figures(changed.chains.get(key, chains[key]), {**items, **changed.items})
            yield from _gain(f"chains/{key}", chains[key].name, self._before(key), after)

    def _figures_now(self, key: str) -> Figures:
        return self._figures(self._definitions.chains[key], self._definitions.items)

    @cached_property
    def _chains_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, chain in self._definitions.chains.items():
            for item in dict.fromkeys(member.item for member in chain.members):
                found.setdefault(item, []).append(key)
        return found

    def _figures(self, chain: Chain, items: Mapping[str, ServiceItem]) -> Figures:
        """Return a chain's figures; none when it cannot be compiled, which other findings tell."""
        try:
            plan, guide = compose(chain, items, self._vocabulary), compile_guide(chain, items)
        except DomainError:
            return {}
        figures = {
            name: getattr(plan.reductions, name).after for name in ("materials", "days", "steps", "visits", "fields")
        }
        return figures | {
            "items": Decimal(len(plan.items)),
            "asked": Decimal(guide.strategy.worst(guide.states.start())),
            "questions": Decimal(len(chain.questions)),
            **({"promise": Decimal(chain.promise_days)} if chain.promise_days is not None else {}),
        }


def _alone(item: ServiceItem) -> Figures:
    handed_in = [each for each in item.materials if not (each.shared or each.e_licence)]
    return {"materials": Decimal(len(handed_in)), "days": item.promised_limit.working_days}


def _gain(scope: str, name: str, before: Figures, after: Figures) -> tuple[Gain, ...]:
    both = [figure for figure in before if figure in after and before[figure] != after[figure]]
    changes = tuple(Change(figure=each, before=before[each], after=after[each]) for each in both)
    return (Gain(scope=scope, name=name, changes=changes),) if changes else ()
