"""The independent check of a plan. It reads the definitions anew and knows nothing of how the plan was made.

What a plan must say is worked out again from the definitions and compared, value by value: each department's fields
and materials are served exactly where they are demanded, limits are the departments' together, no fact is asked twice
that could be asked once, nothing waits without a reason or in a ring, every figure counts again. Circumstances are
compared as nodes of one decision diagram, that is, for every combination of answers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from graphlib import CycleError
from itertools import combinations, pairwise
from typing import Any

from lianban.core.chains import sections
from lianban.core.chains.model import Chain, DependencyKind
from lianban.core.chains.plan import Drop, JointAct, Marking, MergedField, MergedMaterial, Need, Plan
from lianban.core.chains.verifier_reading import (
    ACTS,
    SURVEY,
    Claim,
    Part,
    Reading,
    Waits,
    act_of,
    earliest,
    followers,
    in_days,
    meaning,
    meet,
)  # fmt: skip
from lianban.core.conditions.algebra import Condition
from lianban.core.conditions.diagram import FALSE, TRUE, DiagramTooLarge
from lianban.core.items.model import HandlingType, MaterialForm, Necessity, ServiceItem
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import CarryOver, Sensitivity, Vocabulary

_COPIED = ("name", "name_en", "type", "authority", "statutory_limit", "promised_limit", "visits", "legal_basis")
_HANDED_IN = (Marking.REQUIRED, Marking.CONDITIONAL, Marking.TOLERABLE)
_REASONS = {Drop.FORM: "内容已在一张表单中填写", Drop.SHARED: "电子证照或共享数据可以核验"}
_REASONS |= {Drop.COMMITMENT: "可以书面承诺替代", Drop.DUPLICATE: "同一材料已提交一次"}

CALLED = {
    "copies": "份数", "form": "形式", "marking": "标记", "need": "必要性", "when": "适用情形", "required": "必填情形",
    "options": "选项", "max_length": "字数", "minimum": "最小值", "maximum": "最大值", "unit": "单位", "type": "类型",
}  # fmt: skip
"""What attributes are called when a plan's differs; the others go by their own names."""


class Objection(Value):
    """What is wrong with a plan. rule: a stable name. where: the path of the value."""

    rule: str
    where: str
    message: str


