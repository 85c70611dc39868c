"""What the definitions demand under a plan's answers, read for the verifier alone: it shares nothing with the composer.

Circumstances are nodes of one decision diagram: 0 is never, 1 is always, equal numbers hold in the same cases.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal
from functools import cache, reduce
from graphlib import TopologicalSorter
from typing import Any, NamedTuple

from lianban.core.chains.answers import read_back
from lianban.core.chains.domains import domains_of
from lianban.core.chains.model import Chain, DependencyKind
from lianban.core.chains.plan import Edge, FieldUse, Plan
from lianban.core.chains.units import factor
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition
from lianban.core.conditions.diagram import FALSE, TRUE
from lianban.core.conditions.space import Space, variables_of
from lianban.core.conditions.truth import residual
from lianban.core.items.model import FormField, MaterialNeed, ServiceItem, Step
from lianban.core.vocabulary.model import Column, DataElement, Option, ValueType, Vocabulary

_T = ValueType
_LISTS, _NUMBERS = frozenset({_T.CHOICE, _T.CHOICES}), frozenset({_T.INTEGER, _T.NUMBER, _T.MONEY})
_TAKES = {each: frozenset({each}) for each in _T} | {_T.NUMBER: _NUMBERS, _T.MONEY: _NUMBERS - {_T.NUMBER}}
_TAKES |= {_T.CHOICES: _LISTS, _T.DATE: frozenset({_T.DATE, _T.DATETIME})}
_TAKES |= dict.fromkeys((_T.TEXT, _T.LONG_TEXT), frozenset(_T) - {_T.TABLE})
_IN_DAYS = {DayUnit.CALENDAR_DAY: (5, 7), DayUnit.HOUR: (1, 8), DayUnit.MONTH: (22, 1), DayUnit.YEAR: (250, 1)}
SURVEY = "联合踏勘"
ACTS: dict[str, tuple[str, ...]] = {"一窗受理": ("收件", "受理", "申请", "预审", "申报")}
ACTS |= {"统一出件": ("制证", "送达", "发证", "出证", "出件", "领证", "办结", "制发", "颁证", "归档")}
Waits = Mapping[tuple[str, str], Sequence[Edge]]
Standard = DataElement | Column | None


class Claim(NamedTuple):
    """A department's entry: when it is demanded, who yields it, when nobody does, whether the form replaces it."""

    entry: MaterialNeed
    demand: int
    makers: Sequence[str]
    left: int
    is_form: bool


class Part(NamedTuple):
    """What a department asks for, a field or a column: the number of its use, and the standard it is told by."""

    use: int
    own: FormField | Column
    known: Standard


