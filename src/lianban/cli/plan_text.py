"""A plan in plain text, in the order in which a person wants to know it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lianban.core.chains.plan import Figure, Marking, MergedMaterial, Need, Plan
from lianban.core.conditions.algebra import ALWAYS
from lianban.core.conditions.words import Names, say

_NEEDS = {Need.CERTAIN: "必办", Need.POSSIBLE: "可能需要", Need.NOT_NEEDED: "不需要"}
_HANDED_IN = (Marking.REQUIRED, Marking.CONDITIONAL, Marking.TOLERABLE, Marking.COMMITMENT)


def plan_text(plan: Plan, names: Names) -> str:
    """Return the plan: what is done by whom, how long, what to hand in, what to fill in, what it saves."""
    return "\n".join(_lines(plan, names))


def _lines(plan: Plan, names: Names) -> Iterator[str]:
    yield plan.name
    yield f"承诺：最多 {_number(plan.process.promise)} 个工作日，最多跑 {_number(plan.reductions.visits.after)} 次"
    yield from ("", "办理事项")
    yield from _items(plan, names)
    yield from ("", "先后关系")
    yield from _process(plan)
    yield from ("", "需要提交的材料")
    yield from (_material(each, names) for each in plan.materials if each.marking in _HANDED_IN)
    yield from ("", "不用提交的材料")
    yield from (_material(each, names) for each in plan.materials if each.marking not in _HANDED_IN)
    yield from ("", "一张表单")
    for section in plan.sections:
        yield f"  {section.title}：{'、'.join(field.label for field in section.fields)}"
    yield from ("", "四减")
    yield from _reductions(plan)
    if plan.findings:
        yield from ("", "待完善")
        yield from (f"  {finding.message}{finding.remedy}" for finding in plan.findings)


def _items(plan: Plan, names: Names) -> Iterator[str]:
    for each in plan.items:
        limit = f"{_number(each.days)} 个工作日" if each.days else "当场"
        why = f"（{say(each.because, names)}）" if each.need is Need.POSSIBLE else ""
        took = f"  {limit}" if each.need is not Need.NOT_NEEDED else ""
        yield f"  [{_NEEDS[each.need]}] {each.name}  {each.authority_name}{took}{why}"


def _process(plan: Plan) -> Iterator[str]:
    named = {each.key: each.name for each in plan.items}
    for edge in plan.process.edges:
        yield f"  {named[edge.before]} → {named[edge.after]}：{edge.reason}"
    for act in plan.process.joint_acts:
        within = f"{_number(act.days)} 个工作日内" if act.days else "当场"
        yield f"  {act.name}（一次进行，{within}各出意见）："
        yield from (f"    {named[each.item]}  {each.step}  {each.role}" for each in act.opinions)
    yield from _path(plan)
    yield from _fallbacks(plan, named)


def _path(plan: Plan) -> Iterator[str]:
    items = {each.key: each for each in plan.items}
    yield f"  关键路径：{' → '.join(items[key].name for key in plan.process.path)}"
    for key in plan.process.path:
        limit = f"{_number(items[key].days)} 个工作日" if items[key].days else "当场"
        yield f"    {items[key].authority_name}  {items[key].name}  {limit}"


def _fallbacks(plan: Plan, named: Mapping[str, str]) -> Iterator[str]:
    """What a refusal leads to; the item cases follow the same edges when it happens."""
    if plan.process.fallbacks:
        yield "  如果没有获准"
    for each in plan.process.fallbacks:
        lacks = f"缺少{'、'.join(each.lacks)}，" if each.lacks else ""
        others = f"；其余 {len(each.goes_on)} 项照常办理" if each.goes_on else ""
        stops = "、".join(named[key] for key in each.stops)
        yield f"    {named[each.refused]}：{lacks}{stops} 终止办理，取得后可再申请{others}"


def _material(each: MergedMaterial, names: Names) -> str:
    if each.marking not in _HANDED_IN:
        return f"  [{each.marking.value}] {each.name}  {each.exempt_reason or each.uses[0].reason}"
    when = f"（{say(each.when, names)}）" if each.when != ALWAYS else ""
    again = f"，一份顶 {len(each.uses)} 份" if len(each.uses) > 1 else ""
    optional = "，可以不交" if each.optional else ""
    return f"  [{each.marking.value}] {each.name}  {each.form.value} {each.copies} 份{again}{optional}{when}"


def _reductions(plan: Plan) -> Iterator[str]:
    figures = plan.reductions
    yield _figure("环节", figures.steps)
    yield _figure("材料", figures.materials)
    yield _figure("时限（工作日）", figures.days)
    yield _figure("跑动（次）", figures.visits)
    yield _figure("填写项", figures.fields)


def _figure(name: str, figure: Figure) -> str:
    rate = figure.rate
    share = "" if rate is None else f"，减 {rate:.1%}"
    return f"  {name}：{_number(figure.before)} → {_number(figure.after)}{share}"


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
