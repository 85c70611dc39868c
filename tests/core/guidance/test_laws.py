"""Laws of guidance, held against trying everything."""

import pytest
from hypothesis import given, note, settings

from lianban.core.guidance import UNKNOWN, certainties, compile_guide, facts_after, next_question, prove
from lianban.core.guidance.replay import replay
from lianban.core.guidance.strategy import Strategy
from tests.core.guidance.builders import plain_items
from tests.core.guidance.chains import least_by_trying, small_chains, told


def guide_of(chain, **more):
    note(told(chain))
    return compile_guide(chain, plain_items(chain), **more)


@given(small_chains())
@settings(max_examples=60, deadline=None)
def test_the_expected_number_is_the_least_there_is(chain):
    assert prove(guide_of(chain)).expected == pytest.approx(float(least_by_trying(chain)))


@given(small_chains())
@settings(max_examples=40, deadline=None)
def test_every_combination_has_the_outcome_of_asking_everything(chain):
    guide = guide_of(chain)
    assert replay(guide) == prove(guide).covered == guide.map.combinations()


@given(small_chains())
@settings(max_examples=40, deadline=None)
def test_a_pinned_order_has_the_same_outcome_and_is_never_cheaper(chain):
    pinned = [question.key for question in reversed(chain.questions)]
    guide = guide_of(chain, pinned=pinned)
    assert replay(guide) == guide.map.combinations()
    assert prove(guide).pinning_costs >= -1e-9


@given(small_chains())
@settings(max_examples=40, deadline=None)
def test_the_bounds_are_bounds(chain):
    proof = prove(guide_of(chain))
    assert proof.decisive <= proof.expected + 1e-9
    assert proof.expected <= proof.in_order + 1e-9
    assert proof.in_order <= proof.asked_all + 1e-9 <= proof.authored + 1e-6
    assert proof.expected <= proof.worst <= proof.authored


@given(small_chains())
@settings(max_examples=40, deadline=None)
def test_the_heuristic_has_the_same_outcome_and_is_never_cheaper(chain):
    guide = guide_of(chain)
    start = guide.states.start()
    assert Strategy(guide.states, effort=0).expected(start) >= guide.strategy.expected(start) - 1e-9


@given(small_chains())
@settings(max_examples=40, deadline=None)
def test_not_knowing_anything_ends_and_loses_nothing(chain):
    guide = guide_of(chain)
    answers = {}
    while asked := next_question(guide, answers):
        assert asked.question.key not in answers
        answers[asked.question.key] = UNKNOWN
    assert certainties(guide, facts_after(chain, answers)) == certainties(guide, {})
