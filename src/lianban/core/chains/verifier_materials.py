"""The verifier's view of materials: every department gets its document, and the applicant hands in each one once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lianban.core.chains.plan import Drop, Marking, MaterialUse, MergedMaterial, Need
from lianban.core.chains.verifier_reading import Objection, Reading
from lianban.core.conditions.diagram import FALSE, TRUE
from lianban.core.items.model import MaterialForm, MaterialNeed, Necessity
from lianban.core.vocabulary.model import MaterialKind

_FORMS = list(MaterialForm)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A department's entry: when it is demanded, who yields it, and when nobody does."""

    use: MaterialUse
    entry: MaterialNeed
    demand: int
    makers: tuple[str, ...]
    left: int
    is_form: bool

    @property
    def is_open(self) -> bool:
        return self.left != FALSE


def material_objections(reading: Reading) -> Iterator[Objection]:
    """Yield what is lost, superfluous or wrongly marked among the materials."""
    uses = [(use.item, use.material) for each in reading.plan.materials for use in each.uses]
    if sorted(uses) != sorted(reading.materials):
        lost = sorted(set(reading.materials) ^ set(uses)) or sorted({each for each in uses if uses.count(each) > 1})
        where = "/materials/".join(lost[0])
        yield Objection(rule="MATERIAL_LOST", where=f"items/{where}", message="部门要求的材料没有（或不止一处）对应。")
        return
    keys = [each.key for each in reading.plan.materials]
    if len(set(keys)) != len(keys):
        yield Objection(rule="KEYS", where="materials", message="方案中有重复的键。")
    for each in reading.plan.materials:
        message = _wrong(reading, each)
        if message:
            yield Objection(rule="MATERIAL", where=f"materials/{each.key}", message=message)
    claimed = {
        f"{use.item}/{use.material}": {"in": each.key, "dropped": use.dropped.value if use.dropped else ""}
        for each in reading.plan.materials
        for use in each.uses
    }
    if reading.plan.certificate.get("materials") != claimed:
        yield Objection(rule="CERTIFICATE", where="certificate/materials", message="证书所列材料与方案不一致。")


def makers_of(reading: Reading, item: str, kind: str, demand: int) -> tuple[str, ...]:
    """Return the items of the plan whose result is this document in time for the item that needs it."""
    later = _later(reading, item)
    return tuple(
        key
        for key, node in reading.live.items()
        if kind
        and key != item
        and reading.both(node, demand) != FALSE
        and key not in later
        and any(result.kind_key == kind for result in reading.items[key].results)
    )


def _later(reading: Reading, item: str) -> set[str]:
    """What the chain declares to wait for an item, at any remove: too late to be of use to it."""
    after: dict[str, set[str]] = {}
    for each in reading.awaited():
        after.setdefault(each.before, set()).add(each.after)
    reached, waiting = set[str](), [item]
    while waiting:
        new = after.get(waiting.pop(), set()) - reached
        reached |= new
        waiting.extend(new)
    return reached


def _claims(reading: Reading, material: MergedMaterial) -> list[_Claim]:
    return [_claim(reading, use) for use in material.uses]


def _claim(reading: Reading, use: MaterialUse) -> _Claim:
    entry, demand = reading.entries[use.item, use.material], reading.materials[use.item, use.material]
    if reading.is_form(use.item, use.material):
        return _Claim(use, entry, demand, (), FALSE, True)
    makers = makers_of(reading, use.item, entry.kind, demand)
    left = reading.without(demand, reading.either(reading.live[key] for key in makers))
    return _Claim(use, entry, demand, makers, left, False)


def _wrong(reading: Reading, material: MergedMaterial) -> str:
    claims = _claims(reading, material)
    if not claims:
        return "没有部门需要这份材料。"
    kinds = {claim.entry.kind for claim in claims}
    kind = reading.vocabulary.kinds.get(min(kinds))
    if len(kinds) > 1 or not _is_one_document(material, claims, kind):
        return "合并的不是同一种材料。"
    if any(reading.node(c.use.when) != c.demand or c.use.name != c.entry.name for c in claims):
        return "部门的要求与定义不符。"
    open_ = [claim for claim in claims if claim.is_open]
    when = reading.either(claim.left for claim in open_) if open_ else reading.either(c.demand for c in claims)
    if reading.node(material.when) != when:
        return "需要的情形与各部门的要求不符。"
    insisted = reading.either(c.left for c in open_ if c.entry.necessity is not Necessity.OPTIONAL)
    if (material.marking, material.need) != (_marking(claims, kind, insisted), _need(open_, insisted, when)):
        return "标注与各部门的要求不符。"
    if not all(_is_well_dropped(claim, material, claims) and _is_explained(claim, reading) for claim in claims):
        return "免去的理由不成立。"
    if not _is_described(material, claims, kind):
        return "名称、形式、份数或来源与各部门的要求不符。"
    return ""


