"""One set of materials from many lists: each document once, and none that the authorities can get by themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances, need_of
from lianban.core.chains.demands import MaterialDemand, Needed
from lianban.core.chains.merge_process import Precedence, produced
from lianban.core.chains.order import Order
from lianban.core.chains.plan import Drop, Marking, MaterialUse, MergedMaterial, Need
from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition
from lianban.core.conditions.simplify import conjunction, disjunction, negation
from lianban.core.items.model import MaterialForm, Necessity
from lianban.core.vocabulary.model import MaterialKind, Vocabulary

_FORMS = tuple(MaterialForm)
_SHOWN = tuple(Marking)


@dataclass(frozen=True, slots=True)
class Claim:
    """A department's entry once it is known who in the plan yields the document.

    left: the circumstances in which nobody does. is_form: the merged form takes its place.
    """

    demand: MaterialDemand
    producers: tuple[Needed, ...]
    left: Condition
    is_form: bool

    @property
    def is_open(self) -> bool:
        """Whether the document may have to come from outside the plan."""
        return not self.is_form and self.left != NEVER

    @property
    def is_insisted(self) -> bool:
        """Whether the department insists on it."""
        return self.demand.entry.necessity is not Necessity.OPTIONAL


@dataclass(frozen=True, slots=True)
class Materials:
    """The one set, and the waiting it causes."""

    merged: tuple[MergedMaterial, ...]
    precedences: tuple[Precedence, ...]


def merge_materials(
    demands: Iterable[MaterialDemand],
    live: Mapping[str, Needed],
    declared: Order,
    vocabulary: Vocabulary,
    now: Circumstances,
) -> Materials:
    """Return the one set that serves every department's list.

    declared: the order that the chain declares; a result that only comes later is no source.
    """
    makers = _makers(live)
    groups: dict[str, list[Claim]] = {}
    for demand in demands:
        kind = vocabulary.kinds.get(demand.entry.kind)
        claim = _claim(demand, kind, makers.get(demand.entry.kind, ()), declared, now)
        groups.setdefault(_key(demand, kind), []).append(claim)
    kinds = vocabulary.kinds
    merged = [_merged(key, claims, kinds.get(claims[0].demand.entry.kind), now) for key, claims in groups.items()]
    shown = sorted(merged, key=lambda each: (_SHOWN.index(each.marking), -len(each.uses), each.key))
    return Materials(tuple(shown), tuple(_waiting(groups.values())))


def _makers(live: Mapping[str, Needed]) -> dict[str, list[Needed]]:
    makers: dict[str, list[Needed]] = {}
    for needed in live.values():
        for kind in sorted({result.kind_key for result in needed.item.results if result.kind_key}):
            makers.setdefault(kind, []).append(needed)
    return makers


def _key(demand: MaterialDemand, kind: MaterialKind | None) -> str:
    own = not demand.entry.kind or (kind is not None and kind.specific)
    return f"{demand.item.key}.{demand.entry.key}" if own else demand.entry.kind


def _claim(
    demand: MaterialDemand,
    kind: MaterialKind | None,
    makers: Sequence[Needed],
    declared: Order,
    now: Circumstances,
) -> Claim:
    own = demand.item.key
    is_form = kind.replaced_by_form if kind else demand.entry.kind.startswith("form.")
    if is_form and demand.item.form and demand.item.form.fields:
        return Claim(demand, (), NEVER, True)
    sources = tuple(
        each
        for each in makers
        if each.item.key != own and not declared.reaches(own, each.item.key) and now.can_meet(each.when, demand.when)
    )
    if not sources:
        return Claim(demand, (), demand.when, False)
    left = conjunction((demand.when, negation(disjunction(each.when for each in sources))))
    return Claim(demand, sources, left if now.can_hold(left) else NEVER, False)


def _waiting(groups: Iterable[Sequence[Claim]]) -> Iterable[Precedence]:
    for claims in groups:
        for claim in claims:
            for maker in claim.producers:
                name = next(r.name for r in maker.item.results if r.kind_key == claim.demand.entry.kind)
                yield produced(maker, claim.demand.item.key, name)


def _merged(key: str, claims: Sequence[Claim], kind: MaterialKind | None, now: Circumstances) -> MergedMaterial:
    entries = [claim.demand.entry for claim in claims]
    open_ = [claim for claim in claims if claim.is_open]
    shared = any(entry.shared or entry.e_licence for entry in entries) or bool(kind and (kind.e_licence or kind.shared))
    insisted = now.settled(disjunction(claim.left for claim in open_ if claim.is_insisted))
    when = now.settled(disjunction([claim.left for claim in open_] or [claim.demand.when for claim in claims]))
    marking = _marking(claims, open_, shared, insisted)
    optional = bool(open_) and insisted == NEVER
    named = entries[0] if kind is None or key != entries[0].kind else kind
    return built(
        MergedMaterial,
        key=key,
        name=named.name,
        name_en=named.name_en,
        marking=marking,
        need=Need.POSSIBLE if optional else need_of(insisted if open_ else when),
        when=when,
        form=max((entry.form for entry in entries), key=_FORMS.index),
        copies=max(entry.copies for entry in entries),
        issuer=(kind.issuer if kind else "") or next((e.issued_by for e in entries if e.issued_by), ""),
        produced_by=_producer(claims) if marking is Marking.INTERNAL else "",
        producers=tuple(dict.fromkeys(each.item.key for claim in claims for each in claim.producers)),
        exempt_reason=_exemption(marking, claims),
        guidance=(kind.guidance if kind else "") or next((e.note for e in entries if e.note), ""),
        guidance_en=kind.guidance_en if kind else "",
        tolerable=bool(open_) and all(_is_tolerable(claim) for claim in open_),
        commitment=bool(open_) and all(claim.demand.entry.commitment for claim in open_),
        optional=optional,
        uses=tuple(_uses(claims, marking)),
    )


def _producer(claims: Sequence[Claim]) -> str:
    makers = {each.item.key: each.when for claim in claims for each in claim.producers}
    return min(makers, key=lambda key: (makers[key] != ALWAYS, key))


def _is_tolerable(claim: Claim) -> bool:
    return claim.demand.entry.tolerable or claim.demand.entry.necessity is Necessity.TOLERABLE


def _marking(claims: Sequence[Claim], open_: Sequence[Claim], shared: bool, insisted: Condition) -> Marking:
    if not open_:
        return Marking.EXEMPT if all(claim.is_form for claim in claims) else Marking.INTERNAL
    if shared:
        return Marking.EXEMPT
    if all(claim.demand.entry.commitment for claim in open_):
        return Marking.COMMITMENT
    if all(_is_tolerable(claim) for claim in open_):
        return Marking.TOLERABLE
    return Marking.REQUIRED if insisted == ALWAYS else Marking.CONDITIONAL


def _exemption(marking: Marking, claims: Sequence[Claim]) -> str:
    if marking is not Marking.EXEMPT:
        return ""
    if all(claim.is_form for claim in claims):
        return "由一张表单自动生成"
    return "由部门通过电子证照或共享数据获取"


def _uses(claims: Sequence[Claim], marking: Marking) -> Iterable[MaterialUse]:
    carrier = next((c for c in claims if c.is_open and c.is_insisted), next((c for c in claims if c.is_open), None))
    for claim in claims:
        drop = _drop(claim, marking, claim is carrier)
        yield built(
            MaterialUse,
            item=claim.demand.item.key,
            material=claim.demand.entry.key,
            name=claim.demand.entry.name,
            when=claim.demand.when,
            dropped=drop,
            reason=_reason(drop, claim),
        )


def _drop(claim: Claim, marking: Marking, carries: bool) -> Drop | None:
    if claim.is_form:
        return Drop.FORM
    if not claim.is_open:
        return Drop.PRODUCED
    if marking is Marking.EXEMPT:
        return Drop.SHARED
    if marking is Marking.COMMITMENT:
        return Drop.COMMITMENT
    return None if carries else Drop.DUPLICATE


def _reason(drop: Drop | None, claim: Claim) -> str:
    match drop:
        case None:
            return ""
        case Drop.FORM:
            return "内容已在一张表单中填写"
        case Drop.PRODUCED:
            return f"由本次办理的“{'、'.join(each.item.name for each in claim.producers)}”产生，内部流转"
        case Drop.SHARED:
            return "电子证照或共享数据可以核验"
        case Drop.COMMITMENT:
            return "可以书面承诺替代"
        case Drop.DUPLICATE:
            return "同一材料已提交一次"
