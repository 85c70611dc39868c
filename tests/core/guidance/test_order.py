from decimal import Decimal

import pytest

from lianban.core.guidance import NoSuchQuestion, compile_guide, next_question, prove
from lianban.core.guidance.strategy import Strategy
from tests.core.guidance.builders import a_chain, number, plain_items, single, yes_no


def guide_of(questions, members, **more):
    chain = a_chain(questions, members)
    return compile_guide(chain, plain_items(chain), **more)


def test_the_answer_that_ends_most_is_asked_for_first():
    guide = guide_of((yes_no("a"), yes_no("b"), yes_no("gate")), {"one": "gate 且 a", "two": "gate 且 b"})
    assert next_question(guide, {}).question.key == "gate"
    assert prove(guide).expected == 2
    assert prove(guide).in_order == pytest.approx(2.75)


def test_probabilities_are_learned_from_finished_cases():
    questions = (yes_no("a"), yes_no("b"))
    members = {"item": "a 或 b"}
    assert next_question(guide_of(questions, members), {}).question.key == "a"
    seldom_a = {"a": {"no": 8}, "b": {"yes": 8}}
    learned = guide_of(questions, members, learned=seldom_a)
    assert next_question(learned, {}).question.key == "b"
    assert prove(learned).expected == pytest.approx(1.1)


def test_answers_that_no_condition_tells_apart_weigh_together():
    guide = guide_of((single("kind", "a", "b", "c", "d"), yes_no("x")), {"item": "kind != a 且 x"})
    assert [guide.rows[0], prove(guide).expected] == [(Decimal("0.25"), Decimal("0.75")), 1.5]


def test_a_number_counts_by_class():
    guide = guide_of((number("area"), yes_no("x")), {"item": "area >= 300 且 x", "other": "area >= 50"})
    assert prove(guide).combinations == 3 * 2
    assert prove(guide).expected == pytest.approx(1 + 1 / 3)


def test_a_pinned_order_is_followed_and_its_cost_is_shown():
    questions = (yes_no("a"), yes_no("b"), yes_no("gate"))
    guide = guide_of(questions, {"one": "gate 且 a", "two": "gate 且 b"}, pinned=("a",))
    assert next_question(guide, {}).question.key == "a"
    assert prove(guide).pinning_costs == pytest.approx(0.5)


def test_a_pinned_question_is_left_out_once_nothing_hangs_on_it():
    guide = guide_of((yes_no("a"), yes_no("b")), {"one": "a 且 b"}, pinned=("b", "a"))
    assert next_question(guide, {"b": False}) is None


def test_pinning_what_does_not_exist_is_refused():
    with pytest.raises(NoSuchQuestion):
        guide_of((yes_no("a"),), {"one": "a"}, pinned=("z",))


def test_beyond_its_means_the_order_is_heuristic_and_says_how_far_from_the_least():
    letters = "abcdef"
    members = {f"{x}{y}": f"{x} 且 {y}" for x, y in zip(letters, letters[1:] + "a", strict=True)}
    guide = guide_of([yes_no(letter) for letter in letters], members)
    start = guide.states.start()
    hurried = Strategy(guide.states, effort=0)
    assert not hurried.is_least(start)
    assert prove(guide).decisive <= prove(guide).expected <= hurried.expected(start)
    capped = Strategy(guide.states, effort=0, room=1)
    assert hurried.expected(start) <= capped.expected(start) <= len(letters)


def test_a_chain_without_questions_is_proved_at_once():
    proof = prove(guide_of((), {"item": "真"}))
    assert (proof.combinations, proof.covered, proof.expected, proof.lower_bound) == (1, 1, 0, 0)
