"""Quality rules of item lists, one class per rule of facts 1.6."""

from decimal import Decimal

import pytest

from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.clocks.stops import StopKind
from lianban.core.conditions.text import parse
from lianban.core.items.examination import Examination, InstantCheck, InstantRule, SpecialProcedure
from lianban.core.items.model import (
    AcceptanceCondition,
    DepartmentForm,
    Fee,
    FormField,
    HandlingType,
    ItemResult,
    MaterialForm,
    MaterialNeed,
    Necessity,
    Place,
    ResultKind,
    ServiceItem,
    Step,
)
from lianban.core.items.quality import check_alike, check_item
from lianban.core.kernel.legal import LegalBasis
from lianban.core.vocabulary.model import Authority, DataElement, MaterialKind, ValueType, Vocabulary

WORDS = Vocabulary(
    elements={"entity.name": DataElement(key="entity.name", name="名称")},
    kinds={
        "doc.plan": MaterialKind(key="doc.plan", name="平面图"),
        "doc.licence": MaterialKind(key="doc.licence", name="营业执照", e_licence=True),
    },
    authorities={"market": Authority(key="market", name="区市场监督管理局")},
)


def days(length, unit=DayUnit.WORKING_DAY):
    return TimeLimit(length=Decimal(length), unit=unit)


def step(name, length="0", **more):
    return Step(name=name, role="窗口", limit=days(length), **more)


def item(**changes):
    """An item against which no rule has anything to say."""
    sound = {
        "key": "food",
        "name": "食品经营许可",
        "type": "行政许可",
        "authority": "market",
        "promised_limit": days(5),
        "statutory_limit": days(10),
        "handling_type": HandlingType.PROMISED,
        "legal_basis": (LegalBasis(document="食品安全法", article="第三十五条"),),
        "materials": (material(),),
        "steps": (step("受理"), step("审查", "4"), step("决定", "1"), step("送达")),
        "results": (ItemResult(name="食品经营许可证"),),
        "form": DepartmentForm(title="申请书", fields=(FormField(key="name", name="名称", element="entity.name"),)),
        "place": Place(
            address="一楼3号窗口", hours="工作日9:00—17:00", consult_phone="12345", supervise_phone="0533-1"
        ),
    }
    return ServiceItem(**sound | changes)


def material(**changes):
    return MaterialNeed(**{"key": "plan", "name": "场所平面图", "kind": "doc.plan"} | changes)


def rules(checked):
    return [(each.rule, each.level, each.where) for each in check_item(checked, WORDS)]


def found(checked):
    return {each.rule for each in check_item(checked, WORDS)}


def test_a_sound_item_has_no_finding():
    assert check_item(item(), WORDS) == []


def test_every_finding_says_what_to_do():
    bad = item(
        authority="x",
        materials=(material(name="其他材料", kind="doc.x", channel=""),),
        results=(),
        visits=1,
        place=Place(),
    )
    assert all(each.message and each.remedy for each in check_item(bad, WORDS))


class TestQ01NoCatchAll:
    """不得有兜底材料."""

    @pytest.mark.parametrize("name", ["其他材料", "其他相关材料", "法律法规规定的其他", "相关证明材料"])
    def test_a_catch_all_is_rejected(self, name):
        assert rules(item(materials=(material(name=name),))) == [
            ("Q01_CATCH_ALL", "error", "items/food/materials/0/name")
        ]

    def test_a_catch_all_tail_is_warned_of(self):
        assert rules(item(materials=(material(name="合格证明、公示方法等材料"),)))[0][:2] == (
            "Q01_CATCH_ALL",
            "warning",
        )

    @pytest.mark.parametrize("name", ["信息系统相关材料说明书", "其他卫生技术人员名录", "平等就业材料"])
    def test_a_name_that_only_sounds_like_one_passes(self, name):
        assert "error" not in {level for _, level, _ in rules(item(materials=(material(name=name),)))}


class TestQ02Sources:
    """来源渠道."""

    def test_a_document_of_an_authority_names_who_issues_it(self):
        assert found(item(materials=(material(channel="政府部门核发"),))) == {"Q02_ISSUER"}
        assert not found(item(materials=(material(channel="政府部门核发", issued_by="公安机关"),)))

    def test_a_material_has_a_channel(self):
        assert found(item(materials=(material(channel=""),))) == {"Q02_CHANNEL"}


class TestQ03Results:
    """审批结果."""

    def test_a_result_is_named(self):
        assert found(item(results=())) == {"Q03_RESULT"}

    def test_none_does_not_stand_beside_something(self):
        both = (ItemResult(name="证"), ItemResult(name="无", kind=ResultKind.NONE))
        assert found(item(results=both)) == {"Q03_RESULT"}
        assert not found(item(results=both[1:]))