def _is_one_document(material: MergedMaterial, claims: Sequence[_Claim], kind: MaterialKind | None) -> bool:
    entry = claims[0].entry
    if entry.kind and not (kind and kind.specific):
        return material.key == entry.kind
    return len(claims) == 1 and material.key == f"{claims[0].use.item}.{entry.key}"


def _is_shared(claims: Sequence[_Claim], kind: MaterialKind | None) -> bool:
    return bool(kind and (kind.e_licence or kind.shared)) or any(c.entry.shared or c.entry.e_licence for c in claims)


def _tolerable(claim: _Claim) -> bool:
    return claim.entry.tolerable or claim.entry.necessity is Necessity.TOLERABLE


def _marking(claims: Sequence[_Claim], kind: MaterialKind | None, insisted: int) -> Marking:
    open_ = [claim for claim in claims if claim.is_open]
    if not open_:
        return Marking.EXEMPT if all(claim.is_form for claim in claims) else Marking.INTERNAL
    if _is_shared(claims, kind):
        return Marking.EXEMPT
    if all(claim.entry.commitment for claim in open_):
        return Marking.COMMITMENT
    if all(_tolerable(claim) for claim in open_):
        return Marking.TOLERABLE
    return Marking.REQUIRED if insisted == TRUE else Marking.CONDITIONAL


def _need(open_: Sequence[_Claim], insisted: int, when: int) -> Need:
    return Need.CERTAIN if (insisted if open_ else when) == TRUE else Need.POSSIBLE


def _is_well_dropped(claim: _Claim, material: MergedMaterial, claims: Sequence[_Claim]) -> bool:
    carriers = [each for each in claims if each.use.dropped is None]
    insisted = any(each.is_open and each.entry.necessity is not Necessity.OPTIONAL for each in claims)
    match claim.use.dropped:
        case Drop.FORM:
            return claim.is_form
        case Drop.PRODUCED:
            return not claim.is_form and not claim.is_open
        case Drop.SHARED:
            return claim.is_open and material.marking is Marking.EXEMPT
        case Drop.COMMITMENT:
            return claim.is_open and material.marking is Marking.COMMITMENT
        case Drop.DUPLICATE:
            return claim.is_open and len(carriers) == 1
    handed_in = material.marking in (Marking.REQUIRED, Marking.CONDITIONAL, Marking.TOLERABLE)
    carries = not insisted or claim.entry.necessity is not Necessity.OPTIONAL
    return claim.is_open and handed_in and carries and len(carriers) == 1


_REASONS = {
    None: "",
    Drop.FORM: "内容已在一张表单中填写",
    Drop.SHARED: "电子证照或共享数据可以核验",
    Drop.COMMITMENT: "可以书面承诺替代",
    Drop.DUPLICATE: "同一材料已提交一次",
}


def _is_explained(claim: _Claim, reading: Reading) -> bool:
    if claim.use.dropped is not Drop.PRODUCED:
        return claim.use.reason == _REASONS[claim.use.dropped]
    makers = "、".join(reading.items[key].name for key in claim.makers)
    return claim.use.reason == f"由本次办理的“{makers}”产生，内部流转"


def _exemption(material: MergedMaterial, claims: Sequence[_Claim]) -> str:
    if material.marking is not Marking.EXEMPT:
        return ""
    filled = all(claim.is_form for claim in claims)
    return "由一张表单自动生成" if filled else "由部门通过电子证照或共享数据获取"


def _is_described(material: MergedMaterial, claims: Sequence[_Claim], kind: MaterialKind | None) -> bool:
    entries = [claim.entry for claim in claims]
    open_ = [claim for claim in claims if claim.is_open]
    makers = {key for claim in claims for key in claim.makers}
    internal = material.marking is Marking.INTERNAL
    names = {(kind.name, kind.name_en)} if kind and not kind.specific else {(e.name, e.name_en) for e in entries}
    issuers = {kind.issuer} if kind and kind.issuer else {e.issued_by for e in entries}
    notes = {kind.guidance} if kind and kind.guidance else {e.note for e in entries}
    return all(
        (
            (material.name, material.name_en) in names,
            material.issuer in issuers,
            material.guidance in notes and material.guidance_en == (kind.guidance_en if kind else ""),
            material.form is max((e.form for e in entries), key=_FORMS.index),
            material.copies == max(e.copies for e in entries),
            set(material.producers) == makers and len(material.producers) == len(makers),
            (material.produced_by in makers) if internal else not material.produced_by,
            material.exempt_reason == _exemption(material, claims),
            material.tolerable == (bool(open_) and all(map(_tolerable, open_))),
            material.commitment == (bool(open_) and all(c.entry.commitment for c in open_)),
            material.optional == (bool(open_) and all(c.entry.necessity is Necessity.OPTIONAL for c in open_)),
        )
    )
