from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.kernel.citizen_number import CHECKS, PROVINCES, WEIGHTS, Sex, check_character, parse_citizen_number
from lianban.core.kernel.identifiers import InvalidIdentifier

GOOD = "11010519491231002X"


def test_it_tells_area_birth_and_sex():
    assert parse_citizen_number(GOOD)[1:] == ("110105", date(1949, 12, 31), Sex.FEMALE)


def test_small_x_spaces_and_full_width_digits_are_one_spelling():
    assert parse_citizen_number(" １10105 19491231 002x").text == GOOD


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("1101051949123100", 0, "现为16位"),
        ("110105491231002", 0, "15位旧号码"),
        ("11O10519491231002X", 3, "不能是“O”"),
        ("11010519491231002A", 18, "不能是“A”"),
        ("99010519491231002X", 1, "地区代码99"),
        ("11010519491331002X", 7, "出生日期不存在"),
        ("110105194912310021", 18, "校验码不符"),
    ],
)
def test_the_error_says_what_is_wrong_and_where(text, position, word):
    with pytest.raises(InvalidIdentifier, match=word) as caught:
        parse_citizen_number(text)
    assert caught.value.facts["position"] == position


def test_the_error_does_not_repeat_the_number():
    with pytest.raises(InvalidIdentifier) as caught:
        parse_citizen_number("110105194912310021")
    assert "19491231" not in caught.value.message


def test_nobody_is_born_tomorrow():
    with pytest.raises(InvalidIdentifier, match="不可能"):
        parse_citizen_number(GOOD, today=date(1949, 12, 30))


def test_a_year_of_age_is_complete_on_the_birthday():
    person = parse_citizen_number(GOOD)
    assert [person.age_on(date(2026, 12, 30)), person.age_on(date(2026, 12, 31))] == [76, 77]


bodies = st.builds(
    lambda born, serial: f"370304{born:%Y%m%d}{serial:03d}",
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.integers(0, 999),
)


@given(bodies)
def test_every_body_has_exactly_one_check_character(body):
    sound = [check for check in CHECKS if accepted(body + check)]
    assert sound == [check_character(body)]


@given(bodies, st.integers(14, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(body, place, shift):
    wrong = body[:place] + str((int(body[place]) + shift) % 10) + body[place + 1 :]
    assert not accepted(wrong + check_character(body))


def accepted(number: str, today: date | None = None) -> bool:
    try:
        return parse_citizen_number(number, today=today).text == number
    except InvalidIdentifier:
        return False


def test_the_weights_are_powers_of_two_modulo_eleven():
    assert tuple(pow(2, 17 - place, 11) for place in range(17)) == WEIGHTS


def test_the_other_example_of_the_standard_is_sound():
    assert parse_citizen_number("440524188001010014").born_on == date(1880, 1, 1)


def test_there_are_thirty_five_areas():
    assert " ".join(sorted(PROVINCES)) == (
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
    )


@pytest.mark.parametrize(("born", "sound"), [("18491231", False), ("18500101", True), ("20261123", True)])
def test_a_birth_date_lies_between_1850_and_today(born, sound):
    body = f"370304{born}001"
    assert accepted(body + check_character(body), today=date(2026, 11, 23)) is sound
