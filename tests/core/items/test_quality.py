"""Quality rules of item lists, one class per rule of facts 1.6."""

from decimal import Decimal

import pytest

from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.clocks.stops import StopKind
from lianban.core.conditions.text import parse
from lianban.core.items.elements import (
    Closing,
    FrequentQuestion,
    HandlingForm,
    Quota,
    Remedies,
    Remedy,
    Themes,
)
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
from lianban.core.items.quality import check_item
from lianban.core.kernel.legal import LegalBasis
from lianban.core.vocabulary.model import Authority, DataElement, MaterialKind, Paper, ValueType, Vocabulary

WORDS = Vocabulary(
    elements={"entity.name": DataElement(key="entity.name", name="名称")},
    kinds={
        "doc.plan": MaterialKind(key="doc.plan", name="平面图"),
        "doc.licence": MaterialKind(key="doc.licence", name="营业执照", e_licence=True),
        "doc.status": MaterialKind(key="doc.status", name="登记状态", shared=True),
        "form.food": MaterialKind(key="form.food", name="申请书", replaced_by_form=True),
        "doc.auth": MaterialKind(key="doc.auth", name="授权委托书", paper=Paper(letter=("委托{agent.name}。",))),
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
        "service_object": "法人",
        "themes": Themes(businesses=("准营准办",)),
        "remedies": Remedies(review=Remedy(body="区人民政府"), litigation=Remedy(body="区人民法院")),
        "faq": (FrequentQuestion(question="几天办好？", answer="5个工作日。", source=("L:食品",)),),
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


class TestQ02Papers:
    """申请人填写的，附空白表格和样表."""

    def test_a_paper_to_be_written_has_a_blank_and_a_sample(self):
        promise = material(name="安全承诺书")
        assert rules(item(materials=(promise,))) == [("Q02_PAPER", "warning", "items/food/materials/0")]
        own = promise.model_copy(update={"paper": Paper(blank="/a.pdf", sample="/b.pdf")})
        assert not found(item(materials=(own,)))

    def test_a_blank_alone_lacks_its_sample(self):
        assert found(item(materials=(material(name="安全承诺书", paper=Paper(blank="/a.pdf")),))) == {"Q02_SAMPLE"}

    def test_the_blank_of_the_items_own_form_is_made_from_its_definition(self):
        form = material(key="form", name="食品经营许可申请书", kind="form.food")
        assert not found(item(materials=(form,)))
        assert found(item(materials=(form,), form=None)) == {"Q02_PAPER"}

    def test_a_kinds_wording_serves_every_item(self):
        assert not found(item(materials=(material(name="授权委托书", kind="doc.auth"),)))

    def test_what_somebody_else_issues_needs_none(self):
        assert not found(item(materials=(material(name="备案申请表", channel="其他"),)))


class TestQ03Results:
    """审批结果."""

    def test_a_result_is_named(self):
        assert found(item(results=())) == {"Q03_RESULT"}

    def test_a_result_that_we_do_not_print_has_a_sample(self):
        notice = ItemResult(name="支付通知", kind=ResultKind.OTHER)
        assert found(item(results=(notice,))) == {"Q03_SAMPLE"}
        assert not found(item(results=(notice.model_copy(update={"sample": "/notice.png"}),)))

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

    def test_who_need_not_come_can_do_it_from_afar(self):
        assert found(item(handling_forms=(HandlingForm.WINDOW,))) == {"Q05_NO_WAY"}
        assert not found(item(handling_forms=(HandlingForm.WINDOW, HandlingForm.ONLINE)))
        assert not found(item(handling_forms=(HandlingForm.WINDOW,), posted=True))


class TestQ06Steps:
    """各环节时限之和不超过承诺时限."""

    def test_the_steps_fit_the_promise(self):
        assert rules(item(steps=(step("受理"), step("审查", "5"), step("决定", "1"))))[0][:2] == ("Q06_STEPS", "error")

    def test_what_comes_after_the_decision_does_not_count(self):
        later = step("许可后核查", "20", counted=False)
        assert not found(item(steps=(step("受理"), step("审查", "4"), step("决定", "1"), later)))

    def test_a_promise_longer_than_its_steps_can_be_cut(self):
        assert rules(item(promised_limit=days(7))) == [("Q06_SLACK", "hint", "items/food/promised_limit")]

    def test_steps_in_other_units_are_not_added_up(self):
        hours = (step("受理"), Step(name="审查", role="窗口", limit=days(4, DayUnit.HOUR)), step("决定", "1"))
        assert not found(item(steps=hours))

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


class TestQ10Themes:
    """服务对象与主题一致."""

    def test_an_item_is_found_under_a_theme(self):
        assert rules(item(themes=Themes())) == [("Q10_THEME", "hint", "items/food")]

    @pytest.mark.parametrize(
        ("service_object", "themes", "agree"),
        [
            ("法人", Themes(businesses=("准营准办",)), True),
            ("法人", Themes(persons=("准营准办",)), False),
            ("自然人", Themes(persons=("户籍办理",)), True),
            ("自然人、法人", Themes(persons=("准营准办",)), False),
            ("自然人、法人", Themes(persons=("准营准办",), businesses=("准营准办",)), True),
        ],
    )
    def test_themes_are_those_of_whom_it_serves(self, service_object, themes, agree):
        assert ("Q10_THEME" not in found(item(service_object=service_object, themes=themes))) is agree

    def test_a_theme_is_one_of_the_national_list(self):
        assert ("UNKNOWN_THEME", "error", "items/food/themes/businesses") in rules(
            item(themes=Themes(businesses=("开店",)))
        )


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


class TestQ14Questions:
    """行政许可至少有一个常见问题."""

    def test_a_licence_answers_a_question(self):
        assert found(item(faq=())) == {"Q14_FAQ"}
        assert not found(item(faq=(), type="公共服务"))

    def test_an_answer_says_where_it_comes_from(self):
        unfounded = FrequentQuestion(question="收费吗？", answer="不收费。")
        assert rules(item(faq=(unfounded,))) == [("Q14_FAQ", "hint", "items/food/faq/0")]


class TestQ16Quotas:
    """有数量限制的写明数量、方式、公布."""

    def test_a_quota_is_told_whole(self):
        assert found(item(quota=Quota(number="40户"))) == {"Q16_QUOTA"}
        assert not found(item(quota=Quota(number="40户", method="先到先得", publicity="政府网站")))


class TestQ17Remedies:
    """行政权力事项写明复议和诉讼."""

    @pytest.mark.parametrize("remedies", [Remedies(), Remedies(review=Remedy(body="区人民政府"))])
    def test_a_power_says_where_to_object(self, remedies):
        assert rules(item(remedies=remedies)) == [("Q17_REMEDIES", "warning", "items/food")]

    def test_a_public_service_decides_nothing_to_object_to(self):
        assert not found(item(remedies=Remedies(), type="公共服务"))


class TestQ19Closing:
    """办结的名称与结果相符."""

    @pytest.mark.parametrize(
        ("result", "closing"),
        [
            ("食品经营许可证", Closing.LICENCE),
            ("批复", Closing.DECISION),
            ("批文", Closing.PAPER),
            ("意见", Closing.PAPER),
        ],
    )
    def test_closing_is_called_after_what_is_issued(self, result, closing):
        assert not found(item(results=(ItemResult(name=result),), closing=closing))

    def test_a_licence_is_not_closed_as_a_paper(self):
        assert rules(item(closing=Closing.PAPER)) == [("Q19_CLOSING", "warning", "items/food/closing")]


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

    def test_what_shared_data_tells_is_not_asked_for(self):
        assert found(item(materials=(material(kind="doc.status"),))) == {"Q18_SHAREABLE"}


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
