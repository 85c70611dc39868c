"""An item as the national implementation list (实施清单, GB/T 39046 table 4) names its elements."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.items.elements import Remedy
from lianban.core.items.model import MaterialForm, MaterialNeed, Necessity, ServiceItem
from lianban.core.items.papers import has_paper
from lianban.core.items.quality_guide import paper_for
from lianban.core.items.themes import BUSINESS_THEMES, PERSON_THEMES
from lianban.core.kernel.item_codes import KINDS, LEVELS
from lianban.core.vocabulary.model import Vocabulary

KIND_CODES = {name: code for code, name in KINDS.items()}
LEVEL_CODES = {name.removesuffix("级"): code for code, name in LEVELS.items()}
UNITS = {
    DayUnit.WORKING_DAY: "工作日",
    DayUnit.CALENDAR_DAY: "自然日",
    DayUnit.HOUR: "小时",
    DayUnit.MONTH: "月",
    DayUnit.YEAR: "年",
}
ORIGINALS = (MaterialForm.ORIGINAL, MaterialForm.ORIGINAL_AND_COPY)
COPIES = (MaterialForm.COPY, MaterialForm.ORIGINAL_AND_COPY)
ALWAYS_NEEDED = (Necessity.REQUIRED, Necessity.TOLERABLE)


class Element(BaseModel):
    """Written under the standard's names; filled in here under ours."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class ListedLimit(Element):
    """A time limit."""

    length: Decimal = Field(alias="数值")
    unit: str = Field(alias="单位")
    note: str = Field(alias="说明")


class ListedMaterial(Element):
    """A material. always: 1 when it is needed whatever the circumstances, else 0."""

    name: str = Field(alias="材料名称")
    issued_by: str = Field(alias="出具机构")
    standard: str = Field(alias="办理说明")
    note: str = Field(alias="使用说明")
    originals: int = Field(alias="原件份数")
    copies: int = Field(alias="复印件份数")
    always: int = Field(alias="是否必备", description="1 是，0 否（视情形或非必要）")
    has_blank: int = Field(alias="空白表格", description="1 有，可从事项所在的一件事页面下载；0 没有")


class ListedQuestion(Element):
    """One of 常见问题."""

    question: str = Field(alias="问题")
    answer: str = Field(alias="答案")


class ListedTheme(Element):
    """A theme and its code."""

    name: str = Field(alias="名称")
    code: str | None = Field(alias="代码")


class ImplementationList(Element):
    """The elements that the catalogue knows; an element that it does not know is null."""

    name: str = Field(alias="事项名称")
    base_code: str | None = Field(alias="基本编码")
    kind: str = Field(alias="事项类型")
    kind_code: str | None = Field(alias="事项类型代码")
    basis: tuple[str, ...] = Field(alias="设定依据")
    level: str = Field(alias="行使层级")
    level_code: str | None = Field(alias="行使层级代码")
    authority: str = Field(alias="实施主体")
    statutory: ListedLimit | None = Field(alias="法定办结时限")
    promised: ListedLimit = Field(alias="承诺办结时限")
    conditions: tuple[str, ...] = Field(alias="受理条件")
    steps: tuple[str, ...] = Field(alias="办理流程")
    results: tuple[str, ...] = Field(alias="结果名称")
    charged: int = Field(alias="是否收费", description="1 是，0 否")
    fee_basis: tuple[str, ...] = Field(alias="收费依据")
    service_object: str = Field(alias="服务对象")
    address: str | None = Field(alias="办理地点")
    hours: str | None = Field(alias="办理时间")
    consult_phone: str | None = Field(alias="咨询电话")
    supervise_phone: str | None = Field(alias="监督电话")
    handling_forms: tuple[str, ...] | None = Field(alias="办理形式")
    posted: int = Field(alias="是否支持物流快递", description="1 是，0 否")
    person_themes: tuple[ListedTheme, ...] = Field(alias="面向自然人事项主题分类")
    business_themes: tuple[ListedTheme, ...] = Field(alias="面向法人事项主题分类")
    quota: str | None = Field(alias="数量限制")
    review: str | None = Field(alias="行政复议")
    litigation: str | None = Field(alias="行政诉讼")
    questions: tuple[ListedQuestion, ...] = Field(alias="常见问题")
    visits: int = Field(alias="到办事现场次数")
    visit_reason: str | None = Field(alias="必须现场办理原因")
    materials: tuple[ListedMaterial, ...] = Field(alias="材料")


def implementation_list(item: ServiceItem, authority: str, vocabulary: Vocabulary) -> ImplementationList:
    """Return an item under the standard's names. authority: name of the body that decides."""
    return ImplementationList(
        name=item.name,
        base_code=item.code or None,
        kind=item.type,
        kind_code=KIND_CODES.get(item.type),
        basis=tuple(str(each) for each in item.legal_basis),
        level=item.level,
        level_code=LEVEL_CODES.get(item.level.removesuffix("级")),
        authority=authority or item.authority_text,
        statutory=_limit(item.statutory_limit) if item.statutory_limit else None,
        promised=_limit(item.promised_limit),
        conditions=tuple(each.text for each in item.conditions),
        steps=tuple(step.name for step in item.steps),
        results=tuple(result.name for result in item.results),
        charged=int(item.fee.charged),
        fee_basis=tuple(str(each) for each in item.fee.basis),
        service_object=item.service_object,
        address=item.place.address or None,
        hours=item.place.hours or None,
        consult_phone=item.place.consult_phone or None,
        supervise_phone=item.place.supervise_phone or None,
        materials=tuple(_material(each, item, vocabulary) for each in item.materials),
        **_told(item),
    )


def _told(item: ServiceItem) -> dict[str, Any]:
    """Return what the guide tells beside conditions, materials and steps."""
    quota = item.quota
    return {
        "handling_forms": tuple(each.value for each in item.handling_forms) or None,
        "posted": int(item.posted),
        "person_themes": _themes(item.themes.persons, PERSON_THEMES),
        "business_themes": _themes(item.themes.businesses, BUSINESS_THEMES),
        "quota": "；".join(filter(None, (quota.number, quota.method, quota.publicity))) if quota else None,
        "review": _remedy(item.remedies.review),
        "litigation": _remedy(item.remedies.litigation),
        "questions": tuple(ListedQuestion(question=each.question, answer=each.answer) for each in item.faq),
        "visits": item.visits,
        "visit_reason": item.visit_reason or None,
    }


def _themes(names: tuple[str, ...], codes: Mapping[str, str]) -> tuple[ListedTheme, ...]:
    return tuple(ListedTheme(name=each, code=codes.get(each)) for each in names)


def _remedy(way: Remedy | None) -> str | None:
    return "，".join(filter(None, (way.body, way.within, way.address, way.phone))) if way else None


def _limit(limit: TimeLimit) -> ListedLimit:
    return ListedLimit(length=limit.length, unit=UNITS[limit.unit], note=limit.note)


def _material(need: MaterialNeed, item: ServiceItem, vocabulary: Vocabulary) -> ListedMaterial:
    return ListedMaterial(
        name=need.name,
        issued_by=need.issued_by,
        standard=need.acceptance_standard,
        note=need.note,
        originals=need.copies if need.form in ORIGINALS else 0,
        copies=need.copies if need.form in COPIES else 0,
        always=int(need.necessity in ALWAYS_NEEDED),
        has_blank=int(has_paper(item, need, vocabulary) or bool(paper_for(need, vocabulary).blank)),
    )
