"""Quality rules of item lists (facts 1.6): each is a named finding with a remedy.

An error keeps a definition from being published; a warning is shown to its author and the auditor; a hint is advice.
What several items have to do with one another is in `alike`, what the guide must tell in `quality_guide`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.conditions.algebra import ALWAYS
from lianban.core.items.found import found_in as _found
from lianban.core.items.model import HandlingType, MaterialForm, MaterialNeed, Necessity, ResultKind, ServiceItem
from lianban.core.items.quality_guide import GUIDE_RULES
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import ValueType, Vocabulary

_CATCH_ALL = re.compile(
    "其他(相关|有关|必要)?的?材料|等(相关|有关)?材料|法律法规规定的其他|相关证明材料|(审批)?机关认为(需要|必要)的"
)
_VAGUE = re.compile("符合(有关|相关)规定|有关部门|必要时")
_ARTICLE = re.compile("第.+条")
_OFFICIAL = "政府部门核发"
_AGENCY = "中介机构"
_ACTS = {
    "受理": "受理|收件|核验|体检|接种",
    "审查": "审查|审核|审批|核|检|评|签发|登记",
    "决定": "决定|签发|核验|发证|出证",
}
_DAYS = {
    DayUnit.WORKING_DAY: Decimal("1.4"),
    DayUnit.CALENDAR_DAY: Decimal(1),
    DayUnit.HOUR: Decimal("0.175"),
    DayUnit.MONTH: Decimal(30),
    DayUnit.YEAR: Decimal(365),
}
"""How many calendar days a unit is, to compare limits in different units (5 working days of 8 hours to a week)."""


def check_item(item: ServiceItem, vocabulary: Vocabulary) -> list[Finding]:
    """Return what is wrong or open in an item's definition, in the order of the rules."""
    return [finding for rule in (*_RULES, *GUIDE_RULES) for finding in rule(item, vocabulary)]


def _keys(item: ServiceItem, vocabulary: Vocabulary) -> Iterator[Finding]:
    if vocabulary.authorities and item.authority not in vocabulary.authorities:
        text = f"没有键为“{item.authority}”的部门。"
        yield _found("UNKNOWN_AUTHORITY", "error", item, "authority", text, "在 authorities.yaml 中增加，或改正键。")
    for path, entries in (("form/fields", item.fields), ("materials", item.materials)):
        keys = (each.key for each in entries)
        for key in (key for key, times in Counter(keys).items() if times > 1):
            yield _found("DUPLICATE_KEY", "error", item, path, f"键“{key}”用了不止一次。", "给每一项不同的键。")


def _materials(item: ServiceItem, vocabulary: Vocabulary) -> Iterator[Finding]:
    for number, each in enumerate(item.materials):
        path = f"materials/{number}"
        if found := _CATCH_ALL.search(each.name):
            whole = found[0] == each.name
            text = f"材料“{each.name}”含有兜底说法“{found[0]}”。"
            level = "error" if whole else "warning"
            yield _found("Q01_CATCH_ALL", level, item, f"{path}/name", text, "逐一写明材料名称，不设兜底。")
        yield from _source(item, each, path)
        if each.necessity is Necessity.CONDITIONAL and each.when == ALWAYS:
            text = f"材料“{each.name}”是条件必要，却没有写条件。"
            yield _found("CONDITION_MISSING", "warning", item, path, text, "用 when 写明什么情形下需要。")
        if each.tolerable and item.handling_type is not HandlingType.PROMISED:
            text = f"即办件的材料“{each.name}”不能容缺。"
            yield _found("TOLERABLE_ON_THE_SPOT", "error", item, path, text, "去掉 tolerable，或改为承诺件。")
        yield from _kind(item, each, path, vocabulary)


def _kind(item: ServiceItem, material: MaterialNeed, path: str, vocabulary: Vocabulary) -> Iterator[Finding]:
    kind = vocabulary.kinds.get(material.kind)
    if material.kind and kind is None:
        text = f"材料目录中没有“{material.kind}”。"
        yield _found("UNKNOWN_KIND", "error", item, f"{path}/kind", text, "在 vocabulary/kinds.yaml 中增加，或改正键。")
    elif kind and kind.e_licence and not (material.shared or material.e_licence):
        text = f"“{material.name}”有电子证照可用，清单仍要求提交。"
        yield _found("Q18_SHAREABLE", "warning", item, path, text, "标明 e_licence: true，由部门自行获取。")
    elif kind and kind.shared and not (material.shared or material.e_licence):
        text = f"“{material.name}”能从共享数据核验，清单仍要求提交。"
        yield _found("Q18_SHAREABLE", "warning", item, path, text, "标明 shared: true，由部门自行核验。")


