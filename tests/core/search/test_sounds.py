"""Syllables, their folding and initials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.search.sounds import fold, initials, split

KNOWN = frozenset({"kai", "fan", "dian", "di", "an", "xian", "xi", "ye"})


@pytest.mark.parametrize(
    ("one", "other"),
    [("zhi", "zi"), ("chang", "can"), ("shi", "si"), ("ying", "yin"), ("neng", "len"), ("lv", "lu"), ("feng", "fen")],
)
def test_syllables_that_many_speakers_do_not_tell_apart_are_one(one: str, other: str):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("kai", "gai"), ("dong", "den"), ("shui", "hui"), ("fan", "huan")])
def test_syllables_that_are_told_apart_stay_apart(one: str, other: str):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("letters", "parts"),
    [
        ("kaifandian", ("kai", "fan", "dian")),
        ("xian", ("xian",)),
        ("kaifd", ("kai", "f", "d")),
        ("kfd", ("k", "f", "d")),
        ("yey", ("ye", "y")),
        ("", ()),
    ],
)
def test_letters_are_cut_into_the_fewest_syllables(letters: str, parts: tuple[str, ...]):
    assert split(letters, KNOWN) == parts


@given(st.text(alphabet="adefiknxy", max_size=30))
def test_no_letter_is_lost(letters: str):
    assert "".join(split(letters, KNOWN)) == letters


INITIALS = ["", *"bpmfdtnlgkhjqxrzcsyw", "zh", "ch", "sh"]
FINALS = "a o e i u v ai ei ui ao ou iu ie ve er an en in un vn ang eng ing ong ia ua iao uai ian uan iang uang iong uo"


@given(st.sampled_from(INITIALS), st.sampled_from(FINALS.split()))
def test_folding_twice_changes_no_more(initial: str, final: str):
    once = fold(initial + final)
    assert fold(once) == once


def test_initials_are_the_first_letters():
    assert initials(("kai", "fan", "dian")) == "kfd"
