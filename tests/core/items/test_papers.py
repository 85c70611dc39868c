"""空白表格 and 示例样表: made from the item's own definition."""

from decimal import Decimal

import pytest

from lianban.core.conditions.text import parse
from lianban.core.conditions.words import FactName
from lianban.core.items.examples import example_of
from lianban.core.items.model import DepartmentForm, FormField, MaterialNeed
from lianban.core.items.papers import EMPTY_ROWS, has_paper, paper_of
from lianban.core.vocabulary.model import Column, DataElement, MaterialKind, Option, Paper, ValueType, Vocabulary
from tests.core.items.test_quality import item

WORDS = Vocabulary(
    elements={
        "owner.name": DataElement(key="owner.name", name="经营者姓名", example="样表经营者"),
        "staff.name": DataElement(key="staff.name", name="姓名"),
        "staff.job": DataElement(key="staff.job", name="工种", options=(Option(value="1", label="厨师"),)),
    },
    kinds={
        "form.food": MaterialKind(key="form.food", name="申请书", replaced_by_form=True),
        "doc.auth": MaterialKind(
            key="doc.auth", name="授权委托书", paper=Paper(letter=("委托人：{owner.name}　电话：{}", "日期：{}"))
        ),
    },
)
NAMES = {"agent.used": FactName("是否委托他人办理")}
FORM = MaterialNeed(key="form", name="申请书", kind="form.food")
LETTER = MaterialNeed(key="auth", name="授权委托书", kind="doc.auth")


def paper(*fields, sample=False, material=FORM):
    asked = item(form=DepartmentForm(title="申请书", fields=fields))
    return paper_of(asked, material, WORDS, NAMES, sample=sample)


def line(field, *, sample=False):
    return paper(field, sample=sample).lines[0]


def field(**more):
    return FormField(**{"key": "a", "name": "名称"} | more)


class TestForm:
    def test_a_blank_has_every_field_and_no_value(self):
        blank = paper(field(), field(key="b", name="姓名", element="owner.name", required=False))
        assert [(each.label, each.value, each.required) for each in blank.lines] == [
            ("名称", "", True),
            ("姓名", "", False),
        ]

    def test_a_sample_shows_the_elements_example(self):
        assert line(field(element="owner.name"), sample=True).value == "样表经营者"

    def test_it_says_when_a_field_is_filled_in_and_in_what_unit(self):
        told = line(field(when=parse("agent.used"), hint="写全称。", unit="平方米"))
        assert told.label == "名称（平方米）"
        assert told.note == "是否委托他人办理：是时填写；写全称"

    def test_lists_become_boxes_and_the_sample_ticks_one(self):
        options = (Option(value="1", label="自有"), Option(value="2", label="租赁"))
        choice = field(type=ValueType.CHOICE, options=options)
        assert [(each.label, each.chosen) for each in line(choice).choices] == [("自有", False), ("租赁", False)]
        assert [each.chosen for each in line(choice, sample=True).choices] == [True, False]
        assert [each.label for each in line(field(type=ValueType.BOOLEAN)).choices] == ["是", "否"]

    def test_a_table_leaves_room_for_several_rows(self):
        table = field(type=ValueType.TABLE, columns=(Column(key="n", name="姓名"), Column(key="p", name="电话")))
        assert line(table).columns == ("姓名", "电话")
        assert line(table).rows == (("", ""),) * EMPTY_ROWS
        assert line(table, sample=True).rows == (("示例姓名", "示例电话"),)

    def test_columns_of_one_group_are_one_table(self):
        together = paper(
            field(key="n", name="员工姓名", element="staff.name", type=ValueType.TABLE),
            field(key="j", name="员工工种", element="staff.job", type=ValueType.TABLE),
            field(key="x", name="备注"),
            sample=True,
        )
        table, note = together.lines
        assert (table.columns, table.rows) == (("员工姓名", "员工工种"), (("示例员工姓名", "厨师"),))
        assert note.label == "备注"


class TestLetter:
    def test_gaps_are_left_open_or_filled(self):
        blank, sample = (paper(material=LETTER, sample=each) for each in (False, True))
        assert [(part.text, part.gap) for part in blank.paragraphs[0]] == [
            ("委托人：", False), ("", True), ("　电话：", False), ("", True),
        ]  # fmt: skip
        assert sample.paragraphs[0][1].text == "样表经营者"
        assert sample.paragraphs[1][1].text == ""

    def test_the_items_own_wording_comes_before_the_kinds(self):
        own = LETTER.model_copy(update={"paper": Paper(letter=("本店承诺。",))})
        assert paper(material=own).paragraphs[0][0].text == "本店承诺。"

    def test_a_document_that_somebody_else_issues_has_none(self):
        other = MaterialNeed(key="plan", name="平面图", kind="doc.plan")
        assert paper(material=other) is None
        assert [has_paper(item(), each, WORDS) for each in (FORM, LETTER, other)] == [True, True, False]


@pytest.mark.parametrize("kind", list(ValueType))
def test_every_type_has_an_example_that_is_nobodys_own(kind):
    shown = example_of(None, field(type=kind, minimum=Decimal(3) if kind is ValueType.INTEGER else None))
    assert shown
    if kind in (ValueType.ID_NUMBER, ValueType.CREDIT_CODE, ValueType.PHONE):
        assert set(shown) == {"0"}
    if kind is ValueType.INTEGER:
        assert shown == "3"
