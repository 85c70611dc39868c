"""Laws that hold for every condition and every facts."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from lianban.core.conditions.algebra import All, Any, Const, Not, facts_of
from lianban.core.conditions.decide import equivalent, example, implies, is_satisfiable
from lianban.core.conditions.jsonlogic import from_json, to_json
from lianban.core.conditions.simplify import simplified
from lianban.core.conditions.text import parse, write
from lianban.core.conditions.truth import evaluate, residual
from tests.core.strategies import DOMAINS, VALUES, all_facts, conditions, some_facts


def everywhere(condition):
    """The truth of a condition for every combination of its facts' values."""
    names = sorted(facts_of(condition))
    return [evaluate(condition, dict(zip(names, row, strict=True))) for row in product(*(VALUES[n] for n in names))]


@given(conditions())
def test_text_and_json_logic_lose_nothing(condition):
    assert parse(write(condition)) == condition
    assert from_json(to_json(condition)) == condition


@given(conditions(), all_facts())
def test_with_every_fact_known_there_is_a_truth_and_the_opposite_has_the_other(condition, facts):
    truth = evaluate(condition, facts)
    assert isinstance(truth, bool)
    assert evaluate(Not(condition), facts) is not truth


@given(conditions(), some_facts(), all_facts())
def test_a_truth_once_certain_stays(condition, known, rest):
    early = evaluate(condition, known)
    assert early is None or early is evaluate(condition, rest | known)


@given(conditions(), some_facts(), all_facts())
def test_what_is_left_has_the_truth_of_the_whole(condition, known, rest):
    left = residual(condition, known)
    assert not facts_of(left) & known.keys()
    assert evaluate(left, rest | known) is evaluate(condition, rest | known)


@given(conditions(), some_facts())
def test_what_is_certain_leaves_nothing(condition, known):
    truth = evaluate(condition, known)
    assert truth is None or residual(condition, known) == Const(truth)


@given(conditions(), all_facts())
def test_simplifying_keeps_the_truth_and_is_done_at_once(condition, facts):
    short = simplified(condition)
    assert evaluate(short, facts) is evaluate(condition, facts)
    assert simplified(short) == short


@given(conditions(size=5))
def test_satisfiable_is_what_some_combination_shows(condition):
    assert is_satisfiable(condition, DOMAINS) is any(everywhere(condition))


@given(conditions(size=5))
def test_an_example_is_one(condition):
    facts = example(condition, DOMAINS)
    if facts is None:
        assert not any(everywhere(condition))
    else:
        rest = {fact: VALUES[fact][0] for fact in facts_of(condition) - facts.keys()}
        assert evaluate(condition, {**rest, **facts}) is True


@given(conditions(size=3), conditions(size=3))
def test_implied_and_equal_are_what_every_combination_shows(left, right):
    assert implies(left, right, DOMAINS) is not any(everywhere(All((left, Not(right)))))
    differs = Any((All((left, Not(right))), All((right, Not(left)))))
    assert equivalent(left, right, DOMAINS) is not any(everywhere(differs))


@given(conditions(size=6), st.integers(min_value=2, max_value=4))
def test_beyond_the_bound_it_says_so_instead_of_guessing(condition, nodes):
    assert is_satisfiable(condition, DOMAINS, nodes=nodes) in (None, is_satisfiable(condition, DOMAINS))
