"""YAML as the catalogue uses it."""

from decimal import Decimal

import pytest

from lianban.adapters.catalogue_files.writing import dump
from lianban.adapters.catalogue_files.yaml_text import MOST_CHARACTERS, UnreadableDefinition, load


def test_values_stay_what_their_author_wrote():
    text = "a: yes\nb: 09\nc: 0.50\nd: 12\ne: true\nf: 2024-01-01\ng: '7'\nh:\ni: off\n"
    assert load(text)[0] == {
        "a": "yes", "b": "09", "c": Decimal("0.50"), "d": 12, "e": True, "f": "2024-01-01", "g": "7", "h": None,
        "i": "off",
    }  # fmt: skip


def test_every_value_has_its_line():
    _, lines = load("key: food\nmaterials:\n  - name: 营业执照\n    copies: 1\n  - name: 申请书\n")
    assert lines[("materials", 0, "copies")] == 4
    assert lines[("materials", 1)] == 5


def test_what_is_written_reads_back_the_same():
    values = {
        "a": "yes",
        "b": "09",
        "c": Decimal("0.5"),
        "d": [1, "2"],
        "e": {"x": "a: b", "y": "是"},
        "f": "多行\n文字",
    }
    assert load(dump(values))[0] == values


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\na: 2\n", 2, "两次"),
        ("a: &x [1]\nb: *x\n", 1, "锚点"),
        ("a: !!python/object/apply:os.system ['true']\n", 1, "类型标记"),
        ("a:\n  - b\n c: 1\n", 3, "缩进"),
        ("a: 1\n---\nb: 2\n", 3, "一份定义"),
        ("[" * 100 + "]" * 100, 1, "层"),
        ("? [a]\n: 1\n", 1, "键"),
        ("a: \x07\n", 1, ""),
    ],
)
def test_what_is_not_allowed_is_refused_with_its_line(text, line, word):
    with pytest.raises(UnreadableDefinition) as refused:
        load(text)
    assert refused.value.line == line
    assert word in refused.value.message


def test_a_file_that_would_unfold_into_a_huge_one_is_refused():
    bomb = "a: &a [x, x, x, x]\n" + "".join(f"{n}: &{n} [*a, *a, *a, *a]\n" for n in "bcdefghij")
    with pytest.raises(UnreadableDefinition, match="锚点"):
        load(bomb)


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(UnreadableDefinition, match="拆成"):
        load("#" * (MOST_CHARACTERS + 1))


def test_an_empty_file_says_nothing():
    assert load("# 只有注释\n")[0] is None
