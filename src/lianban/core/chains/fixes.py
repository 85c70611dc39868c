"""The remedy of a finding, carried out on a copy of the definitions, where it can be done without asking anybody."""

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_FLOOR
from typing import NamedTuple, TypeVar

from lianban.core.chains.lawful import lawful_days
from lianban.core.chains.model import Chain, Member
from lianban.core.conditions.algebra import Any
from lianban.core.items.model import ServiceItem
from lianban.core.items.quality import slack_of
from lianban.core.kernel.finding import Finding
from lianban.core.kernel.value import Value

T = TypeVar("T", bound=Value)


class Definitions(NamedTuple):
    """Items and chains by key: a whole catalogue, or only what a fix changes."""

    items: Mapping[str, ServiceItem]
    chains: Mapping[str, Chain]


def fixed(finding: Finding, definitions: Definitions) -> Definitions | None:
    """Return what the remedy of a finding changes; None when only a person can say what is right.

    A catch-all that names something beside it (等材料) is a warning and needs other words, so it stays.
    """
    if finding.rule == "Q01_CATCH_ALL" and finding.level != "error":
        return None
    kind, _, rest = finding.where.partition("/")
    key, _, path = rest.partition("/")
    if kind == "items" and key in definitions.items and finding.rule in _ITEM_FIXES:
        changed = _ITEM_FIXES[finding.rule](definitions.items[key], path)
        return Definitions({key: changed}, {}) if changed else None
    if kind == "items" and key in definitions.items and finding.rule == "SAME_ITEM_DIFFERENT_DATA":
        return Definitions({}, _merged(definitions, definitions.items[key]))
    if kind == "chains" and key in definitions.chains and finding.rule in _CHAIN_FIXES:
        chain = _CHAIN_FIXES[finding.rule](definitions.chains[key], path, definitions.items)
        return Definitions({}, {key: chain}) if chain else None
    return None


def _shared(item: ServiceItem, path: str) -> ServiceItem | None:
    at = _number(path)
    return _with_material(item, at, item.materials[at].model_copy(update={"shared": True}))


def _without_material(item: ServiceItem, path: str) -> ServiceItem | None:
    return _with_material(item, _number(path), None)


def _with_material(item: ServiceItem, at: int, material: Value | None) -> ServiceItem:
    kept = (*item.materials[:at], *((material,) if material else ()), *item.materials[at + 1 :])
    return item.model_copy(update={"materials": kept})


def _within_the_steps(item: ServiceItem, _: str) -> ServiceItem | None:
    length = slack_of(item)
    if length is None:
        return None
    return item.model_copy(update={"promised_limit": item.promised_limit.model_copy(update={"length": length})})


def _within_the_law(item: ServiceItem, _: str) -> ServiceItem | None:
    return item.model_copy(update={"promised_limit": item.statutory_limit}) if item.statutory_limit else None


def _without_question(chain: Chain, path: str, _: Mapping[str, ServiceItem]) -> Chain | None:
    return chain.model_copy(update={"questions": _without(chain.questions, _number(path))})


def _without_member(chain: Chain, path: str, _: Mapping[str, ServiceItem]) -> Chain | None:
    gone = chain.members[_number(path)].item
    return chain.model_copy(
        update={
            "members": _without(chain.members, _number(path)),
            "dependencies": tuple(each for each in chain.dependencies if gone not in (each.before, each.after)),
            "material_rules": tuple(each for each in chain.material_rules if each.item != gone),
        }
    )


def _listed_once(chain: Chain, _: str, __: Mapping[str, ServiceItem]) -> Chain | None:
    return chain.model_copy(update={"members": _once(chain.members)})


def _promise_within_the_law(chain: Chain, _: str, items: Mapping[str, ServiceItem]) -> Chain | None:
    days = lawful_days(chain, items).to_integral_value(ROUND_FLOOR)
    return chain.model_copy(update={"promise_days": int(days)})


def _merged(definitions: Definitions, twin: ServiceItem) -> dict[str, Chain]:
    """The twin's place is taken by the item that was there first, in every chain that names the twin."""
    face = (twin.authority, twin.name, twin.level)
    first = next(each.key for each in definitions.items.values() if (each.authority, each.name, each.level) == face)

    def renamed(values: Iterable[T], *names: str) -> tuple[T, ...]:
        new = (each.model_copy(update={n: first for n in names if getattr(each, n) == twin.key}) for each in values)
        return tuple(dict.fromkeys(new))

    return {
        key: chain.model_copy(
            update={
                "members": _once(renamed(chain.members, "item")),
                "dependencies": tuple(
                    each for each in renamed(chain.dependencies, "before", "after") if each.before != each.after
                ),
                "material_rules": renamed(chain.material_rules, "item"),
            }
        )
        for key, chain in definitions.chains.items()
        if any(each.item == twin.key for each in chain.members)
    }


def _once(members: Iterable[Member]) -> tuple[Member, ...]:
    found: dict[str, Member] = {}
    for each in members:
        seen = found.get(each.item)
        found[each.item] = seen.model_copy(update={"when": Any((seen.when, each.when))}) if seen else each
    return tuple(found.values())


def _without(values: tuple[T, ...], at: int) -> tuple[T, ...]:
    return (*values[:at], *values[at + 1 :])


def _number(path: str) -> int:
    return int(path.split("/")[1])


_ITEM_FIXES: dict[str, Callable[[ServiceItem, str], ServiceItem | None]] = {
    "Q18_SHAREABLE": _shared,
    "Q01_CATCH_ALL": _without_material,
    "Q15_AGENCY_BASIS": _without_material,
    "Q06_SLACK": _within_the_steps,
    "Q04_BEYOND_LAW": _within_the_law,
}
_CHAIN_FIXES: dict[str, Callable[[Chain, str, Mapping[str, ServiceItem]], Chain | None]] = {
    "DEAD_QUESTION": _without_question,
    "UNREACHABLE_QUESTION": _without_question,
    "FACT_ASKED_TWICE": _without_question,
    "UNREACHABLE_ITEM": _without_member,
    "ITEM_TWICE": _listed_once,
    "PROMISE_BEYOND_LAW": _promise_within_the_law,
}
