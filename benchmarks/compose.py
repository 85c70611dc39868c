"""How fast a chain compiles, and how its cost grows.

Limits: 12 items with 180 fields in 5 ms, 100 items with 2,000 fields in 150 ms, and from 10 to 1,000 items no worse
than n log n. For scale, the same definitions are parsed from JSON in the same run. Each time is the least of several
runs, in CPU time of this process.

Run: `python benchmarks/compose.py`.
"""

import sys
from decimal import Decimal
from math import log
from pathlib import Path

from pydantic import TypeAdapter

from lianban.adapters.catalogue_files import read_catalogue
from lianban.core.chains.compose import compose
from lianban.core.chains.model import Chain, Dependency, DependencyKind, Member
from lianban.core.chains.plan import Plan
from lianban.core.chains.verifier import verify
from lianban.core.clocks.limits import TimeLimit
from lianban.core.conditions.text import parse
from lianban.core.items.model import DepartmentForm, FormField, HandlingType, ItemResult, MaterialNeed, ServiceItem
from lianban.core.vocabulary.model import DataElement, MaterialKind, ValueType, Vocabulary

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._cpu_time import TOLD, least_ms

LIMITS = {12: 5.0, 100: 150.0}
ITEMS = TypeAdapter(list[ServiceItem])


def catalogue(count: int, per_item: int) -> tuple[Chain, dict[str, ServiceItem], Vocabulary]:
    """A catalogue: a third of all fields are shared, a fifth have conditions, and items wait for one another."""
    shared = [f"entity.fact_{n}" for n in range(12)]
    own = {f"own_{i}.fact_{n}" for i in range(count) for n in range(per_item)}
    elements = {key: DataElement(key=key, name=key) for key in (*shared, *own)}
    kinds = {f"doc.{n}": MaterialKind(key=f"doc.{n}", name=f"材料{n}") for n in range(20)}
    items = {f"item_{i:04}": _item(i, per_item, shared) for i in range(count)}
    keys = list(items)
    waits = tuple(
        Dependency(before=keys[i // 3], after=keys[i], kind=DependencyKind.PREREQUISITE) for i in range(1, count)
    )
    members = tuple(Member(item=key, when=parse("真" if i % 4 else "big")) for i, key in enumerate(keys))
    chain = Chain(key="bench", code="0", name="链", lead_authority="lead", members=members, dependencies=waits)
    return chain, items, Vocabulary(elements=elements, kinds=kinds)


def _item(number: int, per_item: int, shared: list[str]) -> ServiceItem:
    fields = tuple(
        FormField(
            key=f"f{n}",
            name=f"字段{n}",
            element=shared[n % len(shared)] if n % 3 == 0 else f"own_{number}.fact_{n}",
            type=ValueType.TEXT,
            max_length=50 + n,
            when=parse("agent.used" if n % 5 == 0 else "真"),
        )
        for n in range(per_item)
    )
    limit = TimeLimit(length=Decimal(number % 20))
    return ServiceItem(
        key=f"item_{number:04}",
        name=f"事项{number}",
        type="行政许可",
        authority=f"bureau_{number % 9}",
        promised_limit=limit,
        handling_type=HandlingType.PROMISED,
        form=DepartmentForm(title="申请表", fields=fields),
        materials=tuple(MaterialNeed(key=f"m{n}", name="材料", kind=f"doc.{(number + n) % 20}") for n in range(6)),
        results=(ItemResult(name="证", kind_key=f"doc.{number}" if number < 3 else ""),),
    )


def measured(count: int, per_item: int) -> tuple[float, float, int]:
    """Return the milliseconds to compile and to parse, and the number of fields."""
    chain, items, words = catalogue(count, per_item)
    written = ITEMS.dump_json(list(items.values()))
    compiled = least_ms(lambda: compose(chain, items, words, {"big": True}))
    return compiled, least_ms(lambda: ITEMS.validate_json(written)), count * per_item


def main() -> int:
    """Print the figures; return 1 when a limit is passed."""
    held = True
    print(TOLD)
    for count, per_item in ((12, 15), (100, 20)):
        compiled, parsed, fields = measured(count, per_item)
        held = held and compiled <= LIMITS[count]
        print(
            f"{count:5} items {fields:6} fields: compose {compiled:7.2f} ms (limit {LIMITS[count]:g}), "
            f"parse {parsed:7.2f} ms, ratio {compiled / parsed:.2f}"
        )
    small, _, _ = measured(10, 15)
    large, _, _ = measured(1000, 15)
    bound = 100 * log(1000) / log(10)
    held = held and large / small <= bound
    print(f"growth 10 → 1000 items: {small:.2f} → {large:.1f} ms, {large / small:.0f} times (n log n: {bound:.0f})")
    print(f"limits: {'hold' if held else 'broken'}")
    _shipped()
    return 0 if held else 1


def _shipped() -> None:
    known = read_catalogue()
    for key, chain in known.chains.items():
        plan: Plan = compose(chain, known.items, known.vocabulary)
        compiled = least_ms(lambda chain=chain: compose(chain, known.items, known.vocabulary))
        checked = least_ms(lambda c=chain, p=plan: verify(p, c, known.items, known.vocabulary), 3)
        print(f"{key:22} compose {compiled:6.2f} ms, verify {checked:6.2f} ms")


if __name__ == "__main__":
    sys.exit(main())
