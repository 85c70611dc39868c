"""The same name is the same thing, whatever its code, its spaces or the width of its punctuation."""

import pytest

from lianban.core.vocabulary.model import Column, MaterialKind, Option, Vocabulary
from lianban.core.vocabulary.names import choice_of, choices_of, column_of, name_of

STANDARD = (Option(value="male", label="男"), Option(value="female", label="女"))


def test_names_differ_neither_by_spaces_nor_by_width():
    assert name_of("股东（ 出资人）：") == name_of("股东(出资人):")


@pytest.mark.parametrize(
    ("value", "label", "choice"),
    [("1", "男", "male"), ("female", "女性", "female"), ("2", "女性", "女性"), ("1", " 未知 ", "未知")],
)
def test_a_choice_is_the_standards_of_the_same_name_or_telling_code(value: str, label: str, choice: str):
    assert choice_of(Option(value=value, label=label), STANDARD) == choice


def test_a_bare_number_is_never_the_same_choice():
    numbered = (Option(value="1", label="男"),)
    assert choice_of(Option(value="1", label="女"), numbered) == "女"


def test_of_two_codes_for_one_choice_the_first_is_kept():
    own = (Option(value="1", label="男"), Option(value="M", label="男"))
    assert {key: each.value for key, each in choices_of(own, STANDARD).items()} == {"male": "1"}


def test_a_column_is_the_standards_by_key_or_by_name():
    standard = (Column(key="name", name="姓名"), Column(key="id", name="证件号码"))
    assert column_of(Column(key="c1", name="证件 号码"), standard) == standard[1]
    assert column_of(Column(key="name", name="名字"), standard) == standard[0]
    assert column_of(Column(key="c2", name="职务"), standard) is None


class TestDocuments:
    """A document of a shared kind is one whoever asks for it; an item's own is never one with another's."""

    KINDS = (MaterialKind(key="doc.deed", name="产权证"), MaterialKind(key="doc.own", name="承诺书", specific=True))
    WORDS = Vocabulary(kinds={each.key: each for each in KINDS})

    @pytest.mark.parametrize(("kind", "key"), [("doc.deed", "doc.deed"), ("doc.own", "a.m"), ("", "a.m")])
    def test_by_its_kind(self, kind: str, key: str):
        assert self.WORDS.document_of("a", "m", kind) == key

    def test_an_application_form_is_known_by_its_kind_or_by_how_it_is_called(self):
        form = MaterialKind(key="doc.table", name="申请表", replaced_by_form=True)
        words = Vocabulary(kinds={"doc.table": form, "form.kept": MaterialKind(key="form.kept", name="附表")})
        kinds = ("doc.table", "form.kept", "form.x", "doc.deed")
        assert [words.is_form(kind) for kind in kinds] == [True, False, True, False]
