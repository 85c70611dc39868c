"""One set of materials from many lists: each document once, and none that the authorities can get by themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances, need_of
from lianban.core.chains.demands import MaterialDemand, Needed
from lianban.core.chains.merge_process import Precedence
from lianban.core.chains.order import Order
from lianban.core.chains.plan import (
    Drop,
    Marking,
    MaterialUse,
    MergedMaterial,
    Need,
)
from lianban.core.chains.telling import told_exemption, told_material, told_result
from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition
from lianban.core.conditions.simplify import conjunction, disjunction, negation
from lianban.core.items.model import MaterialForm
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
        return self.demand.entry.is_insisted


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
        is_form = vocabulary.is_form(demand.entry.kind)
        claim = _claim(demand, is_form, makers.get(demand.entry.kind, ()), declared, now)
        document = vocabulary.document_of(demand.item.key, demand.entry.key, demand.entry.kind)
        groups.setdefault(document, []).append(claim)
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


def _claim(
    demand: MaterialDemand,
    is_form: bool,
    makers: Sequence[Needed],
    declared: Order,
    now: Circumstances,
) -> Claim:
    own = demand.item.key
    if is_form and demand.item.fields:
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
                told = told_result(maker.item, claim.demand.entry.kind, claim.demand.item.key)
                yield Precedence(told, computed=True)


def _merged(key: str, claims: Sequence[Claim], kind: MaterialKind | None, now: Circumstances) -> MergedMaterial:
    entries = [claim.demand.entry for claim in claims]
    open_ = [claim for claim in claims if claim.is_open]
    shared = any(entry.is_fetched for entry in entries) or bool(kind and (kind.e_licence or kind.shared))
    insisted = now.settled(disjunction(claim.left for claim in open_ if claim.is_insisted))
    when = now.settled(disjunction([claim.left for claim in open_] or [claim.demand.when for claim in claims]))
    marking = _marking(claims, open_, shared, insisted)
    optional = bool(open_) and insisted == NEVER
    return built(
        MergedMaterial,
        key=key,
        marking=marking,
        need=Need.POSSIBLE if optional else need_of(insisted if open_ else when),
        when=when,
        form=max((entry.form for entry in entries), key=_FORMS.index),
        copies=max(entry.copies for entry in entries),
        produced_by=_producer(claims) if marking is Marking.INTERNAL else "",
        producers=tuple(dict.fromkeys(each.item.key for claim in claims for each in claim.producers)),
        exempt_reason=_exemption(marking, claims),
        tolerable=bool(open_) and all(claim.demand.entry.is_tolerable for claim in open_),
        commitment=bool(open_) and all(claim.demand.entry.commitment for claim in open_),
        optional=optional,
        uses=tuple(_uses(claims, marking)),
        **told_material(entries, kind),
    )


def _producer(claims: Sequence[Claim]) -> str:
    makers = {each.item.key: each.when for claim in claims for each in claim.producers}
    return min(makers, key=lambda key: (makers[key] != ALWAYS, key))


def _marking(claims: Sequence[Claim], open_: Sequence[Claim], shared: bool, insisted: Condition) -> Marking:
    if not open_:
        return Marking.EXEMPT if all(claim.is_form for claim in claims) else Marking.INTERNAL
    if shared:
        return Marking.EXEMPT
    if all(claim.demand.entry.commitment for claim in open_):
        return Marking.COMMITMENT
    if all(claim.demand.entry.is_tolerable for claim in open_):
        return Marking.TOLERABLE
    return Marking.REQUIRED if insisted == ALWAYS else Marking.CONDITIONAL


def _exemption(marking: Marking, claims: Sequence[Claim]) -> str:
    if marking is not Marking.EXEMPT:
        return ""
    return told_exemption(is_form=all(claim.is_form for claim in claims))


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
            reason=drop.said(each.item.name for each in claim.producers) if drop else "",
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