def _source(item: ServiceItem, material: MaterialNeed, path: str) -> Iterator[Finding]:
    if not material.channel:
        text = f"材料“{material.name}”没有写来源渠道。"
        yield _found("Q02_CHANNEL", "error", item, f"{path}/channel", text, "写明申请人自备、政府部门核发或其他。")
    if material.channel == _OFFICIAL and not material.issued_by:
        text = f"“{material.name}”由政府部门核发，却没有写出具机构。"
        yield _found("Q02_ISSUER", "warning", item, path, text, "在 issued_by 写明由谁出具。")
    if material.channel == _AGENCY and not any(each.startswith("L:") for each in material.source):
        text = f"“{material.name}”要由中介机构出具，没有注明法律、行政法规或国务院决定的依据。"
        yield _found("Q15_AGENCY_BASIS", "hint", item, path, text, "补充依据；没有依据的应当取消。")


def _results(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    if not item.results:
        yield _found("Q03_RESULT", "warning", item, "", "没有写审批结果。", "写明结果名称；没有结果的写类型“无”。")
    if len(item.results) > 1 and any(each.kind is ResultKind.NONE for each in item.results):
        yield _found("Q03_RESULT", "error", item, "results", "类型“无”不能与其他结果并列。", "删去“无”或其他结果。")


def _limits(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    promised, statutory = item.promised_limit, item.statutory_limit
    on_the_spot = item.handling_type is HandlingType.ON_THE_SPOT
    if on_the_spot and _days(promised) > _days(TimeLimit(length=Decimal(1))):
        text = "即办件的承诺时限超过1个工作日。"
        yield _found("Q04_HANDLING_TYPE", "error", item, "promised_limit", text, "改为承诺件，或压缩到当场办结。")
    if not on_the_spot and promised.length == 0:
        text = "承诺件的承诺时限是0。"
        yield _found("Q04_HANDLING_TYPE", "warning", item, "promised_limit", text, "改为即办件，或写明承诺时限。")
    if statutory and _days(promised) > _days(statutory):
        text = "承诺时限长于法定时限。"
        yield _found("Q04_BEYOND_LAW", "error", item, "promised_limit", text, "承诺时限不得超过法定时限。")


def _days(limit: TimeLimit) -> Decimal:
    return limit.length * _DAYS[limit.unit]


def _visits(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    if item.visits and not item.visit_reason:
        text = f"到现场 {item.visits} 次，却没有写原因。"
        yield _found("Q05_VISIT_REASON", "warning", item, "visits", text, "在 visit_reason 写明必须到现场的原因。")
    if not item.visits and item.visit_reason:
        yield _found("Q05_VISIT_REASON", "error", item, "visit_reason", "到现场0次，却写了原因。", "改正其中一项。")


def _steps(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    counted = [each for each in item.steps if each.counted]
    always = sum((_days(each.limit) for each in counted if each.when == ALWAYS), Decimal(0))
    every = sum((_days(each.limit) for each in counted), Decimal(0))
    if always > _days(item.promised_limit):
        text = "各环节时限之和超过承诺时限。"
        yield _found("Q06_STEPS", "error", item, "steps", text, "压缩环节，或调整承诺时限。")
    elif (length := slack_of(item)) is not None:
        text = f"各环节合计 {length.normalize():f}，承诺 {item.promised_limit.length.normalize():f}，还有余地。"
        yield _found("Q06_SLACK", "hint", item, "promised_limit", text, "把承诺时限压缩到各环节之和。")
    elif every > _days(item.promised_limit):
        text = "有些情形下，各环节时限之和超过承诺时限。"
        yield _found("Q06_STEPS", "hint", item, "steps", text, "写明承诺时限适用于哪种情形。")
    names = "、".join(each.name for each in item.steps)
    missing = [act for act, pattern in _ACTS.items() if not re.search(pattern, names)]
    if missing:
        text = f"办理流程没有“{'、'.join(missing)}”。"
        yield _found("Q14_FLOW", "hint", item, "steps", text, "流程至少写明受理、审查、决定。")


def slack_of(item: ServiceItem) -> Decimal | None:
    """Return the length to which the promise can be cut, in its own unit: the sum of the steps; None without slack."""
    counted = [each.limit for each in item.steps if each.counted]
    if any(each.unit is not item.promised_limit.unit for each in counted):
        return None
    length = sum((each.length for each in counted), Decimal(0))
    return length if 0 < length < item.promised_limit.length else None


def _fee(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    if item.fee.charged and not item.fee.basis:
        yield _found("Q07_FEE", "error", item, "fee", "收费却没有写依据。", "补充收费依据，没有依据的不得收费。")
    if not item.fee.charged and item.fee.amount:
        yield _found("Q07_FEE", "error", item, "fee", "不收费却写了金额。", "改正其中一项。")


def _place(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    place = item.place
    if not place.address or not place.hours or not place.consult_phone:
        text = "办理地点、办理时间、咨询电话没有写全。"
        yield _found("Q09_PLACE", "hint", item, "", text, "在 place 中补全，地点写到窗口或房间。")
    elif "工作日" not in place.hours and "公示" not in place.hours:
        yield _found("Q09_PLACE", "warning", item, "place/hours", "办理时间没有说明哪些日子。", "写明工作日及时段。")
    if place.consult_phone and place.consult_phone == place.supervise_phone:
        text = "咨询电话与监督电话相同。"
        yield _found("Q08_PHONES", "warning", item, "place/supervise_phone", text, "分别公布两个电话。")


def _conditions(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    for number, each in enumerate(item.conditions):
        path = f"conditions/{number}"
        if vague := _VAGUE.search(each.text):
            text = f"受理条件含有模糊说法“{vague[0]}”。"
            yield _found("Q13_VAGUE", "warning", item, path, text, "写明具体规定或具体部门。")
        for material in (m.name for m in item.materials if len(m.name) > 3 and m.name in each.text):
            text = f"受理条件写了材料“{material}”。"
            yield _found("Q11_MATERIAL_IN_CONDITION", "hint", item, path, text, "条件只写实质要求，材料写在材料清单。")


def _basis(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    if not item.legal_basis and item.type != "公共服务":
        yield _found("Q12_BASIS", "warning", item, "", "没有写设定依据。", "写明文件名称、文号和条款。")
    for number, each in enumerate(item.legal_basis):
        if not _ARTICLE.search(each.article):
            text = f"{each.document}没有写到条。"
            yield _found("Q12_ARTICLE", "hint", item, f"legal_basis/{number}", text, "写明第几条。")


def _words(item: ServiceItem, vocabulary: Vocabulary) -> Iterator[Finding]:
    for number, each in enumerate(item.fields):
        path = f"form/fields/{number}"
        element = vocabulary.elements.get(each.element)
        if each.element and element is None:
            text = f"没有键为“{each.element}”的数据元。"
            yield _found(
                "UNKNOWN_ELEMENT", "error", item, f"{path}/element", text, "在 vocabulary/elements.yaml 中增加。"
            )
        elif not each.element:
            text = f"字段“{each.name}”没有对应数据元。"
            yield _found("NO_ELEMENT", "hint", item, path, text, "对应数据元后才能与其他部门的字段合并。")
        is_list = each.type in (ValueType.CHOICE, ValueType.CHOICES)
        if is_list and not each.options and not (element and element.options):
            text = f"字段“{each.name}”要选择，却没有可选项。"
            yield _found("NO_OPTIONS", "warning", item, path, text, "写明可选项，否则只能填文字。")
        if each.minimum is not None and each.maximum is not None and each.minimum > each.maximum:
            text = f"字段“{each.name}”的下限大于上限。"
            yield _found("EMPTY_RANGE", "error", item, path, text, "改正上下限。")


def _examination(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    demands = item.examination
    for number, each in enumerate(item.materials):
        if demands.safety and (each.tolerable or each.commitment):
            text = f"直接涉及公共安全、人身健康、生命财产安全的事项，材料“{each.name}”不能容缺，也不能以承诺代替。"
            yield _found("SAFETY_EASED", "error", item, f"materials/{number}", text, "去掉 tolerable 和 commitment。")
        brought = not (each.shared or each.e_licence or each.form is MaterialForm.ELECTRONIC)
        if demands.instant and brought and each.necessity is Necessity.REQUIRED:
            text = f"秒批事项的材料“{each.name}”要由申请人提交，规则无从核验。"
            yield _found("INSTANT_MATERIAL", "error", item, f"materials/{number}", text, "改为共享核验，或不列秒批。")
    if demands.instant and item.handling_type is not HandlingType.ON_THE_SPOT:
        text = "列入秒批的不是即办件。"
        yield _found("INSTANT_TYPE", "error", item, "examination/instant", text, "改为即办件，或不列秒批。")


_RULES = (
    _keys,
    _materials,
    _results,
    _limits,
    _visits,
    _steps,
    _fee,
    _place,
    _conditions,
    _basis,
    _words,
    _examination,
)
