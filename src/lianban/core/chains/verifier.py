"""The independent check of a plan. It reads the definitions anew and knows nothing of how the plan was made.

What a plan must say is worked out again and compared, value by value, circumstances as sets of cases, so for every
combination of answers. The certificate's sequence and the schedule are witnesses: each line must follow from the rest.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from lianban.core.chains import answers, counting, domains, material_lists, sections, telling
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import HANDED_IN, Drop, Marking, MergedField, MergedMaterial, Need, Plan
from lianban.core.conditions.algebra import ALWAYS, Condition
from lianban.core.conditions.cases import Cases, conditions_in
from lianban.core.conditions.diagram import FALSE, TRUE, DiagramTooLarge
from lianban.core.items.acts import JOINT, act_of
from lianban.core.items.durations import duration_of
from lianban.core.items.fields import Takes, takes
from lianban.core.items.model import MaterialForm, MaterialNeed, ServiceItem
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import MaterialKind, ValueType, Vocabulary
from lianban.core.vocabulary.units import factor
from lianban.core.vocabulary.value_types import ACCEPTED


class Objection(Value):
    """What is wrong with a plan. rule: a stable name. where: the path of the value."""

    rule: str
    where: str
    message: str


class _Claim(NamedTuple):
    """A department's entry: when it is demanded, who yields it, when nobody does. By neither: the form replaces it."""

    entry: MaterialNeed
    demand: int
    makers: Sequence[str]
    left: int


