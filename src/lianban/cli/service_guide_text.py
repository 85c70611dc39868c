"""The one 服务指南 of a chain in plain text: everything its departments tell, each thing once."""

from collections.abc import Iterator, Sequence

from lianban.core.chains.guide import Guide, GuideItem, GuideQuestion
from lianban.core.chains.plan import MergedMaterial
from lianban.core.items.elements import Remedy


def service_guide_text(guide: Guide) -> str:
    """Return the guide under the headings of a 服务指南; a heading with nothing under it is left out."""
    parts = (
        ("办理事项", _items(guide)),
        (
            "设定依据",
            (f"{item.name}：{'；'.join(map(str, item.legal_basis))}" for item in guide.items if item.legal_basis),
        ),
        ("受理条件", (line for item in guide.items for line in _conditions(item))),
        ("需要提交的材料", (_material(each) for each in guide.to_hand_in)),
        ("不用提交的材料", (_material(each) for each in guide.fetched)),
        ("办理结果", guide.results),
        ("收费", guide.fees or ("不收费",)),
        ("办理形式", _forms(guide)),
        ("办理地点、时间和电话", _places(guide)),
        ("救济渠道", _remedies(guide)),
        ("常见问题", (line for each in guide.faq for line in _question(each, guide))),
    )
    head = [guide.title, guide.summary, _promise(guide)]
    told = [(heading, [f"  {line}" for line in lines]) for heading, lines in parts]
    return "\n".join([*filter(None, head), *(line for name, lines in told if lines for line in ("", name, *lines))])


def _promise(guide: Guide) -> str:
    return f"承诺：最多 {guide.promise.normalize():f} 个工作日，最多跑 {guide.visits} 次"


def _items(guide: Guide) -> Iterator[str]:
    for each in guide.items:
        days = f"{each.days.normalize():f} 个工作日" if each.days else "当场"
        yield f"{each.name}  {each.authority}  {days}"


def _basis(guide: Guide) -> Iterator[str]:
    return (f"{item.name}：{'；'.join(map(str, item.legal_basis))}" for item in guide.items if item.legal_basis)


def _conditions(item: GuideItem) -> Iterator[str]:
    if item.conditions:
        yield item.name
        yield from (f"  {number}. {each.text}" for number, each in enumerate(item.conditions, 1))


def _material(each: MergedMaterial) -> str:
    if each.exempt_reason:
        return f"[{each.marking.value}] {each.name}  {each.exempt_reason}"
    return f"[{each.marking.value}] {each.name}  {each.form.value} {each.copies} 份"


def _forms(guide: Guide) -> Iterator[str]:
    ways: dict[str, list[str]] = {}
    for each in guide.items:
        if each.handling_forms:
            words = "、".join(form.value for form in each.handling_forms) + ("；结果可邮寄" if each.posted else "")
            ways.setdefault(words, []).append(each.key)
    return (f"{words}：{_named(keys, guide)}" for words, keys in ways.items())


def _places(guide: Guide) -> Iterator[str]:
    for each in guide.places:
        place = each.place
        yield "，".join(filter(None, (place.address, place.hours)))
        phones = (("咨询", place.consult_phone), ("监督", place.supervise_phone))
        yield "  " + "，".join(f"{word}：{number}" for word, number in phones if number)
        if len(guide.places) > 1:
            yield f"  办理：{_named(each.items, guide)}"


def _remedies(guide: Guide) -> Iterator[str]:
    for each in guide.remedies:
        if len(guide.remedies) > 1:
            yield _named(each.items, guide)
        for word, way in (("行政复议", each.remedies.review), ("行政诉讼", each.remedies.litigation)):
            if way:
                yield f"  {word}：{_way(way)}"


def _way(way: Remedy) -> str:
    basis = "、".join(map(str, way.basis))
    return f"向{way.body}提出，{way.within}{f'（{basis}）' if basis else ''}"


def _question(each: GuideQuestion, guide: Guide) -> Iterator[str]:
    yield f"问：{each.question}"
    for answer in each.answers:
        who = f"（{_named(answer.items, guide)}）" if len(each.answers) > 1 else ""
        source = f"〔{'、'.join(answer.source)}〕" if answer.source else ""
        yield f"  答{who}：{answer.answer}{source}"


def _named(keys: Sequence[str], guide: Guide) -> str:
    names = {item.key: item.name for item in guide.items}
    return "、".join(names[key] for key in keys)
