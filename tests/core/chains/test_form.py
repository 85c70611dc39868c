"""One form from many."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lianban.core.chains.compose import compose
from lianban.core.chains.department_form import department_form
from lianban.core.chains.model import Member
from lianban.core.chains.plan import MergedField, Plan
from lianban.core.chains.verifier import verify
from lianban.core.conditions.text import parse, write
from lianban.core.items.model import FormField
from lianban.core.vocabulary.model import Column, DataElement, Option, Sensitivity, ValueType
from tests.core.chains.builders import a_chain, a_choice, a_field, a_question, a_vocabulary, an_item, by_key

NAME = DataElement(key="entity.name", name="名称")
T = ValueType


def plan_of(*forms: list[FormField], words: tuple[DataElement, ...] = (NAME,), **facts: object) -> Plan:
    """Compile a chain of items with these forms, verified."""
    items = by_key(*(an_item(f"i{number}", form) for number, form in enumerate(forms)))
    chain = a_chain(*items)
    plan = compose(chain, items, a_vocabulary(*words), facts)
    assert verify(plan, chain, items, a_vocabulary(*words)) == ()
    return plan


def fields_of(plan: Plan) -> dict[str, MergedField]:
    """The merged fields by key."""
    return {field.key: field for section in plan.sections for field in section.fields}


def test_one_fact_is_asked_once_under_the_vocabularys_name():
    merged = fields_of(plan_of([a_field("a", "entity.name")], [a_field("b", "entity.name", name="单位名称")]))
    assert list(merged) == ["entity.name"]
    assert merged["entity.name"].label == "名称"
    assert [use.name for use in merged["entity.name"].uses] == ["a", "单位名称"]


def test_fields_that_name_no_fact_stay_apart():
    assert set(fields_of(plan_of([a_field("x")], [a_field("x")]))) == {"i0.x", "i1.x"}


def test_the_strictest_length_wins():
    merged = fields_of(plan_of([a_field("a", "entity.name", max_length=50)], [a_field("b", "entity.name")]))
    assert merged["entity.name"].max_length == 50


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        (T.TEXT, T.PHONE, T.PHONE),
        (T.NUMBER, T.INTEGER, T.INTEGER),
        (T.NUMBER, T.MONEY, T.MONEY),
        (T.DATE, T.DATETIME, T.DATETIME),
        (T.TEXT, T.LONG_TEXT, T.TEXT),
    ],
)
def test_the_narrower_type_serves_both(one: ValueType, other: ValueType, merged: ValueType):
    plan = plan_of([a_field("a", "entity.name", type=one)], [a_field("b", "entity.name", type=other)])
    assert fields_of(plan)["entity.name"].type is merged


def test_types_that_cannot_be_one_are_asked_apart_and_found():
    plan = plan_of([a_field("a", "entity.name", type=T.PHONE)], [a_field("b", "entity.name", type=T.EMAIL)])
    assert set(fields_of(plan)) == {"entity.name", "i1.b"}
    assert [finding.rule for finding in plan.findings] == ["FORM_CLASH"]
    assert "类型" in plan.findings[0].message


class TestChoices:
    """A choice is the same in two lists when it has the same name, whatever its code."""

    SEX = DataElement(key="p.sex", name="性别", type=T.CHOICE)

    def test_each_department_gets_its_own_code(self):
        forms = [a_choice("a", "p.sex", ["1:男", "2:女"])], [a_choice("b", "p.sex", ["M:男", "F:女"])]
        plan = plan_of(*forms, words=(self.SEX,))
        field = fields_of(plan)["p.sex"]
        assert {option.value for option in field.options} == {"男", "女"}
        assert field.uses[0].options == {"男": "1", "女": "2"}
        item = an_item("i1", [a_choice("b", "p.sex", ["M:男", "F:女"])])
        assert department_form(plan, item, {"p.sex": "女"}) == [(item.form.fields[0], "F")]

    def test_equal_codes_with_different_names_are_not_the_same(self):
        forms = [a_choice("a", "p.sex", ["1:男", "2:女"])], [a_choice("b", "p.sex", ["1:女", "2:男"])]
        field = fields_of(plan_of(*forms, words=(self.SEX,)))["p.sex"]
        assert [use.options["女"] for use in field.uses] == ["2", "1"]

    def test_the_shorter_list_limits_the_longer(self):
        forms = [a_choice("a", "p.sex", ["男", "女", "未知"])], [a_choice("b", "p.sex", ["男", "女"])]
        assert len(fields_of(plan_of(*forms, words=(self.SEX,)))["p.sex"].options) == 2

    def test_lists_that_each_lack_something_are_a_finding_not_a_guess(self):
        forms = [a_choice("a", "p.sex", ["公司", "分公司"])], [a_choice("b", "p.sex", ["公司", "其他"])]
        plan = plan_of(*forms, words=(self.SEX,))
        assert set(fields_of(plan)) == {"p.sex", "i1.b"}
        assert plan.findings[0].rule == "FORM_CLASH"

    def test_the_standard_list_names_the_choices(self):
        standard = self.SEX.model_copy(update={"options": (Option(value="male", label="男", label_en="Male"),)})
        field = fields_of(plan_of([a_choice("a", "p.sex", ["1:男"])], words=(standard,)))["p.sex"]
        assert field.options == standard.options
        assert field.uses[0].options == {"male": "1"}


class TestNumbers:
    """Numbers meet in one unit and in the range that all departments take."""

    CAPITAL = DataElement(key="e.capital", name="资金", type=T.MONEY, unit="万元")

    def test_units_are_converted(self):
        own = a_field("b", "e.capital", type=T.MONEY, unit="元", minimum=Decimal(30000))
        plan = plan_of([a_field("a", "e.capital", type=T.MONEY, unit="万元")], [own], words=(self.CAPITAL,))
        field = fields_of(plan)["e.capital"]
        assert (field.unit, field.minimum) == ("万元", Decimal(3))
        assert department_form(plan, an_item("i1", [own]), {"e.capital": Decimal(5)}) == [(own, Decimal(50000))]

    def test_ranges_intersect(self):
        one = a_field("a", "e.capital", type=T.MONEY, minimum=Decimal(1), maximum=Decimal(9))
        other = a_field("b", "e.capital", type=T.MONEY, minimum=Decimal(5), maximum=Decimal(20))
        field = fields_of(plan_of([one], [other], words=(self.CAPITAL,)))["e.capital"]
        assert (field.minimum, field.maximum) == (Decimal(5), Decimal(9))

    def test_ranges_that_do_not_meet_are_asked_apart(self):
        one = a_field("a", "e.capital", type=T.MONEY, maximum=Decimal(4))
        other = a_field("b", "e.capital", type=T.MONEY, minimum=Decimal(5))
        assert len(fields_of(plan_of([one], [other], words=(self.CAPITAL,)))) == 2


class TestRepeatedGroups:
    """Lists about the same people are columns of one list."""

    WORDS = (
        DataElement(key="shareholders.name", name="姓名", sensitivity=Sensitivity.PERSONAL),
        DataElement(key="shareholders.share", name="出资额", type=T.MONEY),
    )
    FORM = [a_field("n", "shareholders.name", type=T.TABLE), a_field("s", "shareholders.share", type=T.TABLE)]

    def test_bare_lists_of_one_role_become_columns(self):
        plan = plan_of(self.FORM, words=self.WORDS)
        (field,) = fields_of(plan).values()
        assert (field.key, [column.key for column in field.columns]) == ("shareholders", ["name", "share"])
        assert field.sensitivity is Sensitivity.PERSONAL

    def test_each_department_gets_its_own_lists_back(self):
        plan = plan_of(self.FORM, words=self.WORDS)
        rows = [{"name": "甲方", "share": Decimal(3)}, {"name": "乙方", "share": Decimal(4)}]
        form = department_form(plan, an_item("i0", self.FORM), {"shareholders": rows})
        assert [value for _, value in form] == [["甲方", "乙方"], [Decimal(3), Decimal(4)]]

    def test_tables_with_columns_are_recreated_column_by_column(self):
        one = a_field("a", "staff.list", type=T.TABLE, columns=(Column(key="xm", name="姓名"),))
        known = (Column(key="name", name="姓名"), Column(key="job", name="工种"))
        other = a_field("b", "staff.list", type=T.TABLE, columns=known)
        element = DataElement(key="staff.list", name="人员", type=T.TABLE, columns=known)
        plan = plan_of([one], [other], words=(element,))
        rows = [{"name": "甲方", "job": "厨师"}]
        assert department_form(plan, an_item("i0", [one]), {"staff.list": rows}) == [(one, [{"xm": "甲方"}])]
        assert department_form(plan, an_item("i1", [other]), {"staff.list": rows}) == [(other, rows)]


def test_a_day_is_read_from_a_moment():
    own = a_field("a", "entity.name", type=T.DATE)
    plan = plan_of([own], [a_field("b", "entity.name", type=T.DATETIME)])
    ((_, value),) = department_form(plan, an_item("i0", [own]), {"entity.name": datetime(2026, 11, 23, 8, tzinfo=UTC)})
    assert value == date(2026, 11, 23)


def test_a_field_is_shown_where_any_department_needs_it_and_required_where_one_insists():
    items = by_key(
        an_item("a", [a_field("x", "entity.name", required=False)]),
        an_item("b", [a_field("x", "entity.name", when=parse("agent.used"))]),
    )
    chain = a_chain("a", Member(item="b", when=parse("big")), questions=(a_question("q", "big"),))
    field = fields_of(compose(chain, items, a_vocabulary(NAME)))["entity.name"]
    assert (write(field.when), write(field.required)) == ("真", "big 且 agent.used")
    field = fields_of(compose(chain, items, a_vocabulary(NAME), {"big": False}))["entity.name"]
    assert write(field.required) == "假"


def test_sections_run_from_the_thing_itself_to_the_agent():
    roles = ["agent.name", "food.items", "premises.addr", "legal_rep.name", "entity.name"]
    words = tuple(DataElement(key=key, name=key) for key in roles)
    plan = plan_of([a_field(key.replace(".", "_"), key) for key in roles], words=words)
    assert [section.key for section in plan.sections] == ["entity", "legal_rep", "premises", "food", "agent"]
    assert (plan.sections[0].title, plan.sections[-1].title_en) == ("单位基本情况", "Agent")


def test_departments_that_exclude_each_other_disagree_in_silence():
    items = by_key(
        an_item("a", [a_choice("x", "entity.name", ["甲", "乙"])]), an_item("b", [a_choice("x", "entity.name", ["丙"])])
    )
    chain = a_chain(Member(item="a", when=parse("big")), Member(item="b", when=parse("非 big")))
    plan = compose(chain, items, a_vocabulary(NAME))
    assert set(fields_of(plan)) == {"entity.name", "b.x"}
    assert plan.findings == ()