def verify(plan: Plan, chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> tuple[Objection, ...]:
    """Return everything that is wrong with a plan; nothing when it does what its certificate claims."""
    found: list[Objection] = []
    try:
        found.extend(_Check(plan, chain, items, vocabulary).objections())
    except (DiagramTooLarge, CycleError, KeyError) as error:
        found.append(Objection(rule="UNKNOWN", where=str(error.args[0]), message="方案与定义无法对照。"))
    return tuple(found)


class _Check(Reading):
    """The plan, held against the definitions."""

    def _same(self, where: str, entry: Value, **expected: object) -> Iterator[Objection]:
        """Compare an entry's values with what they must be; conditions with nodes, sets in any order."""
        for name in type(entry).model_fields.keys() & expected.keys():
            found, value = getattr(entry, name), expected[name]
            if isinstance(value, frozenset) and len(set(found)) == len(found):
                found = frozenset(found)
            if (self.node(found) if isinstance(found, Condition) else found) != value:
                yield Objection(
                    rule="DIFFERENT", where=f"{where}/{name}", message=f"“{CALLED.get(name, name)}”与定义不符：{found}"
                )

    def objections(self) -> Iterator[Objection]:
        """Yield everything that is wrong."""
        plan, chain = self.plan, self.chain
        yield from self._same("plan", plan, chain=chain.key, name=chain.name, name_en=chain.name_en)
        yield from _listed("items", (each.key for each in plan.items), self.needs)
        for each in plan.items:
            item, node = self.items[each.key], self.needs[each.key]
            yield from self._same(
                f"items/{each.key}", each, **{name: getattr(item, name) for name in _COPIED}, because=node,
                need={TRUE: Need.CERTAIN, FALSE: Need.NOT_NEEDED}.get(node, Need.POSSIBLE), days=self.days(item),
                on_the_spot=item.handling_type is HandlingType.ON_THE_SPOT, fee=item.fee.text,
                authority_name=item.authority_text or item.authority, results=tuple(each.name for each in item.results),
            )  # fmt: skip
        yield from self._form()
        served = (f"{use.item}/materials/{use.material}" for each in plan.materials for use in each.uses)
        yield from _listed("items", served, ("/materials/".join(each) for each in self.claims))
        for material in plan.materials:
            yield from self._material(material)
        yield from self._process()

    def _form(self) -> Iterator[Objection]:
        served = (f"{use.item}/form/fields/{use.field}" for field in self.merged for use in field.uses)
        yield from _listed("items", served, ("/form/fields/".join(each) for each in self.fields))
        titles = {"other": sections.UNTITLED, **sections.TITLES}
        titles |= {f"item.{key}": sections.Title(self.items[key].name, self.items[key].name_en) for key in self.live}
        keys = [each.key for each in self.plan.sections]
        yield from _listed("sections", keys, set(keys))
        for section in self.plan.sections:
            uses = [(use.item, use.field) for field in section.fields for use in field.uses]
            kept = {f"item.{item}" for item, _ in uses}
            if section.key in sections.TITLES:
                kept = {self.fields[each][0].element.partition(".")[0] for each in uses}
            belong = bool(uses) and (section.key == "other" or kept == {section.key})
            zh, en = titles[section.key] if belong else (None, None)
            yield from self._same(f"sections/{section.key}", section, title=zh, title_en=en)
        asking: dict[str, list[MergedField]] = {}
        for field in self.merged:
            yield from self._field(field)
            for fact in {self.fields[use.item, use.field][0].element for use in field.uses} or {field.key}:
                asking.setdefault(fact or field.key, []).append(field)
        for one, other in (pair for fields in asking.values() for pair in combinations(fields, 2)):
            slots = self.slots_of((*one.uses, *other.uses), is_group=False)
            if one.key == other.key or all(meet(parts)["type"] for parts in slots.values()):
                yield Objection(rule="ASKED_TWICE", where=f"fields/{other.key}", message=f"与“{one.key}”是同一件事。")

    def _field(self, field: MergedField) -> Iterator[Objection]:
        where, elements = f"fields/{field.key}", self.words.elements
        asked = [self.fields[use.item, use.field] for use in field.uses]
        own, facts = [each for each, _ in asked], sorted({each.element for each, _ in asked})
        known = [elements[each] for each in facts if each in elements]
        is_group, element = len(facts) > 1, known[0] if known and len(facts) == 1 else None
        alone = {f"{use.item}.{use.field}" for use in field.uses}
        keys = {each.partition(".")[0] for each in facts} if is_group else {*facts, *alone} - {""}
        if field.key not in keys or len(keys if is_group else alone if facts == [""] else facts) != 1:
            yield Objection(rule="NOT_ONE_FACT", where=where, message="没有部门需要它，或合并的不是同一件事。")
            return
        named = element if element and element.key == field.key else own[0]
        label, label_en = (is_group and sections.TITLES.get(field.key)) or (named.name, named.name_en)
        hints = [element.hint if element else "", *(each.hint for each in own if not is_group)]
        slots = self.slots_of(field.uses, is_group)
        yield from _listed(f"{where}/columns", (each.key for each in field.columns), slots.keys() - {""})
        for column in field.columns:
            yield from self._same(f"{where}/columns/{column.key}", column, **meet(slots[column.key]))
        yield from self._same(where, field, **meet(slots[""]) | {
            "label": label, "label_en": label_en, "hint": next(filter(None, hints), ""),
            "hint_en": element.hint_en if element else "", "when": self.either(demand for _, demand in asked),
            "required": self.either(demand for each, demand in asked if each.required),
            "sensitivity": max((e.sensitivity for e in known), key=list(Sensitivity).index, default=Sensitivity.OPEN),
            "carry_over": max((e.carry_over for e in known), key=list(CarryOver).index, default=CarryOver.FREE),
            "authority": next((each.authority for each in known if each.authority), ""),
        })  # fmt: skip
        yield from self._uses(where, field, slots)

    def _uses(self, where: str, field: MergedField, slots: Mapping[str, Sequence[Part]]) -> Iterator[Objection]:
        for (number, own, element), use in zip(slots[""], field.uses, strict=True):
            codes = {meaning(option, element): option.value for option in reversed(own.options)}
            columns = {key: part.own.key for key, parts in slots.items() if key for part in parts if part.use == number}
            only = next((each for each in field.columns if columns == {each.key: own.key}), field)
            yield from self._same(
                f"{where}/uses/{use.item}/{use.field}", use, name=own.name, columns=columns,
                options={option.value: codes[option.value] for option in only.options if option.value in codes},
            )  # fmt: skip

    def _material(self, material: MergedMaterial) -> Iterator[Objection]:
        where, claims = f"materials/{material.key}", [self.claims[use.item, use.material] for use in material.uses]
        entries, open_ = [claim.entry for claim in claims], [claim for claim in claims if claim.left != FALSE]
        kind = self.words.kinds.get(entries[0].kind) if entries else None
        is_own = not entries or not entries[0].kind or bool(kind and kind.specific)
        if len({each.kind for each in entries}) != 1 or (is_own and len(entries) > 1):
            yield Objection(rule="NOT_ONE_DOCUMENT", where=where, message="没有部门需要它，或合并的不是同一份材料。")
            return
        named = entries[0] if is_own or not kind else kind
        insisting = [claim for claim in open_ if claim.entry.necessity is not Necessity.OPTIONAL]
        insisted = self.either(claim.left for claim in insisting)
        when = self.either([claim.left for claim in open_] or [claim.demand for claim in claims])
        shared = (kind and (kind.e_licence or kind.shared)) or any(each.shared or each.e_licence for each in entries)
        filled, promised = all(claim.is_form for claim in claims), all(claim.entry.commitment for claim in open_)
        later = all(claim.entry.tolerable or claim.entry.necessity is Necessity.TOLERABLE for claim in open_)
        ways = {Marking.INTERNAL: not open_ and not filled, Marking.EXEMPT: not open_ or shared}
        ways |= {Marking.COMMITMENT: promised, Marking.TOLERABLE: later, Marking.REQUIRED: insisted == TRUE}
        marking = next((each for each, holds in ways.items() if holds), Marking.CONDITIONAL)
        makers = dict.fromkeys(maker for claim in claims for maker in claim.makers)
        first = min(makers, key=lambda each: (self.live[each] != TRUE, each), default="")
        spared = "由一张表单自动生成" if filled else "由部门通过电子证照或共享数据获取"
        yield from self._same(
            where, material, name=named.name, name_en=named.name_en, marking=marking, when=when,
            key=f"{material.uses[0].item}.{entries[0].key}" if is_own else entries[0].kind,
            need=Need.CERTAIN if (insisted if open_ else when) == TRUE else Need.POSSIBLE,
            form=max((each.form for each in entries), key=list(MaterialForm).index),
            copies=max(each.copies for each in entries), producers=tuple(makers),
            issuer=next(filter(None, [kind.issuer if kind else "", *(each.issued_by for each in entries)]), ""),
            guidance=next(filter(None, [kind.guidance if kind else "", *(each.note for each in entries)]), ""),
            guidance_en=kind.guidance_en if kind else "", exempt_reason=spared if marking is Marking.EXEMPT else "",
            produced_by=first if marking is Marking.INTERNAL else "", optional=bool(open_) and not insisting,
            tolerable=bool(open_) and later, commitment=bool(open_) and promised,
        )  # fmt: skip
        yield from self._handed_in(material, claims, marking, next(iter(insisting or open_), None))

    def _handed_in(
        self, material: MergedMaterial, claims: Sequence[Claim], marking: Marking, carrier: Claim | None
    ) -> Iterator[Objection]:
        spared_by = {Marking.EXEMPT: Drop.SHARED, Marking.COMMITMENT: Drop.COMMITMENT}
        for use, claim in zip(material.uses, claims, strict=True):
            dropped = spared_by.get(marking, None if claim is carrier else Drop.DUPLICATE)
            if claim.left == FALSE:
                dropped = Drop.FORM if claim.is_form else Drop.PRODUCED
            makes = f"由本次办理的“{'、'.join(self.items[each].name for each in claim.makers)}”产生，内部流转"
            reason = _REASONS.get(dropped, makes) if dropped else ""
            where = f"materials/{material.key}/uses/{use.item}/{use.material}"
            yield from self._same(where, use, name=claim.entry.name, when=claim.demand, dropped=dropped, reason=reason)

    def _process(self) -> Iterator[Objection]:
        process, waits = self.plan.process, self.waits()
        far, days = followers(self.live, waits), {key: self.days(self.items[key]) for key in self.needs}
        shown = {(one, two) for one, two in waits if not any(two in far[mid] for at, mid in waits if at == one)}
        yield from _listed("process/edges", (f"{e.before}→{e.after}" for e in process.edges), map("→".join, shown))
        for edge in process.edges:
            why = waits.get((edge.before, edge.after), ())
            uses = any(each.kind is DependencyKind.MATERIAL for each in why)
            kind = DependencyKind.MATERIAL if uses else DependencyKind.PREREQUISITE
            via, reason = sorted({each.via for each in why} - {""}), sorted({each.reason for each in why})
            where = f"process/edges/{edge.before}→{edge.after}"
            yield from self._same(where, edge, kind=kind, via="、".join(via), reason="；".join(reason))
        order = [*reversed(far)]
        starts = earliest(order, waits, days)
        back = earliest(order[::-1], {(two, one) for one, two in waits}, days)
        ends = {key: starts[key] + days[key] for key in order}
        promise = max(ends.values(), default=Decimal(0))
        yield from _listed("process/schedule", (each.item for each in process.schedule), self.live)
        for each in process.schedule:
            key, where = each.item, f"process/schedule/{each.item}"
            critical = ends[key] + back[key] == promise
            yield from self._same(where, each, starts=starts[key], ends=ends[key], critical=critical)
        path = process.path
        linked = all(pair in shown and ends[pair[0]] == starts[pair[1]] for pair in pairwise(path))
        whole = linked and (starts[path[0]] == 0 and ends[path[-1]] == promise if path else not self.live)
        visited = tuple(each.item for each in process.schedule if SURVEY in map(act_of, self.steps(each.item)))
        joint = (JointAct(name=SURVEY, items=visited),) if len(visited) > 1 else ()
        yield from self._same("process", process, promise=promise, path=path if whole else None, joint_acts=joint)
        yield from self._certificate(order, waits, days)
        yield from self._figures(earliest(order, waits, dict.fromkeys(order, Decimal(1))))

    def _certificate(self, order: list[str], waits: Waits, days: Mapping[str, Decimal]) -> Iterator[Objection]:
        certificate, plan = self.plan.certificate, self.plan
        sequence, used = certificate.get("sequence"), [(each, use) for each in plan.materials for use in each.uses]
        if isinstance(sequence, list) and sorted(map(str, sequence)) == [*self.live]:
            order = sequence if all(sequence.index(one) < sequence.index(two) for one, two in waits) else order
        expected = {
            "version": 1, "sequence": order, "days": {key: f"{each.normalize():f}" for key, each in days.items()},
            "fields": {f"{use.item}/{use.field}": each.key for each in self.merged for use in each.uses},
            "materials": {f"{u.item}/{u.material}": {"in": e.key, "dropped": u.dropped or ""} for e, u in used},
            "precedences": [list(each) for each in sorted(self.precedences)],
        }  # fmt: skip
        for name in (name for name, value in expected.items() if certificate.get(name) != value):
            yield Objection(rule="CERTIFICATE", where=f"certificate/{name}", message="证书与方案或定义不符。")

    def _figures(self, rounds: Mapping[str, Decimal]) -> Iterator[Objection]:
        names, steps = {key: self.items[key].name for key in self.live}, {key: self.steps(key) for key in self.live}
        acts = {key: {act_of(step) for step in each} for key, each in steps.items()}
        merged = [act for act in (*ACTS, SURVEY) if any(act in each for each in acts.values())]
        for number in sorted({rounds[key] for key, each in acts.items() if "" in each}):
            reviewed = "、".join(names[key] for key, each in acts.items() if "" in each and rounds[key] == number)
            merged.append(f"第{number + 1}轮并联审批：{reviewed}")
        single = [f"{names[key]}：{step.name}" for key, each in steps.items() for step in each]
        handed_in = [each.name for each in self.plan.materials if each.marking in _HANDED_IN]
        listed = [f"{names[key]}：{claim.entry.name}" for (key, _), claim in self.claims.items()]
        asked = [f"{names[key]}：{own.name}" for (key, _), (own, _) in self.fields.items()]
        blanks = [blank for each in self.merged for blank in _blanks(each)]
        limits = {key: in_days(self.items[key].statutory_limit or self.items[key].promised_limit) for key in self.live}
        days = [f"{names[key]}：{each.normalize():f}" for key, each in limits.items()]
        path = [names[key] for key in self.plan.process.path]
        visits = {key: self.items[key].visits for key in self.live}
        trips = [f"{names[key]}：{each}" for key, each in visits.items() if each]
        visit = min(1 if self.chain.visits_after is None else self.chain.visits_after, sum(visits.values()))
        expected: dict[str, tuple[Any, ...]] = {
            "steps": (single, merged), "materials": (listed, handed_in), "fields": (asked, blanks),
            "days": (days, path, sum(limits.values()), self.plan.process.promise),
            "visits": (trips, ["综合窗口"] * visit, sum(visits.values()), visit),
        }  # fmt: skip
        for name, (before, after, *sums) in expected.items():
            figure, where = getattr(self.plan.reductions, name), f"reductions/{name}"
            one, other = sums or (len(before), len(after))
            yield from self._same(where, figure, before=one, after=other)
            yield from _listed(f"{where}/before", figure.before_entries, before)
            yield from _listed(f"{where}/after", figure.after_entries, after)


def _listed(where: str, found: Iterable[str], wanted: Iterable[str]) -> Iterator[Objection]:
    """Yield what is lost and what is superfluous in a list, whatever its order."""
    have, want = Counter(list(found)), Counter(list(wanted))
    yield from (Objection(rule="LOST", where=f"{where}/{each}", message="缺少这一项。") for each in want - have)
    yield from (Objection(rule="SUPERFLUOUS", where=f"{where}/{each}", message="多出这一项。") for each in have - want)


def _blanks(field: MergedField) -> list[str]:
    replaced = any(use.field in use.columns.values() for use in field.uses)
    return [f"{field.label}：{column.name}" for column in field.columns] if replaced else [field.label]
