"""How facts, documents, items and reasons are told to a person: in the vocabulary's words, else in an authority's.

Nothing here says what may be asked or must be handed in; only what it is called, and how its value is protected.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lianban.core.chains import sections
from lianban.core.chains.built import built
from lianban.core.chains.model import Dependency, DependencyKind
from lianban.core.chains.plan import Need, PlanItem
from lianban.core.chains.process import Edge, JointAct, Opinion
from lianban.core.conditions.algebra import Condition
from lianban.core.items.acts import Act
from lianban.core.items.model import FormField, HandlingType, MaterialNeed, ServiceItem, Step
from lianban.core.vocabulary.model import CarryOver, DataElement, MaterialKind, Sensitivity

_MOST_GUARDED = tuple(Sensitivity)
_LEAST_FREE = tuple(CarryOver)

CALLED = {
    "copies": "份数",
    "form": "形式",
    "marking": "标记",
    "need": "必要性",
    "when": "适用情形",
    "required": "必填情形",
    "options": "选项",
    "max_length": "字数",
    "minimum": "最小值",
    "maximum": "最大值",
    "unit": "单位",
    "type": "类型",
}
"""What a plan's attributes are called; the others go by their own names."""


def told_field(key: str, fields: Sequence[FormField], elements: Mapping[str, DataElement]) -> dict[str, Any]:
    """Return what a field of the one form is called, and how it is protected, by attribute of a merged field.

    key: the element's, or the role's when the fields are the columns of its repeated group, or a department's own.
    """
    facts = {field.element for field in fields}
    if len(facts) == 1:
        return _told_fact(key, fields, elements.get(fields[0].element))
    known = [elements[each] for each in sorted(facts) if each in elements]
    title = sections.TITLES.get(key)
    return {
        "label": title.zh if title else fields[0].name,
        "label_en": title.en if title else fields[0].name_en,
        "hint": "",
        "hint_en": "",
        "sensitivity": max((each.sensitivity for each in known), key=_MOST_GUARDED.index, default=Sensitivity.OPEN),
        "carry_over": max((each.carry_over for each in known), key=_LEAST_FREE.index, default=CarryOver.FREE),
        "authority": next((each.authority for each in known if each.authority), ""),
    }


def _told_fact(key: str, fields: Sequence[FormField], element: DataElement | None) -> dict[str, Any]:
    named = element if element and element.key == key else fields[0]
    hint = element.hint if element else ""
    return {
        "label": named.name,
        "label_en": named.name_en,
        "hint": hint or next((field.hint for field in fields if field.hint), ""),
        "hint_en": element.hint_en if element else "",
        "sensitivity": element.sensitivity if element else Sensitivity.OPEN,
        "carry_over": element.carry_over if element else CarryOver.FREE,
        "authority": element.authority if element else "",
    }


def told_material(entries: Sequence[MaterialNeed], kind: MaterialKind | None) -> dict[str, str]:
    """Return what a document is called, who issues it and how one gets it, by attribute of a merged material."""
    named = kind if kind and not kind.specific else entries[0]
    return {
        "name": named.name,
        "name_en": named.name_en,
        "issuer": next(filter(None, [kind.issuer if kind else "", *(each.issued_by for each in entries)]), ""),
        "guidance": next(filter(None, [kind.guidance if kind else "", *(each.note for each in entries)]), ""),
        "guidance_en": kind.guidance_en if kind else "",
    }


def told_exemption(*, is_form: bool) -> str:
    """Return why nobody hands in an exempt material. is_form: the one form takes its place."""
    return "由一张表单自动生成" if is_form else "由部门通过电子证照或共享数据获取"


def told_item(item: ServiceItem, need: Need, because: Condition, days: Decimal) -> PlanItem:
    """Return an item as a plan tells it. because: on what it hangs. days: working days it takes."""
    return built(
        PlanItem,
        key=item.key,
        name=item.name,
        name_en=item.name_en,
        type=item.type,
        authority=item.authority,
        authority_name=item.authority_text or item.authority,
        need=need,
        because=because,
        statutory_limit=item.statutory_limit,
        promised_limit=item.promised_limit,
        days=days,
        on_the_spot=item.handling_type is HandlingType.ON_THE_SPOT,
        fee=item.fee.text,
        visits=item.visits,
        results=tuple(result.name for result in item.results),
        legal_basis=item.legal_basis,
    )


def told_dependency(each: Dependency, before: ServiceItem) -> Edge:
    """Return the waiting that a chain declares. before: the item that comes first."""
    return built(
        Edge, before=each.before, after=each.after, kind=each.kind, via=each.via, reason=each.said(before.name)
    )


def told_result(maker: ServiceItem, kind: str, user: str) -> Edge:
    """Return the waiting of an item for the result it uses. kind: the material it is. user: key of that item."""
    result = next(each for each in maker.results if each.kind_key == kind)
    said = result.said(maker.name)
    return built(Edge, before=maker.key, after=user, kind=DependencyKind.MATERIAL, via=result.name, reason=said)


def told_edge(why: Sequence[Edge]) -> Edge:
    """Return one arrow with all its reasons. why: at least one, all between the same two items."""
    kinds = {each.kind for each in why}
    return built(
        Edge,
        before=why[0].before,
        after=why[0].after,
        kind=DependencyKind.MATERIAL if DependencyKind.MATERIAL in kinds else why[0].kind,
        via="、".join(sorted({each.via for each in why if each.via})),
        reason="；".join(sorted({each.reason for each in why if each.reason})),
    )


def told_act(act: Act, steps: Sequence[tuple[str, Step]]) -> JointAct:
    """Return a joint act with the opinion of everybody who takes part. steps: what each item needs of it."""
    opinions = tuple(
        built(Opinion, item=item, step=step.name, role=step.role, days=step.limit.working_days) for item, step in steps
    )
    items = tuple(dict.fromkeys(item for item, _ in steps))
    return built(JointAct, name=act, items=items, opinions=opinions, days=max(each.days for each in opinions))
