from datetime import date
from decimal import Decimal

import pytest

from lianban.core.guidance import UNKNOWN, AnswerRefused, CircularQuestions, NoSuchQuestion, compile_guide, facts_after
from tests.core.guidance.builders import a_chain, day, multi, number, plain_items, single, yes_no


def shop(**more):
    questions = (
        single("kind", "restaurant", "shop", sets={"shop": {"kitchen": False}}),
        yes_no("kitchen"),
        multi("scope", "cold", "raw", when="kitchen"),
        number("area"),
        day("opens"),
    )
    return a_chain(questions, {"food": "kitchen"}, **more)


def test_an_answer_gives_its_fact():
    answers = {
        "kind": "restaurant",
        "kitchen": True,
        "scope": frozenset({"raw"}),
        "area": 50,
        "opens": date(2026, 12, 1),
    }
    assert facts_after(shop(), answers) == {**answers, "area": Decimal(50)}


def test_an_answer_may_imply_another_fact():
    assert facts_after(shop(), {"kind": "shop"}) == {"kind": "shop", "kitchen": False}


def test_what_is_implied_comes_before_what_was_answered_and_that_before_what_is_known():
    assert facts_after(shop(), {"kind": "shop", "kitchen": True})["kitchen"] is False
    assert facts_after(shop(), {"kitchen": True}, {"kitchen": False})["kitchen"] is True
    assert facts_after(shop(), {}, {"kitchen": False, "owner.age": Decimal(40)}) == {"kitchen": False, "owner.age": 40}


def test_what_is_known_can_imply_too():
    assert facts_after(shop(), {}, {"kind": "shop"})["kitchen"] is False


def test_an_answer_to_a_question_that_does_not_apply_is_set_aside():
    assert "scope" not in facts_after(shop(), {"kind": "shop", "scope": frozenset({"raw"})})


def test_an_unknown_answer_gives_no_fact():
    assert facts_after(shop(), {"kind": UNKNOWN, "area": UNKNOWN}) == {}


@pytest.mark.parametrize(
    ("key", "answer", "allowed"),
    [("kind", "bakery", "restaurant"), ("kitchen", "yes", "是"), ("scope", "raw", "cold"),
     ("scope", frozenset({"hot"}), "cold"), ("area", True, "数字"), ("area", "50", "数字"), ("opens", "2026", "日期")],
)  # fmt: skip
def test_a_wrong_answer_is_refused_with_what_is_allowed(key, answer, allowed):
    with pytest.raises(AnswerRefused) as caught:
        facts_after(shop(), {key: answer})
    assert caught.value.facts["question"] == key
    assert allowed in caught.value.facts["allowed"]


def test_an_answer_to_no_question_is_refused():
    with pytest.raises(NoSuchQuestion):
        facts_after(shop(), {"colour": "red"})


def test_questions_that_wait_for_each_other_are_refused():
    ring = a_chain((yes_no("a", when="b"), yes_no("b", when="a")), {"item": "a"})
    with pytest.raises(CircularQuestions) as caught:
        facts_after(ring, {"a": True, "b": True})
    assert set(caught.value.facts["facts"]) == {"a", "b"}
    with pytest.raises(CircularQuestions):
        compile_guide(ring, plain_items(ring))
