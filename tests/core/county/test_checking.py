"""A county is sound when everything it points to is there and nothing is said twice."""

import pytest

from lianban.core.county.checking import check_county
from tests.core.county.counties import CODE, a_county, written


def found(**changed):
    return [(each.level, each.rule, each.where) for each in check_county(a_county(**changed))]


def staff(**post):
    return [*written()["staff"], {"user_name": "new1", "name": "新人", **post}]


def authorities(*codes):
    (first,) = written()["authorities"]
    return [first | {"key": f"market{place or ''}", "credit_code": code} for place, code in enumerate(codes)]


def test_a_sound_county_lacks_only_what_was_left_open():
    assert found() == [("warning", "no-credit-code", "authorities/0")]
    assert found(authorities=authorities(CODE)) == []


@pytest.mark.parametrize(
    ("post", "rule", "where"),
    [
        ({"role": "approver", "authority": "fire"}, "unknown-authority", "staff/3/authority"),
        ({"role": "clerk", "hall": "town"}, "unknown-hall", "staff/3/hall"),
        ({"role": "clerk", "hall": "center", "window": 9}, "unknown-window", "staff/3/window"),
        ({"role": "supervisor", "window": 2}, "unknown-window", "staff/3/window"),
        ({"role": "clerk"}, "post-without-hall", "staff/3"),
        ({"role": "issuer"}, "post-without-hall", "staff/3"),
        ({"role": "approver"}, "post-without-authority", "staff/3"),
        ({"role": "supervisor", "leads": True}, "head-of-nothing", "staff/3/leads"),
        (
            {"role": "supervisor", "also": [{"role": "approver", "authority": "fire"}]},
            "unknown-authority",
            "staff/3/also/0/authority",
        ),
        ({"role": "supervisor", "also": [{"role": "supervisor"}]}, "duplicate-post", "staff/3/also/0"),
    ],
)
def test_a_post_is_in_a_place_that_exists_and_fits_its_role(post, rule, where):
    assert ("error", rule, where) in found(staff=staff(**post))


def test_a_remedy_names_what_there_is():
    (wrong,) = [
        each for each in check_county(a_county(staff=staff(role="clerk", hall="town"))) if each.level == "error"
    ]
    assert (wrong.message, wrong.remedy) == ("没有大厅“town”。", "可选：center。")


def test_a_user_name_is_one_person():
    twice = [*written()["staff"], written()["staff"][0]]
    assert ("error", "duplicate-user-name", "staff/3/user_name") in found(staff=twice)


def test_keys_and_numbers_are_said_once():
    (hall,) = written()["halls"]
    assert ("error", "duplicate-key", "halls/1/key") in found(halls=[hall, hall])
    windows = hall | {"windows": hall["windows"] * 2}
    assert ("error", "duplicate-number", "halls/0/windows/1/number") in found(halls=[windows])
    assert ("error", "duplicate-key", "authorities/1/key") in found(authorities=written()["authorities"] * 2)


def test_a_credit_code_is_checked_and_belongs_to_one_authority():
    wrong = CODE[:-1] + ("1" if CODE[-1] != "1" else "2")
    assert ("error", "bad-credit-code", "authorities/0/credit_code") in found(authorities=authorities(wrong))
    twice = found(authorities=authorities(CODE, CODE))
    assert ("error", "duplicate-credit-code", "authorities/1/credit_code") in twice


def test_an_authority_that_decides_has_a_head():
    without = [each for each in written()["staff"] if not each.get("leads")]
    assert ("warning", "no-head", "authorities/0") in found(staff=without)
    assert not [each for each in found(staff=[]) if each[1] == "no-head"]