class Reading:
    """The definitions under the plan's answers.

    needs: item → when it is needed; live: those that may be. fields, claims: (item, key) → what is asked, and when.
    """

    def __init__(self, plan: Plan, chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> None:
        self.plan, self.chain, self.items, self.words = plan, chain, items, vocabulary
        self.merged = [field for section in plan.sections for field in section.fields]
        self.forms = {key: item.form.fields if item.form else () for key, item in items.items()}
        keys = sorted({member.item for member in chain.members})
        stated: list[Any] = [*chain.members, *chain.dependencies, *chain.material_rules, *self.merged, *plan.materials]
        stated += [each for key in keys for each in (*items[key].materials, *items[key].steps, *self.forms[key])]
        stated += [use for material in plan.materials for use in material.uses]
        conditions = [each.when for each in stated] + [each.required for each in self.merged]
        conditions += [each.because for each in plan.items]
        self._space = Space(variables_of(conditions, domains_of(chain)), 500_000)
        self._facts = read_back(plan.facts, chain)
        self._nodes: dict[int, tuple[Condition, int]] = {}
        self.both, self.opposite = self._space.diagrams.both, self._space.diagrams.opposite
        self.needs = {key: self.either(self.node(m.when) for m in chain.members if m.item == key) for key in keys}
        self.live = {key: need for key, need in self.needs.items() if need != FALSE}
        asked = {(key, own.key): own for key in self.live for own in self.forms[key]}
        demands = {key: (own, self.both(self.live[key[0]], self.node(own.when))) for key, own in asked.items()}
        self.fields = {key: demand for key, demand in demands.items() if demand[1] != FALSE}
        self.claims = {key: claim for key, claim in self._read_claims() if claim.demand != FALSE}

    def node(self, when: Condition) -> int:
        """Return what the answers leave of a condition."""
        known = self._nodes.get(id(when)) or (when, self._space.compile(residual(when, self._facts)))
        self._nodes[id(when)] = known
        return known[1]

    def either(self, whens: Iterable[int]) -> int:
        """Return when at least one holds."""
        return reduce(self._space.diagrams.either, whens, FALSE)

    def days(self, item: ServiceItem) -> Decimal:
        """Return the working days an item takes: those of its steps where the answers decide them, else promised."""
        steps = [(self.node(step.when), step.limit) for step in item.steps if step.counted]
        if any(each.when != ALWAYS for each in item.steps) and {node for node, _ in steps} <= {TRUE, FALSE}:
            return sum((in_days(limit) for node, limit in steps if node == TRUE), Decimal(0))
        return in_days(item.promised_limit)

    def steps(self, key: str) -> list[Step]:
        return [step for step in self.items[key].steps if step.counted and self.node(step.when) != FALSE]

    def slots_of(self, uses: Sequence[FieldUse], is_group: bool) -> dict[str, list[Part]]:
        """What departments ask for, under the key of the merged column it is (empty: the field itself)."""
        slots: dict[str, list[Part]] = {"": []}
        for number, use in enumerate(uses):
            own = self.fields[use.item, use.field][0]
            element = self.words.elements.get(own.element)
            slots[""].append(Part(number, own, element))
            standard = element.columns if element else ()
            for each in own.columns:
                known = next((k for k in standard if k.key == each.key or plain(k.name) == plain(each.name)), None)
                slots.setdefault(known.key if known else each.key, []).append(Part(number, each, known))
            if is_group:
                listed = bool(own.options or (element and element.options))
                fits = element and element.type is not _T.TABLE and (element.type in _LISTS) == listed
                kind = element.type if element and fits else _T.CHOICE if listed else _T.TEXT
                told = {"name": own.name, "name_en": own.name_en, "options": own.options, "required": own.required}
                column = Column(key=own.key, type=kind, **told)
                slots.setdefault(own.element.partition(".")[2], []).append(Part(number, column, element))
        if len(slots) == 1 and element and element.columns:
            slots |= {each.key: [Part(-1, each, each)] for each in element.columns}
        elif len(slots) == 1 and own.type is _T.TABLE:
            slots["value"] = [Part(number, Column(key=e.key, name=e.name), None) for number, e, _ in slots[""]]
        return slots

    def _read_claims(self) -> Iterator[tuple[tuple[str, str], Claim]]:
        later = followers(self.live, [(each.before, each.after) for each in self._declared()])
        for key, item in ((key, self.items[key]) for key in self.live):
            rules = [rule for rule in self.chain.material_rules if rule.item == key]
            listed = {each.kind for each in item.materials}
            adds = dict.fromkeys(rule.kind for rule in rules if rule.adds and rule.kind not in listed)
            names = {kind: next((r.name for r in rules if r.kind == kind and r.name), kind) for kind in adds}
            added = [MaterialNeed(key=f"chain.{kind}", name=names[kind], kind=kind, when=NEVER) for kind in adds]
            for entry in (*item.materials, *added):
                mine = [(rule.adds, self.node(rule.when)) for rule in rules if entry.kind and rule.kind == entry.kind]
                asked = self.either([self.node(entry.when), *(node for adds, node in mine if adds)])
                spared = self.either(node for adds, node in mine if not adds)
                demand = self.both(self.live[key], self.both(asked, self.opposite(spared)))
                kind = self.words.kinds.get(entry.kind)
                is_form = bool((kind.replaced_by_form if kind else entry.kind.startswith("form.")) and self.forms[key])
                others = [] if is_form or not entry.kind else sorted(self.live.keys() - later[key] - {key})
                makers = [one for one in others if any(each.kind_key == entry.kind for each in self.items[one].results)]
                makers = [one for one in makers if self.both(self.live[one], demand) != FALSE]
                left = self.both(demand, self.opposite(self.either(self.live[one] for one in makers)))
                yield (key, entry.key), Claim(entry, demand, makers, FALSE if is_form else left, is_form)

    def _declared(self) -> Iterator[Edge]:
        for each in self.chain.dependencies:
            together = self.both(self.live.get(each.before, FALSE), self.live.get(each.after, FALSE))
            if each.kind is not DependencyKind.PARALLEL and FALSE not in (together, self.node(each.when)):
                name, via = self.items[each.before].name, f"（{each.via}）" if each.via else ""
                is_material = each.kind is DependencyKind.MATERIAL
                why = f"要用“{name}”的{each.via or '结果'}" if is_material else f"“{name}”办结后才能办理{via}"
                yield Edge(before=each.before, after=each.after, kind=each.kind, via=each.via, reason=each.note or why)

    def waits(self) -> Waits:
        """Return who waits for whom and why: a result that is a material says more than a declaration."""
        made: dict[tuple[str, str], list[Edge]] = {}
        for (item, _), claim in self.claims.items():
            for maker in claim.makers:
                via = next(each.name for each in self.items[maker].results if each.kind_key == claim.entry.kind)
                why = {"kind": DependencyKind.MATERIAL, "reason": f"要用“{self.items[maker].name}”办出的{via}"}
                made.setdefault((maker, item), []).append(Edge(before=maker, after=item, via=via, **why))
        told: dict[tuple[str, str], list[Edge]] = {}
        for each in self._declared():
            told.setdefault((each.before, each.after), []).append(each)
        self.precedences = {(e.before, e.after, e.via) for edges in (*made.values(), *told.values()) for e in edges}
        return told | made


def meet(parts: Sequence[Part]) -> dict[str, Any]:
    """What all of these take of one fact; its type is None when they cannot be asked as one."""
    own, known = [part.own for part in parts], parts[0].known
    fields = [each for each in own if isinstance(each, FormField)]
    words = {option.value: option for option in (known.options if known else ())}
    open_ = [each for each in fields if each.type in _LISTS and not each.options and not words]
    types = {_T.TEXT if each in open_ else each.type for each in own}
    fits = frozenset.intersection(*(_TAKES[each] for each in types))
    listing = [each.options for each in own if each.options and (not fields or each.type in _LISTS)]
    lists = [{meaning(option, known): option for option in reversed(each)} for each in listing]
    shortest = min(lists, key=len, default=words if not fields or (fits and fits <= _LISTS) else {})
    standard = known.unit if isinstance(known, DataElement) else ""
    counted = [(each, each.unit or standard) for each in fields if each.type in _NUMBERS]
    units = {unit for _, unit in counted}
    unit = standard if standard in units else min(units, default="")
    by = {each: factor(each, unit) or Decimal(0) for each in units}
    low = max((each.minimum * by[given] for each, given in counted if each.minimum is not None), default=None)
    high = min((each.maximum * by[given] for each, given in counted if each.maximum is not None), default=None)
    clashes = [each for each in units if not by[each] or (each != unit and fits == {_T.INTEGER})]
    is_empty = len(own) > 1 and low is not None and high is not None and low > high
    at_odds = clashes or is_empty or any(shortest.keys() - each.keys() for each in lists)
    alike = [each for each in _T if each in fits and (len(types) > 1 or each in types)]
    named = known or own[0]
    offered = (words.get(key) or each.model_copy(update={"value": key}) for key, each in shortest.items())
    return {
        "type": None if at_odds else max(alike, key=lambda each: len(_TAKES[each]), default=None),
        "unit": unit, "minimum": low, "maximum": high, "name": named.name, "name_en": named.name_en,
        "max_length": min((each.max_length for each in fields if each.max_length), default=None),
        "options": frozenset(offered), "required": any(each.required for each in own),
    }  # fmt: skip


def meaning(option: Option, known: Standard) -> str:
    """What a choice is, whatever its code: the standard's choice of the same name, else its own name."""
    telling = len(option.value) > 2 and not any(sign.isdigit() for sign in option.value)
    for each in known.options if known else ():
        if plain(each.label) == plain(option.label) or (telling and each.value == option.value):
            return each.value
    return plain(option.label)


@cache
def plain(text: str) -> str:
    return "".join(text.translate(str.maketrans("（）：，；", "():,;")).split())


def followers(keys: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return what waits for each key, at any remove, the last to be done first. Raises CycleError."""
    after: dict[str, set[str]] = {key: set() for key in keys}
    for one, two in pairs:
        after[one].add(two)
    far: dict[str, set[str]] = {}
    for key in TopologicalSorter(after).static_order():
        far[key] = after[key].union(*(far[each] for each in after[key]))
    return far


def earliest(order: Iterable[str], pairs: Iterable[tuple[str, str]], days: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return when each can begin at the earliest."""
    starts: dict[str, Decimal] = {}
    for key in order:
        starts[key] = max((starts[one] + days[one] for one, two in pairs if two == key), default=Decimal(0))
    return starts


def in_days(limit: TimeLimit) -> Decimal:
    """In working days: 5 of 7 calendar days (rounded up), 22 a month, 250 a year, 8 hours each."""
    days, of = _IN_DAYS.get(limit.unit, (1, 1))
    length = limit.length * days / of
    return length.to_integral_value(ROUND_CEILING) if limit.unit is DayUnit.CALENDAR_DAY else length


def act_of(step: Step) -> str:
    """What a step becomes; nothing when it is a review."""
    if step.on_site and any(sign in step.name for sign in "查勘踏核评验"):
        return "联合踏勘"
    return next((act for act, signs in ACTS.items() if any(sign in step.name for sign in signs)), "")
