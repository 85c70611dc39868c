"""What a department's field takes, in the words of the vocabulary."""

from decimal import Decimal

from lianban.core.items.fields import ROW, as_column, columns_of, takes
from lianban.core.vocabulary.model import Column, DataElement, Option, ValueType
from tests.core.chains.builders import a_choice, a_field

T = ValueType
SEX = DataElement(
    key="child.sex", name="性别", type=T.CHOICE,
    options=(Option(value="male", label="男"), Option(value="female", label="女")),
)  # fmt: skip
CAPITAL = DataElement(key="entity.capital", name="注册资本", type=T.MONEY, unit="万元")
STAFF = DataElement(key="staff.list", name="人员", type=T.TABLE, columns=(Column(key="name", name="姓名"),))


def test_its_choices_are_told_by_the_vocabulary_and_keep_their_codes():
    taken = takes(a_choice("f", "child.sex", ["1:男", "9:不详"]), SEX)
    assert list(taken.choices) == ["male", "不详"]
    assert taken.choices["male"] == SEX.options[0]
    assert taken.codes == {"male": "1", "不详": "9"}


def test_a_list_without_entries_has_the_vocabularys_or_takes_any_text():
    assert takes(a_choice("f", "child.sex", []), SEX).type is T.CHOICE
    assert list(takes(a_choice("f", "child.sex", []), SEX).words) == ["male", "female"]
    assert takes(a_choice("f", "", []), None).type is T.TEXT


def test_numbers_are_counted_in_the_unit_it_writes_else_in_the_usual_one():
    own = takes(a_field("f", "entity.capital", type=T.INTEGER, unit="元", minimum=Decimal(3)), CAPITAL)
    assert (own.unit, own.usual, own.low, own.high) == ("元", "万元", 3, None)
    assert takes(a_field("f", "entity.capital", type=T.MONEY), CAPITAL).unit == "万元"
    text = takes(a_field("f", "entity.capital", minimum=Decimal(3)), CAPITAL)
    assert (text.unit, text.low) == (None, None)


def test_columns_go_by_the_vocabularys_keys_and_none_is_lost():
    columns = (Column(key="c1", name="姓名"), Column(key="c2", name="姓 名"), Column(key="c3", name="岗位"))
    field = a_field("f", "staff.list", type=T.TABLE, columns=columns)
    assert {key: each.key for key, each in columns_of(field, STAFF).items()} == {"name": "c1", "c2": "c2", "c3": "c3"}
    assert {key: each.name for key, each in takes(field, STAFF).columns.items()} == {
        "name": "姓名", "c2": "姓 名", "c3": "岗位",
    }  # fmt: skip


def test_a_bare_list_has_the_vocabularys_columns_or_one():
    assert {key: each.key for key, each in takes(a_field("f", type=T.TABLE), STAFF).rows.items()} == {"name": ""}
    assert {key: each.key for key, each in takes(a_field("f", type=T.TABLE), None).rows.items()} == {ROW: "f"}


def test_a_bare_list_can_be_a_column_of_its_roles_group():
    name = DataElement(key="shareholders.name", name="股东姓名")
    field = a_field("f", "shareholders.name", type=T.TABLE, required=False)
    assert as_column(field, name) == Column(key="f", name="f", type=T.TEXT, required=False)
    assert takes(field, name, is_column=True).columns["name"].name == "股东姓名"
    assert as_column(a_choice("f", "shareholders.kind", ["甲"]), None).type is T.CHOICE
