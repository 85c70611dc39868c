"""English words without their endings."""

import pytest

from lianban.core.search.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("licence", "licences"),
        ("retire", "retirement"),
        ("opening", "open"),
        ("company", "companys"),
        ("retired", "retire"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str):
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["gas", "tax", "sign", "business", "ring", "need"])
def test_short_words_and_double_s_stay(word: str):
    assert stem(word) == word


def test_different_words_stay_apart():
    assert len({stem(word) for word in ("hotel", "hostel", "housing", "house", "hospital")}) >= 4
