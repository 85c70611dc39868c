import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.kernel.credit_code import ALPHABET, check_character, organisation_check, parse_credit_code
from lianban.core.kernel.identifiers import InvalidIdentifier

SOUND = ["91350100M000100Y43", "11370800MB28559184", "12441500196720244T"]


@pytest.mark.parametrize("text", SOUND)
def test_published_codes_are_sound(text):
    assert parse_credit_code(text).text == text


@pytest.mark.parametrize("text", SOUND)
def test_the_organisation_code_inside_is_sound_too(text):
    organisation = parse_credit_code(text).organisation
    assert organisation_check(organisation) == organisation[8]


def test_it_tells_what_is_registered_and_where():
    assert parse_credit_code(" 11370800mb28559184 ")[1:3] == ("机关", "370800")


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("91350100M000100Y4", 0, "现为17位"),
        ("9135O100M000100Y43", 5, "可能是“0”"),
        ("9135A100M000100Y43", 5, "不能是“A”"),
        ("91350100M000100Y44", 18, "校验码不符"),
    ],
)
def test_the_error_says_what_is_wrong_and_where(text, position, word):
    with pytest.raises(InvalidIdentifier, match=word) as caught:
        parse_credit_code(text)
    assert caught.value.facts["position"] == position


@given(st.text("0123456789", min_size=6, max_size=6), st.text(ALPHABET, min_size=9, max_size=9), st.integers(0, 16))
def test_one_wrong_character_is_always_found(area, organisation, place):
    body = "91" + area + organisation
    other = ALPHABET[(ALPHABET.index(body[place]) + 1) % 31]
    with pytest.raises(InvalidIdentifier):
        parse_credit_code(body[:place] + other + body[place + 1 :] + check_character(body))
