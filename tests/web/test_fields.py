"""A field knows how it is drawn and what it says."""

import pytest
from django.template import Context, Template

from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import FEW, Choice, FieldView, Row, with_errors

TWO = (Choice("a", "甲"), Choice("b", "乙", note="说明"))
MANY = tuple(Choice(str(n), f"第 {n} 项") for n in range(FEW + 1))


def drawn(view: FieldView) -> str:
    return Template("{% load lianban %}{% field view %}").render(Context({"view": view}))


@pytest.mark.parametrize("kind", list(ValueType))
def test_every_kind_of_value_has_an_input_of_its_name(kind):
    page = drawn(FieldView("shop.name", "店名", kind, options=TWO, rows=(Row(0, (FieldView("x.0.y", "丙"),)),)))
    assert "店名" in page
    assert 'name="' in page


def test_few_options_are_all_shown_and_many_become_a_list():
    assert FieldView("x", "x", ValueType.CHOICE, options=TWO).widget == "radios"
    assert FieldView("x", "x", ValueType.CHOICE, options=MANY).widget == "select"


def test_an_error_is_read_before_the_hint_and_belongs_to_the_input():
    page = drawn(FieldView("id_no", "身份证号", ValueType.ID_NUMBER, hint="18 位", error="少了 1 位"))
    assert 'aria-describedby="f-id_no-error f-id_no-hint"' in page
    assert 'aria-invalid="true"' in page


def test_the_link_of_the_error_summary_finds_the_first_option():
    assert 'id="f-site"' in drawn(FieldView("site", "场地", ValueType.CHOICE, options=TWO))


def test_a_value_the_law_fixes_is_sent_along_but_cannot_be_edited():
    page = drawn(FieldView("site", "场地", ValueType.CHOICE, "b", options=TWO, readonly=True, locked="以登记为准"))
    assert "乙" in page
    assert '<input type="hidden" name="site" value="b">' in page
    assert "以登记为准" in page


def test_what_a_person_typed_is_shown_again_and_escaped():
    assert "&lt;b&gt;" in drawn(FieldView("x", "x", value="<b>"))


def test_zero_is_a_value():
    assert 'value="0"' in drawn(FieldView("x", "x", ValueType.NUMBER, 0))


def test_no_means_no_and_nothing_means_nothing():
    assert FieldView("x", "x", ValueType.BOOLEAN, value=False).chosen == ("no",)
    assert FieldView("x", "x", ValueType.BOOLEAN).chosen == ()


def test_rows_are_added_and_removed_without_scripts():
    row = Row(1, (FieldView("staff.1.post", "岗位"),))
    page = drawn(FieldView("staff", "人员", ValueType.TABLE, rows=(row,), row_name="人员"))
    assert 'name="add" value="staff"' in page
    assert 'name="remove" value="staff.1"' in page
    assert "人员 2" in page


def test_errors_reach_the_fields_of_a_row():
    row = Row(0, (FieldView("staff.0.post", "岗位"),))
    (field,) = with_errors((FieldView("staff", "人员", ValueType.TABLE, rows=(row,)),), {"staff.0.post": "请填写岗位"})
    assert field.rows[0].fields[0].error == "请填写岗位"
