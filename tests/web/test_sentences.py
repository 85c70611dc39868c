"""What the rules answer is read in English where the page is English, values and all."""

import pytest
from babel.messages.pofile import read_po
from django.utils.translation import override

from lianban.cli.rule_sentences import sentences
from lianban.cli.translations import FOLDER
from lianban.web.components.sentences import told
from tests.apps.cases.builders import a_county


@pytest.fixture
def source(tmp_path):
    (tmp_path / "core" / "proceedings").mkdir(parents=True)
    (tmp_path / "core" / "proceedings" / "guards.py").write_text(
        'def why_not(n, day):\n    return f"还需要{n}人，至{day}。" if n else _("已经标记。")\n\n\nNAME = "不是句子"\n',
        "utf-8",
    )
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "page.py").write_text('TEXT = "页面自己的句子。"\n', "utf-8")
    return tmp_path


def test_a_sentence_is_found_with_a_place_for_each_value(source):
    assert [(path.name, line, text) for path, line, text in sentences(source)] == [
        ("guards.py", 2, "还需要{0}人，至{1}。")
    ]


def test_chinese_pages_say_what_the_rule_said():
    assert told("须说明理由。") == "须说明理由。"


def test_a_sentence_without_values_has_its_english():
    with override("en"):
        assert told("须说明理由。") == "Give the reasons."


@pytest.mark.django_db
def test_states_and_acts_in_a_sentence_are_english_too():
    a_county()
    with override("en"):
        assert told("当前为“已受理”，不能受理。请刷新后查看可以进行的操作。") == (
            "The case is “Accepted” now, so this cannot be done: Accept. Reload to see what can be done."
        )


@pytest.mark.django_db
def test_several_roles_are_listed_as_english_lists_them():
    a_county()
    with override("en"):
        assert told("受理由综合窗口、系统进行。") == "Accept is done by: The one window, System."


@pytest.mark.django_db
def test_a_name_of_the_catalogue_is_english_and_any_other_stays_as_it_is():
    a_county()
    with override("en"):
        assert told("办件 370304YJS2026112300001 还没有开始计算办理期限。受理以后就能看到时限证明。") == (
            "The clock of 370304YJS2026112300001 has not started. "
            "Its certificate can be seen once the application is accepted."
        )
        assert told("只是一句别的话") == "只是一句别的话"


@pytest.mark.django_db
def test_what_people_wrote_themselves_may_be_long_and_like_a_sentence():
    a_county()
    written = "“在与（）的不同。，”" * 2000
    with override("en"):
        assert told(written) == written
        said = told(f"没有编号为“{written}”的事项，或者它已停办。请从事项列表查找。")
    assert said.startswith("There is no item ““在与")
    assert said.endswith("it is no longer offered. Please look in the list of items.")


@pytest.mark.django_db
def test_places_that_touch_are_one_value():
    a_county()
    with override("en"):
        assert told("身份证号码第3位有误。请对照证件逐位核对后重新填写。").startswith("身份证号码第3位有误. Compare it")


def test_every_english_sentence_keeps_each_place_once():
    with (FOLDER / "rules.po").open("rb") as file:
        pairs = [(str(each.id), str(each.string)) for each in read_po(file) if each.id]
    assert len(pairs) > 250
    for chinese, english in pairs:
        values = [f"<{place}>" for place in range(9)]
        assert all((value in english.format(*values)) == (value in chinese.format(*values)) for value in values)
