from datetime import date
from decimal import Decimal

import pytest

from lianban.core.conditions.decide import equivalent, example, implies, is_satisfiable
from lianban.core.conditions.domains import Numbers, Words
from lianban.core.conditions.errors import FactMismatch
from lianban.core.conditions.text import parse
from lianban.core.conditions.truth import evaluate


def test_a_larger_area_implies_a_smaller_bound():
    assert implies(parse("area >= 300"), parse("area > 50")) is True
    assert implies(parse("area > 50"), parse("area >= 300")) is False


def test_between_two_neighbouring_whole_numbers_there_is_none():
    between = parse("people > 3 且 people < 4")
    assert is_satisfiable(between) is True
    assert is_satisfiable(between, {"people": Numbers(whole=True)}) is False


def test_between_two_neighbouring_days_there_is_none():
    assert is_satisfiable(parse("born > 2026-01-01 且 born < 2026-01-02")) is False
    assert example(parse("born > 2026-01-01 且 born < 2026-01-03")) == {"born": date(2026, 1, 2)}


def test_a_word_is_one_of_its_options_or_of_any_when_nobody_declared_them():
    neither = parse("kind != a 且 kind != b")
    assert is_satisfiable(neither) is True
    assert is_satisfiable(neither, {"kind": Words(("a", "b"))}) is False


def test_options_of_a_multiple_choice_are_independent():
    assert is_satisfiable(parse("scope 含 a 且 scope 含 b 且 非 scope 含 c")) is True


def test_a_fact_compared_with_values_of_several_kinds_may_have_any():
    assert is_satisfiable(parse("x 且 x = a")) is False
    assert is_satisfiable(parse("非 x 且 x = a")) is True


def test_numbers_outside_the_domain_are_not_considered():
    assert is_satisfiable(parse("area < 0"), {"area": Numbers(minimum=Decimal(0))}) is False


def test_two_spellings_of_one_thing_are_equal():
    assert equivalent(parse("area >= 300"), parse("非 area < 300")) is True
    assert equivalent(parse("x 属于 [a, b]"), parse("x = a 或 x = b")) is True


def test_an_order_over_words_is_refused():
    with pytest.raises(FactMismatch) as caught:
        is_satisfiable(parse("kind > 3"), {"kind": Words(("a",))})
    assert caught.value.facts["fact"] == "kind"


def test_a_set_is_not_compared_with_one_word():
    with pytest.raises(FactMismatch):
        evaluate(parse("scope = a"), {"scope": frozenset({"a"})})


def test_a_truth_is_not_the_number_one():
    assert evaluate(parse("x"), {"x": 1}) is False
    assert evaluate(parse("x = 1"), {"x": True}) is False
