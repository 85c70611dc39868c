"""What the definitions demand, read for the verifier: every condition a node of one decision diagram."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_CEILING, Decimal

from lianban.core.chains.answers import read_back
from lianban.core.chains.domains import domains_of
from lianban.core.chains.model import Chain, Dependency, DependencyKind, MaterialRule
from lianban.core.chains.plan import Plan
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.conditions.algebra import All, Any, Condition, Const, Not
from lianban.core.conditions.diagram import FALSE, TRUE
from lianban.core.conditions.space import Space, variables_of
from lianban.core.conditions.truth import residual
from lianban.core.items.model import FormField, MaterialNeed, ServiceItem
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import Vocabulary


class Objection(Value):
    """What is wrong with a plan. rule: a stable name. where: the path of the value."""

    rule: str
    where: str
    message: str


class Reading:
    """The definitions under the plan's answers.

    members: each item's key → when it is needed. fields, materials: (item, key) → when it is demanded. All are nodes:
    0 is never, 1 is always, equal circumstances have equal numbers.
    """

    def __init__(self, plan: Plan, chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> None:
        self.plan, self.chain, self.items, self.vocabulary = plan, chain, items, vocabulary
        self._facts = read_back(plan.facts, chain)
        conditions = list(_conditions(plan, chain, items))
        self._space = Space(variables_of(conditions, domains_of(chain)), 500_000)
        self._nodes: dict[int, tuple[Condition, int]] = {}
        self._fields: dict[tuple[str, str], FormField] = {}
        self.entries: dict[tuple[str, str], MaterialNeed] = {}
        self.members = {
            key: self.either(self.node(each.when) for each in chain.members if each.item == key)
            for key in sorted({each.item for each in chain.members})
        }
        self.live = {key: node for key, node in self.members.items() if node != FALSE}
        self.fields = {(item, each.key): node for item, each, node in self._read_fields()}
        self.materials = {(item, each.key): node for item, each, node in self._read_materials() if node != FALSE}

    def node(self, condition: Condition) -> int:
        """Return what the answers leave of a condition."""
        if isinstance(condition, Const):
            return TRUE if condition.value else FALSE
        known = self._nodes.get(id(condition))
        if known is None:
            known = (condition, self._space.compile(residual(condition, self._facts)))
            self._nodes[id(condition)] = known
        return known[1]

    def both(self, one: int, other: int) -> int:
        """Return when both hold."""
        return self._space.diagrams.both(one, other)

    def either(self, nodes: Iterable[int]) -> int:
        """Return when at least one holds."""
        found = FALSE
        for node in nodes:
            found = self._space.diagrams.either(found, node)
        return found

    def without(self, one: int, other: int) -> int:
        """Return when one holds and the other does not."""
        return self.both(one, self._space.diagrams.opposite(other))

    def implies(self, one: int, other: int) -> bool:
        """Return whether the other holds wherever the one does."""
        return self.without(one, other) == FALSE

    def field(self, item: str, key: str) -> FormField:
        """Return a department's field. Raises KeyError when there is none."""
        return self._fields[item, key]

    def days(self, key: str) -> Decimal:
        """Return the working days an item takes: those of its steps where the answers decide them, else promised."""
        item = self.items[key]
        steps = [(self.node(step.when), step) for step in item.steps if step.counted]
        decided = all(node in (TRUE, FALSE) for node, _ in steps)
        if decided and any(step.when != Const(True) for step in item.steps):
            return sum((in_working_days(step.limit) for node, step in steps if node == TRUE), Decimal(0))
        return in_working_days(item.promised_limit)

    def is_form(self, item: str, key: str) -> bool:
        """Return whether the merged form takes the place of a department's entry."""
        entry, form = self.entries[item, key], self.items[item].form
        kind = self.vocabulary.kinds.get(entry.kind)
        filled = kind.replaced_by_form if kind else entry.kind.startswith("form.")
        return bool(filled and form and form.fields)

    def awaited(self) -> Iterator[Dependency]:
        """Yield the waiting that the chain declares."""
        for each in self.chain.dependencies:
            together = self.both(self.live.get(each.before, FALSE), self.live.get(each.after, FALSE))
            if each.kind is not DependencyKind.PARALLEL and together != FALSE and self.node(each.when) != FALSE:
                yield each

    def _read_fields(self) -> Iterator[tuple[str, FormField, int]]:
        for key, need in self.members.items():
            form = self.items[key].form
            for field in form.fields if form else ():
                self._fields[key, field.key] = field
                yield key, field, self.both(need, self.node(field.when))

    def _read_materials(self) -> Iterator[tuple[str, MaterialNeed, int]]:
        for key, need in self.members.items():
            rules = [rule for rule in self.chain.material_rules if rule.item == key]
            for entry in (*self.items[key].materials, *_added(self.items[key], rules)):
                self.entries[key, entry.key] = entry
                mine = [rule for rule in rules if entry.kind and rule.kind == entry.kind]
                added = self.either((self.node(entry.when), *(self.node(rule.when) for rule in mine if rule.adds)))
                taken = self.either(self.node(rule.when) for rule in mine if not rule.adds)
                yield key, entry, self.both(need, self.without(added, taken))


def _added(item: ServiceItem, rules: Iterable[MaterialRule]) -> Iterator[MaterialNeed]:
    seen = {entry.kind for entry in item.materials}
    for rule in rules:
        if rule.adds and rule.kind not in seen:
            seen.add(rule.kind)
            name = next((each.name for each in rules if each.kind == rule.kind and each.name), rule.kind)
            yield MaterialNeed(key=f"chain.{rule.kind}", name=name, kind=rule.kind, when=Const(False))


def _conditions(plan: Plan, chain: Chain, items: Mapping[str, ServiceItem]) -> Iterator[Condition]:
    yield from (member.when for member in chain.members)
    yield from (dependency.when for dependency in chain.dependencies)
    yield from (rule.when for rule in chain.material_rules)
    for item in (items[member.item] for member in chain.members):
        yield from (entry.when for entry in item.materials)
        yield from (step.when for step in item.steps)
        yield from (field.when for field in (item.form.fields if item.form else ()))
    for planned in plan.items:
        yield planned.because
    for field in (field for section in plan.sections for field in section.fields):
        yield All((field.when, Any((field.required, Not(field.when)))))
    for material in plan.materials:
        yield from (material.when, *(use.when for use in material.uses))


def in_working_days(limit: TimeLimit) -> Decimal:
    """Return a limit in working days: 5 of 7 calendar days (rounded up), 22 a month, 250 a year, 8 hours each."""
    match limit.unit:
        case DayUnit.CALENDAR_DAY:
            return (limit.length * 5 / 7).to_integral_value(ROUND_CEILING)
        case DayUnit.HOUR:
            return limit.length / 8
        case DayUnit.MONTH:
            return limit.length * 22
        case DayUnit.YEAR:
            return limit.length * 250
        case _:
            return limit.length
