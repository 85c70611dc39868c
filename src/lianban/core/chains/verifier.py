"""The independent check of a plan. It reads the definitions anew and knows nothing of how the plan was made.

It objects when something a department needs is lost for any combination of answers, when something superfluous is
asked, when a limit is looser or stricter than the departments' together, when an order is unsound, and when a figure
cannot be counted again. Conditions are compared exactly, as decision diagrams.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lianban.core.chains import sections
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import FieldUse, MergedField, Need, Plan, PlanItem, Section
from lianban.core.chains.verifier_limits import are_at_odds, limit_objections
from lianban.core.chains.verifier_materials import material_objections
from lianban.core.chains.verifier_process import process_objections
from lianban.core.chains.verifier_reading import Objection, Reading
from lianban.core.conditions.diagram import FALSE, TRUE, DiagramTooLarge
from lianban.core.items.model import FormField, HandlingType, ServiceItem
from lianban.core.vocabulary.model import DataElement, Vocabulary

_Asked = tuple[ServiceItem, FormField]


def verify(plan: Plan, chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> tuple[Objection, ...]:
    """Return everything that is wrong with a plan; nothing when it does what its certificate claims."""
    try:
        reading = Reading(plan, chain, items, vocabulary)
        return tuple(_objections(reading))
    except DiagramTooLarge as error:
        return (Objection(rule="UNDECIDED", where="plan", message=error.message),)
    except KeyError as error:
        return (Objection(rule="UNKNOWN", where=str(error.args[0]), message="方案提到了定义中没有的内容。"),)


def _objections(reading: Reading) -> Iterator[Objection]:
    plan, chain = reading.plan, reading.chain
    if (plan.chain, plan.name, plan.name_en) != (chain.key, chain.name, chain.name_en):
        yield Objection(rule="CHAIN", where="plan", message="方案与链条的名称不符。")
    yield from _items(reading)
    yield from _form(reading)
    yield from material_objections(reading)
    yield from process_objections(reading)


def _items(reading: Reading) -> Iterator[Objection]:
    listed = Counter(each.key for each in reading.plan.items)
    if listed != Counter(set(reading.members)):
        yield Objection(rule="ITEMS", where="items", message="方案所列事项与链条的成员不一致。")
        return
    for each in reading.plan.items:
        node, where = reading.members[each.key], f"items/{each.key}"
        expected = {TRUE: Need.CERTAIN, FALSE: Need.NOT_NEEDED}.get(node, Need.POSSIBLE)
        if reading.node(each.because) != node or each.need is not expected:
            yield Objection(rule="ITEM_NEED", where=where, message="事项是否需要办理与答案不符。")
        if _as_planned(each) != _as_defined(reading.items[each.key]):
            yield Objection(rule="ITEM_FACTS", where=where, message="事项的名称、部门、时限或结果与定义不符。")
        if each.days != reading.days(each.key):
            yield Objection(rule="ITEM_DAYS", where=where, message="事项所需工作日与定义不符。")


def _as_planned(each: PlanItem) -> tuple[object, ...]:
    named = (each.name, each.name_en, each.type, each.authority, each.authority_name, each.results, each.legal_basis)
    return (*named, each.statutory_limit, each.promised_limit, each.on_the_spot, each.fee, each.visits)


def _as_defined(item: ServiceItem) -> tuple[object, ...]:
    authority = item.authority_text or item.authority
    results = tuple(result.name for result in item.results)
    on_the_spot = item.handling_type is HandlingType.ON_THE_SPOT
    named = (item.name, item.name_en, item.type, item.authority, authority, results, item.legal_basis)
    return (*named, item.statutory_limit, item.promised_limit, on_the_spot, item.fee.text, item.visits)


def _form(reading: Reading) -> Iterator[Objection]:
    plan = reading.plan
    fields = [field for section in plan.sections for field in section.fields]
    for name, keys in (("sections", [each.key for each in plan.sections]), ("fields", [each.key for each in fields])):
        if len(set(keys)) != len(keys):
            yield Objection(rule="KEYS", where=name, message="方案中有重复的键。")
    for section in plan.sections:
        if not section.fields or (section.title, section.title_en) != _title(section, reading):
            message = "这个部分没有内容，或标题与内容不符。"
            yield Objection(rule="SECTION", where=f"sections/{section.key}", message=message)
    yield from _nothing_lost(reading, fields)
    for field in fields:
        yield from _field(reading, field)
    yield from _asked_twice(reading, fields)
    if plan.certificate.get("fields") != {f"{use.item}/{use.field}": each.key for each in fields for use in each.uses}:
        yield Objection(rule="CERTIFICATE", where="certificate/fields", message="证书所列字段与方案不一致。")


def _title(section: Section, reading: Reading) -> tuple[str, str] | None:
    """The title that fits every field of a section: the role they share, the item they share, or none of these."""
    asked = [(use.item, reading.field(use.item, use.field)) for field in section.fields for use in field.uses]
    roles = {own.element.partition(".")[0] for _, own in asked}
    if section.key in sections.TITLES:
        return sections.TITLES[section.key] if roles == {section.key} else None
    if section.key.startswith("item."):
        item = reading.items[section.key.removeprefix("item.")]
        return (item.name, item.name_en) if {key for key, _ in asked} == {item.key} else None
    return sections.UNTITLED if section.key == "other" else None


def _nothing_lost(reading: Reading, fields: Iterable[MergedField]) -> Iterator[Objection]:
    served: dict[tuple[str, str], list[MergedField]] = {}
    for field in fields:
        for use in field.uses:
            served.setdefault((use.item, use.field), []).append(field)
    for (item, key), demand in reading.fields.items():
        servants, where = served.get((item, key), []), f"items/{item}/form/fields/{key}"
        if len(servants) != (demand != FALSE):
            yield Objection(rule="FIELD_LOST", where=where, message="部门表单的这个字段没有（或不止一处）对应。")
        for field in servants:
            if not reading.implies(demand, reading.node(field.when)):
                yield Objection(rule="FIELD_LOST", where=where, message="有的情形下部门需要这个字段，而表单不显示它。")
            must = demand if reading.field(item, key).required else FALSE
            if not reading.implies(must, reading.node(field.required)):
                yield Objection(rule="FIELD_LOST", where=where, message="有的情形下部门必填，而表单允许不填。")


def _field(reading: Reading, field: MergedField) -> Iterator[Objection]:
    where = f"fields/{field.key}"
    if not field.uses or any((use.item, use.field) not in reading.fields for use in field.uses):
        yield Objection(rule="FIELD_UNUSED", where=where, message="没有部门需要这个字段。")
        return
    asked = [(reading.items[use.item], reading.field(use.item, use.field)) for use in field.uses]
    demands = {(use.item, use.field): reading.fields[use.item, use.field] for use in field.uses}
    if reading.node(field.when) != reading.either(demands.values()):
        yield Objection(rule="FIELD_SUPERFLUOUS", where=where, message="有的情形下没有部门需要它，表单却要填。")
    must = (demands[item.key, own.key] for item, own in asked if own.required)
    if reading.node(field.required) != reading.either(must):
        yield Objection(rule="FIELD_REQUIRED", where=where, message="必填的情形与各部门的要求不符。")
    if not _is_one_fact(field, asked):
        yield Objection(rule="FIELD_FACT", where=where, message="合并的字段问的不是同一件事。")
    elif not _is_described(field, asked, reading.vocabulary.elements):
        yield Objection(rule="FIELD_FACTS", where=where, message="字段的名称、说明或保护级别与数据元不符。")
    if any(use.name != own.name for use, (_, own) in zip(field.uses, asked, strict=True)):
        yield Objection(rule="FIELD_FACTS", where=where, message="部门叫法与部门表单不符。")
    fitting: list[tuple[FieldUse, FormField]] = [(use, own) for use, (_, own) in zip(field.uses, asked, strict=True)]
    yield from limit_objections(field, fitting, reading.vocabulary.elements)


def _is_one_fact(field: MergedField, asked: Iterable[_Asked]) -> bool:
    elements = {own.element for _, own in asked}
    own_keys = {f"{item.key}.{own.key}" for item, own in asked}
    if len(elements) > 1:
        return field.key.count(".") == 0 and all(each.startswith(f"{field.key}.") for each in elements)
    element = elements.pop()
    if not element:
        return field.key in own_keys and len(own_keys) == 1
    return field.key == element or field.key in own_keys


def _is_described(field: MergedField, asked: list[_Asked], elements: Mapping[str, DataElement]) -> bool:
    named = {own.element for _, own in asked}
    known = [elements[each] for each in sorted(named) if each in elements]
    sensitivities = {each.sensitivity for each in known} or {field.sensitivity.OPEN}
    carried = {each.carry_over for each in known} or {field.carry_over.FREE}
    protected = (field.sensitivity, field.carry_over) == (_strictest(sensitivities), _strictest(carried))
    if len(named) > 1:
        titles = (
            {sections.TITLES[field.key]} if field.key in sections.TITLES else {(o.name, o.name_en) for _, o in asked}
        )
        told = (field.label, field.label_en) in titles and not field.hint and not field.hint_en
        return protected and told and field.authority == next((e.authority for e in known if e.authority), "")
    element = known[0] if known else None
    labels = {(own.name, own.name_en) for _, own in asked}
    if element and field.key == element.key:
        labels = {(element.name, element.name_en)}
    hints = {element.hint} if element and element.hint else {own.hint for _, own in asked}
    told = (field.hint_en, field.authority) == ((element.hint_en, element.authority) if element else ("", ""))
    return protected and told and (field.label, field.label_en) in labels and field.hint in hints


def _strictest(levels: Iterable[object]) -> object:
    """Both scales are written from the freest to the strictest."""
    return max(levels, key=lambda level: list(type(level)).index(level))  # type: ignore[call-overload]


def _asked_twice(reading: Reading, fields: Iterable[MergedField]) -> Iterator[Objection]:
    by_fact: dict[str, list[MergedField]] = {}
    for field in fields:
        for element in sorted({reading.field(use.item, use.field).element for use in field.uses} - {""}):
            by_fact.setdefault(element, []).append(field)
    for element, asking in by_fact.items():
        for number, one in enumerate(asking):
            for other in asking[number + 1 :]:
                own = [reading.field(use.item, use.field) for use in (*one.uses, *other.uses)]
                if not are_at_odds(own, reading.vocabulary.elements.get(element)):
                    message = f"“{one.key}”与“{other.key}”问的是同一件事。"
                    yield Objection(rule="ASKED_TWICE", where=f"fields/{other.key}", message=message)