def verify(plan: Plan, chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> tuple[Objection, ...]:
    """Return everything that is wrong with a plan; nothing when it does what its certificate claims."""
    found: list[Objection] = []
    try:
        found.extend(_Check(plan, chain, items, vocabulary).objections())
    except (DiagramTooLarge, LookupError) as error:
        found.append(Objection(rule="UNKNOWN", where=str(error.args[0]), message="方案与定义无法对照。"))
    return tuple(found)


class _Check:
    """A plan, held against the definitions. needs: item → the cases in which it is needed; live: those that may be."""

    def __init__(self, plan: Plan, chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> None:
        self.plan, self.chain, self.words, self.process = plan, chain, vocabulary, plan.process
        self.items = {key: items[key] for key in sorted({member.item for member in chain.members})}
        self.merged = [field for section in plan.sections for field in section.fields]
        known = answers.read_back(plan.facts, chain)
        self.cases = Cases(conditions_in((plan, chain, *self.items.values())), domains.domains_of(chain), known)
        self.of, self.either, self.meet = self.cases.of, self.cases.either, self.cases.meet
        self.needs = {key: self.either(self.of(m.when) for m in chain.members if m.item == key) for key in self.items}
        self.live = {key: self.items[key] for key, need in self.needs.items() if need != FALSE}
        self.days = {key: duration_of(item, self.cases.left_of) for key, item in self.items.items()}
        steps = [(key, step) for key, item in self.live.items() for step in item.counted_steps]
        self.steps = self._asked((key, str(at), step, step.when) for at, (key, step) in enumerate(steps))
        forms = [(key, own) for key, item in self.live.items() for own in item.fields]
        self.fields = self._asked((key, own.key, own, own.when) for key, own in forms)
        waits = [telling.told_dependency(each, items[each.before]) for each in chain.waits
                 if self.meet(self.of(each.when), self.needs[each.before], self.needs[each.after])]  # fmt: skip
        later, lists = self._reach([each.pair for each in waits]), material_lists.lists_of(chain, self.live)
        entries = self._asked((key, each.key, each, when) for key, each, when in lists)
        self.claims = {key: self._claim(key[0], *each, later[key[0]]) for key, each in entries.items()}
        makers = [(items[one], claim, key) for (key, _), claim in self.claims.items() for one in claim.makers]
        made = [telling.told_result(maker, claim.entry.kind, key) for maker, claim, key in makers]
        self.waits = made + [each for each in waits if each.pair not in {one.pair for one in made}]
        self.pairs = {each.pair for each in self.waits}

    def _asked(self, stated: Iterable[tuple[str, str, Any, Condition]]) -> dict[tuple[str, str], tuple[Any, int]]:
        """Return what may be asked for, each with its cases, by item and key. stated: item, key, what, and when."""
        cases = ((key, at, each, self.cases.both(self.needs[key], self.of(when))) for key, at, each, when in stated)
        return {(key, at): (each, when) for key, at, each, when in cases if when != FALSE}

    def _claim(self, key: str, entry: MaterialNeed, demand: int, later: set[str]) -> _Claim:
        if self.items[key].fields and self.words.is_form(entry.kind):
            return _Claim(entry, demand, (), FALSE)
        others = sorted(one for one in self.live.keys() - later - {key} if self.items[one].yields(entry.kind))
        makers = [one for one in others if self.meet(self.needs[one], demand)]
        return _Claim(entry, demand, makers, self.cases.without(demand, self.either(self.needs[one] for one in makers)))

    def _reach(self, waits: Collection[tuple[str, str]]) -> dict[str, set[str]]:
        """Return what follows each item, at any remove. Raises KeyError where the certificate is no order of them."""
        far: dict[str, set[str]] = {}
        for key in reversed(self.plan.certificate.sequence):
            next_ = {two for one, two in waits if one == key}
            far[key] = next_.union(*(far[each] for each in next_))
        return far

    def _same(self, where: str, entry: Value, **expected: object) -> Iterator[Objection]:
        """Compare an entry's values with what they must be; conditions by their cases, sets in any order."""
        for name in type(entry).model_fields.keys() & expected.keys():
            found, value = getattr(entry, name), expected[name]
            if isinstance(value, frozenset) and len(set(found)) == len(found):
                found = frozenset(found)
            if (self.of(found) if isinstance(found, Condition) else found) != value:
                message = f"“{telling.CALLED.get(name, name)}”与定义不符：{found}"
                yield Objection(rule="DIFFERENT", where=f"{where}/{name}", message=message)

    def objections(self) -> Iterator[Objection]:
        """Yield everything that is wrong."""
        plan, chain = self.plan, self.chain
        yield from self._same("plan", plan, chain=chain.key, name=chain.name, name_en=chain.name_en)
        yield from _listed("items", (each.key for each in plan.items), self.needs)
        for each in plan.items:
            need = {TRUE: Need.CERTAIN, FALSE: Need.NOT_NEEDED}.get(self.needs[each.key], Need.POSSIBLE)
            told = telling.told_item(self.items[each.key], need, ALWAYS, self.days[each.key])
            yield from self._same(f"items/{each.key}", each, **vars(told) | {"because": self.needs[each.key]})
        served = (f"{use.item}/form/fields/{use.field}" for field in self.merged for use in field.uses)
        yield from _listed("items", served, map("/form/fields/".join, self.fields))
        served = (f"{use.item}/materials/{use.material}" for each in plan.materials for use in each.uses)
        yield from _listed("items", served, map("/materials/".join, self.claims))
        keys = [f"sections/{each.key}" for each in plan.sections] + [f"materials/{each.key}" for each in plan.materials]
        yield from _listed("plan", keys, set(keys))
        for check in (*map(self._field, self.merged), *map(self._material, plan.materials)):
            yield from check
        for check in (self._sections(), self._asked_twice(), self._order(), self._times(), self._figures()):
            yield from check

    def _sections(self) -> Iterator[Objection]:
        for section in self.plan.sections:
            uses = [[(use.item, use.field) for use in field.uses] for field in section.fields]
            asked = [(self.fields[each[0]][0].element, [self.items[item] for item, _ in each]) for each in uses]
            if {sections.place_of(*each) for each in asked} != {(section.key, (section.title, section.title_en))}:
                yield Objection(rule="DIFFERENT", where=f"sections/{section.key}", message="标题或其中的填写项不对。")

    def _asked_twice(self) -> Iterator[Objection]:
        asking: dict[str, list[MergedField]] = {}
        for field in self.merged:
            for fact in {self.fields[use.item, use.field][0].element for use in field.uses}:
                asking.setdefault(fact or field.key, []).append(field)
        for one, other in (pair for fields in asking.values() for pair in combinations(fields, 2)):
            parts = [*self._parts(one), *self._parts(other)]
            if one.key == other.key or all(_meet(each)["type"] for each in (parts, *_columns(parts).values())):
                yield Objection(rule="ASKED_TWICE", where=f"fields/{other.key}", message=f"与“{one.key}”是同一件事。")

    def _parts(self, field: MergedField, is_group: bool = False) -> list[Takes]:
        asked = [self.fields[use.item, use.field][0] for use in field.uses]
        return [takes(own, self.words.elements.get(own.element), is_group) for own in asked]

    def _field(self, field: MergedField) -> Iterator[Objection]:
        where, asked = f"fields/{field.key}", [self.fields[use.item, use.field] for use in field.uses]
        facts, alone = {own.element for own, _ in asked}, {f"{use.item}.{use.field}" for use in field.uses}
        is_group = len(facts) > 1
        one = {each.partition(".")[0] for each in facts} if is_group else facts - {""} or alone
        if len(one) != 1 or field.key not in (one if is_group else one | alone):
            yield Objection(rule="NOT_ONE_FACT", where=where, message="没有部门需要它，或合并的不是同一件事。")
            return
        parts = self._parts(field, is_group)
        columns, told = _columns(parts), telling.told_field(field.key, [own for own, _ in asked], self.words.elements)
        yield from _listed(f"{where}/columns", (each.key for each in field.columns), columns)
        for column in field.columns:
            yield from self._same(f"{where}/columns/{column.key}", column, **_meet(columns[column.key]))
        when, required = (self.either(at for own, at in asked if own.required or every) for every in (True, False))
        yield from self._same(where, field, **_meet(parts) | told | {"when": when, "required": required})
        for part, (own, _), use in zip(parts, asked, field.uses, strict=True):
            mine = {key: each.key for key, each in (part.columns or part.rows).items() if each.key and key in columns}
            only = next((column for column in field.columns if mine == {column.key: own.key}), field)
            options = {each.value: part.codes[each.value] for each in only.options if each.value in part.codes}
            place = f"{where}/uses/{use.item}/{use.field}"
            yield from self._same(place, use, name=own.name, columns=mine, options=options)

    def _material(self, material: MergedMaterial) -> Iterator[Objection]:
        where, claims = f"materials/{material.key}", [self.claims[use.item, use.material] for use in material.uses]
        entries = [claim.entry for claim in claims]
        asked = zip(material.uses, entries, strict=True)
        if {self.words.document_of(use.item, each.key, each.kind) for use, each in asked} != {material.key}:
            yield Objection(rule="NOT_ONE_DOCUMENT", where=where, message="没有部门需要它，或合并的不是同一份材料。")
            return
        kind = self.words.kinds.get(entries[0].kind)
        told = telling.told_material(entries, kind) | self._marked(claims, kind)
        strictest = max((each.form for each in entries), key=list(MaterialForm).index)
        yield from self._same(where, material, **told, form=strictest, copies=max(each.copies for each in entries))
        carrier = min((c for c in claims if c.left != FALSE), key=lambda c: not c.entry.is_insisted, default=None)
        spared = {Marking.EXEMPT: Drop.SHARED, Marking.COMMITMENT: Drop.COMMITMENT}.get(material.marking)
        for use, claim in zip(material.uses, claims, strict=True):
            dropped = spared or (None if claim is carrier else Drop.DUPLICATE)
            if claim.left == FALSE:
                dropped = Drop.PRODUCED if claim.makers else Drop.FORM
            reason = dropped.said(self.items[each].name for each in claim.makers) if dropped else ""
            place = f"{where}/uses/{use.item}/{use.material}"
            yield from self._same(place, use, name=claim.entry.name, when=claim.demand, dropped=dropped, reason=reason)

    def _marked(self, claims: Sequence[_Claim], kind: MaterialKind | None) -> dict[str, Any]:
        open_ = [claim for claim in claims if claim.left != FALSE]
        when = self.either([claim.left for claim in open_] or [claim.demand for claim in claims])
        insisted = self.either(claim.left for claim in open_ if claim.entry.is_insisted)
        is_open, filled = bool(open_), not any(claim.makers or claim.left for claim in claims)
        is_fetched = any(claim.entry.is_fetched for claim in claims) or bool(kind and (kind.shared or kind.e_licence))
        promised = is_open and all(claim.entry.commitment for claim in open_)
        later = is_open and all(claim.entry.is_tolerable for claim in open_)
        ways = {Marking.INTERNAL: not is_open and not filled, Marking.EXEMPT: not is_open or is_fetched}
        ways |= {Marking.COMMITMENT: promised, Marking.TOLERABLE: later, Marking.REQUIRED: insisted == TRUE}
        marking = next((each for each, holds in ways.items() if holds), Marking.CONDITIONAL)
        makers = tuple(dict.fromkeys(maker for claim in claims for maker in claim.makers))
        first = min(makers, key=lambda each: (self.needs[each] != TRUE, each), default="")
        return {
            "marking": marking, "when": when, "producers": makers, "tolerable": later, "commitment": promised,
            "need": Need.CERTAIN if (insisted if is_open else when) == TRUE else Need.POSSIBLE,
            "produced_by": first if marking is Marking.INTERNAL else "", "optional": is_open and insisted == FALSE,
            "exempt_reason": telling.told_exemption(is_form=filled) if marking is Marking.EXEMPT else "",
        }  # fmt: skip

    def _order(self) -> Iterator[Objection]:
        edges, far, sequence = self.process.edges, self._reach(self.pairs), self.plan.certificate.sequence
        shown = self.pairs - {(one, two) for one, mid in self.pairs for two in far[mid]}
        yield from _listed("process/edges", ("→".join(each.pair) for each in edges), map("→".join, shown))
        for edge in edges:
            told = telling.told_edge([each for each in self.waits if each.pair == edge.pair])
            yield from self._same(f"process/edges/{'→'.join(edge.pair)}", edge, **vars(told))
        yield from _listed("certificate/sequence", sequence, self.live)

    def _joint_acts(self) -> Iterator[Value]:
        for act in JOINT:
            asked = [(key, step, when) for (key, _), (step, when) in self.steps.items() if act_of(step) is act]
            met = [one[:2] for one in asked if any(self.meet(one[2], two[2]) for two in asked if one[0] != two[0])]
            if met:
                yield telling.told_act(act, met)

    def _times(self) -> Iterator[Objection]:
        at, path = {each.item: each for each in self.process.schedule}, self.process.path
        promise = max((each.ends for each in at.values()), default=Decimal(0))
        yield from _listed("process/schedule", (each.item for each in self.process.schedule), self.live)
        for key, each in at.items():
            starts = max((at[one].ends for one, two in self.pairs if two == key), default=Decimal(0))
            drives = any(at[two].critical and at[two].starts == each.ends for one, two in self.pairs if one == key)
            told = {"starts": starts, "ends": each.starts + self.days[key], "critical": drives or each.ends == promise}
            yield from self._same(f"process/schedule/{key}", each, **told)
        tight = {each.pair for each in self.process.edges if at[each.before].ends == at[each.after].starts}
        whole = at[path[0]].starts == 0 and at[path[-1]].ends == promise if path else not self.live
        shown, joint = path if whole and tight.issuperset(pairwise(path)) else None, tuple(self._joint_acts())
        yield from self._same("process", self.process, promise=promise, path=shown, joint_acts=joint)

    def _figures(self) -> Iterator[Objection]:
        stated: list[Mapping[tuple[str, str], Any]] = [self.steps, self.claims, self.fields]
        asked = [[(key, each[0]) for (key, _), each in found.items()] for found in stated]
        alone, names = counting.costs_alone(self.live, *asked), {key: item.name for key, item in self.live.items()}
        rounds = counting.rounds_of(self.plan.certificate.sequence, self.pairs)
        after = {
            "steps": counting.steps_together(asked[0], names, rounds),
            "materials": (each.name for each in self.plan.materials if each.marking in HANDED_IN),
            "fields": (blank for each in self.merged for blank in each.blanks),
            "days": (names[key] for key in self.process.path),
            "visits": ("综合窗口",) * self.chain.visits_together(int(alone["visits"].before)),
        }
        for name, each in after.items():
            figure, where, entries = getattr(self.plan.reductions, name), f"reductions/{name}", [*each]
            amount = self.process.promise if name == "days" else len(entries)
            yield from self._same(where, figure, before=alone[name].before, after=amount)
            yield from _listed(f"{where}/before", figure.before_entries, alone[name].before_entries)
            yield from _listed(f"{where}/after", figure.after_entries, entries)


def _columns(parts: Sequence[Takes]) -> dict[str, list[Takes]]:
    """What departments ask for in each column; a bare list has the vocabulary's columns unless somebody names some."""
    lists = [part.columns for part in parts if part.columns] or [part.rows for part in parts]
    return {key: [each[key] for each in lists if key in each] for listed in lists for key in listed}


def _meet(parts: Sequence[Takes]) -> dict[str, Any]:
    """What all of these take of one fact; its type is None when they cannot be asked as one."""
    first, types = parts[0], {each.type for each in parts}
    units = {each.unit for each in parts if each.unit is not None}
    fits = frozenset.intersection(*(ACCEPTED[each] for each in types)) if len(types) > 1 else types
    unit = first.usual if first.usual in units else min(units, default="")
    by = {each: factor(each, unit) or Decimal(0) for each in units}
    low = max((each.low * by[each.unit] for each in parts if each.unit in by and each.low is not None), default=None)
    high = min((each.high * by[each.unit] for each in parts if each.unit in by and each.high is not None), default=None)
    lists = [each.choices for each in parts if each.choices]
    chosen = min(lists, key=len, default=next((each.words for each in parts if each.words), {}))
    at_odds = 0 in by.values() or (len(units) > 1 and fits == {ValueType.INTEGER})
    at_odds |= any(chosen.keys() - each.keys() for each in lists)
    at_odds |= len(parts) > 1 and low is not None and high is not None and low > high
    widest = max((each for each in ValueType if each in fits), key=lambda each: len(ACCEPTED[each]), default=None)
    return {
        "type": None if at_odds else widest, "unit": unit, "minimum": low, "maximum": high,
        "name": first.name, "name_en": first.name_en, "options": frozenset(chosen.values()),
        "max_length": min((each.longest for each in parts if each.longest), default=None),
        "required": any(each.required for each in parts),
    }  # fmt: skip


def _listed(where: str, found: Iterable[str], wanted: Iterable[str]) -> Iterator[Objection]:
    """Yield what is lost and what is superfluous in a list, whatever its order."""
    have, want = Counter(list(found)), Counter(list(wanted))
    yield from (Objection(rule="LOST", where=f"{where}/{each}", message="缺少这一项。") for each in want - have)
    yield from (Objection(rule="SUPERFLUOUS", where=f"{where}/{each}", message="多出这一项。") for each in have - want)