class TestQ04Limits:
    """即办件当场办结；承诺时限不超过法定时限."""

    def test_on_the_spot_means_within_a_day(self):
        assert found(item(handling_type=HandlingType.ON_THE_SPOT, promised_limit=days(5))) == {"Q04_HANDLING_TYPE"}
        quick = (step("受理"), step("审查与决定", "0.5"))
        assert not found(item(handling_type=HandlingType.ON_THE_SPOT, promised_limit=days("0.5"), steps=quick))

    def test_a_promise_of_nothing_is_no_promise(self):
        assert "Q04_HANDLING_TYPE" in found(item(promised_limit=days(0), steps=()))

    def test_a_promise_is_not_longer_than_the_law(self):
        assert found(item(statutory_limit=days(4))) == {"Q04_BEYOND_LAW"}

    @pytest.mark.parametrize(
        ("promised", "statutory", "is_beyond"),
        [
            (days(10), days(15, DayUnit.CALENDAR_DAY), False),
            (days(15), days(15, DayUnit.CALENDAR_DAY), True),
            (days(20), days(3, DayUnit.MONTH), False),
            (days(8, DayUnit.HOUR), days(1), False),
        ],
    )
    def test_units_are_compared_by_what_they_last(self, promised, statutory, is_beyond):
        checked = item(promised_limit=promised, statutory_limit=statutory, steps=())
        assert ("Q04_BEYOND_LAW" in found(checked)) is is_beyond


class TestQ05Visits:
    """到现场次数."""

    def test_a_visit_has_a_reason(self):
        assert found(item(visits=1)) == {"Q05_VISIT_REASON"}
        assert not found(item(visits=1, visit_reason="本人到场体检"))

    def test_no_visit_has_none(self):
        assert rules(item(visit_reason="领证"))[0][:2] == ("Q05_VISIT_REASON", "error")


class TestQ06Steps:
    """各环节时限之和不超过承诺时限."""

    def test_the_steps_fit_the_promise(self):
        assert rules(item(steps=(step("受理"), step("审查", "5"), step("决定", "1"))))[0][:2] == ("Q06_STEPS", "error")

    def test_what_comes_after_the_decision_does_not_count(self):
        later = step("许可后核查", "20", counted=False)
        assert not found(item(steps=(step("受理"), step("审查", "4"), step("决定", "1"), later)))

    def test_ways_that_exclude_each_other_are_only_pointed_out(self):
        way = step("检查", "10", when=parse("fire.mode = 一般程序"))
        assert rules(item(steps=(step("受理"), way, step("决定", "1"))))[0][:2] == ("Q06_STEPS", "hint")


class TestQ07Fees:
    """收费."""

    def test_a_fee_has_a_basis(self):
        assert found(item(fee=Fee(charged=True, text="50元", amount=Decimal(50)))) == {"Q07_FEE"}
        basis = (LegalBasis(document="某收费标准", article="第一条"),)
        assert not found(item(fee=Fee(charged=True, text="50元", amount=Decimal(50), basis=basis)))

    def test_what_is_free_costs_nothing(self):
        assert found(item(fee=Fee(amount=Decimal(50)))) == {"Q07_FEE"}


class TestQ08Q09Places:
    """办理地点、时间和电话."""

    def test_place_time_and_phone_are_given(self):
        assert found(item(place=Place())) == {"Q09_PLACE"}

    def test_hours_say_which_days(self):
        place = Place(address="窗口", hours="9:00—17:00", consult_phone="12345")
        assert found(item(place=place)) == {"Q09_PLACE"}

    def test_complaints_go_elsewhere_than_questions(self):
        place = Place(address="窗口", hours="工作日", consult_phone="12345", supervise_phone="12345")
        assert found(item(place=place)) == {"Q08_PHONES"}


class TestQ11Q13Conditions:
    """受理条件."""

    def test_a_condition_names_no_material(self):
        conditions = (AcceptanceCondition(text="提交场所平面图"),)
        assert found(item(conditions=conditions)) == {"Q11_MATERIAL_IN_CONDITION"}

    def test_a_condition_is_not_vague(self):
        assert found(item(conditions=(AcceptanceCondition(text="符合有关规定"),))) == {"Q13_VAGUE"}


class TestQ12Basis:
    """设定依据."""

    def test_a_power_rests_on_an_article(self):
        assert found(item(legal_basis=())) == {"Q12_BASIS"}
        assert found(item(legal_basis=(LegalBasis(document="食品安全法"),))) == {"Q12_ARTICLE"}

    def test_a_public_service_may_rest_on_none(self):
        assert not found(item(type="公共服务", legal_basis=()))


class TestQ14Flow:
    """办理流程."""

    def test_a_flow_shows_acceptance_review_and_decision(self):
        assert found(item(steps=(step("受理"),))) == {"Q14_FLOW"}


class TestQ15Agencies:
    """中介服务."""

    def test_an_agency_is_demanded_only_on_a_basis(self):
        assert found(item(materials=(material(channel="中介机构"),))) == {"Q15_AGENCY_BASIS"}
        assert not found(item(materials=(material(channel="中介机构", source=("L:排水",)),)))


class TestQ18Sharing:
    """国令716号: 能共享的不再要求提交."""

    def test_what_can_be_fetched_is_not_asked_for(self):
        assert found(item(materials=(material(kind="doc.licence"),))) == {"Q18_SHAREABLE"}
        assert not found(item(materials=(material(kind="doc.licence", e_licence=True),)))


class TestToleration:
    """容缺只用于承诺件."""

    def test_what_is_decided_on_the_spot_waits_for_nothing(self):
        quick = (step("受理"), step("审查与决定", "0.5"))
        spot = {"handling_type": HandlingType.ON_THE_SPOT, "promised_limit": days("0.5"), "steps": quick}
        assert found(item(materials=(material(tolerable=True),), **spot)) == {"TOLERABLE_ON_THE_SPOT"}
        assert not found(item(materials=(material(tolerable=True),)))

    def test_a_conditional_material_says_when(self):
        assert found(item(materials=(material(necessity=Necessity.CONDITIONAL),))) == {"CONDITION_MISSING"}


class TestExamination:
    """行政许可法第四十五条、容缺与告知承诺的排除、秒批的前提."""

    def test_what_bears_on_safety_is_neither_late_nor_promised(self):
        safe = Examination(safety=True)
        assert found(item(materials=(material(tolerable=True),), examination=safe)) == {"SAFETY_EASED"}
        assert found(item(materials=(material(commitment=True),), examination=safe)) == {"SAFETY_EASED"}
        assert found(item(materials=(material(),), examination=safe)) == set()

    def test_rules_grant_only_what_they_can_look_at(self):
        check = InstantCheck(text="面积不超过50平方米", when=parse("premises.area <= 50"))
        instant = Examination(instant=InstantRule(version="第1版", checks=(check,)))
        on_paper = material(form=MaterialForm.COPY)
        assert "INSTANT_MATERIAL" in found(item(materials=(on_paper,), examination=instant))
        assert "INSTANT_TYPE" in found(item(examination=instant))

    def test_a_public_notice_stops_no_clock_without_a_basis(self):
        with pytest.raises(ValueError, match="须写明本事项的依据"):
            SpecialProcedure(kind=StopKind.PUBLIC_NOTICE)
        assert SpecialProcedure(kind=StopKind.EXPERT_REVIEW).stops_clock
        own = SpecialProcedure(kind=StopKind.PUBLIC_NOTICE, basis=LegalBasis(document="某条例", article="第九条"))
        assert [each.kind for each in Examination(special=(own,)).stop_grounds] == [StopKind.PUBLIC_NOTICE]
        assert Examination(special=(SpecialProcedure(kind=StopKind.EXPERT_REVIEW),)).stop_grounds == ()


class TestWords:
    """Shared words."""

    def test_unknown_words_are_errors(self):
        form = DepartmentForm(title="表", fields=(FormField(key="a", name="名", element="entity.nmae"),))
        checked = item(authority="x", materials=(material(kind="doc.x"),), form=form)
        assert [each[:2] for each in rules(checked)] == [
            ("UNKNOWN_AUTHORITY", "error"),
            ("UNKNOWN_KIND", "error"),
            ("UNKNOWN_ELEMENT", "error"),
        ]

    def test_a_field_without_an_element_is_pointed_out(self):
        assert found(item(form=DepartmentForm(title="表", fields=(FormField(key="a", name="名"),)))) == {"NO_ELEMENT"}

    def test_keys_are_unique(self):
        assert found(item(materials=(material(), material()))) == {"DUPLICATE_KEY"}

    def test_a_list_has_something_to_choose_from(self):
        field = FormField(key="a", name="名", element="entity.name", type=ValueType.CHOICE)
        assert found(item(form=DepartmentForm(title="表", fields=(field,)))) == {"NO_OPTIONS"}

    def test_a_range_is_not_empty(self):
        field = FormField(key="a", name="名", element="entity.name", minimum=Decimal(2), maximum=Decimal(1))
        assert found(item(form=DepartmentForm(title="表", fields=(field,)))) == {"EMPTY_RANGE"}


class TestAlike:
    """同一事项只有一份定义."""

    def test_one_name_under_one_authority_is_one_item(self):
        twins = check_alike([item(), item(key="food2", promised_limit=days(3))])
        assert [(each.rule, each.where) for each in twins] == [("SAME_ITEM_DIFFERENT_DATA", "items/food2/name")]

    def test_two_authorities_may_share_a_name(self):
        assert check_alike([item(), item(key="food2", authority="approval")]) == []
