"""The fifteen chains that ship: nothing is lost, and nothing could be asked less."""

import pytest

from lianban.adapters.catalogue_files import read_catalogue
from lianban.core.chains.compose import compose
from lianban.core.chains.model import QuestionKind
from lianban.core.chains.plan import Need
from lianban.core.guidance import UNKNOWN, Kind, certainties, compile_guide, facts_after, next_question, prove
from lianban.core.guidance.answers import fact_value
from lianban.core.guidance.replay import replay, values_of

CATALOGUE = read_catalogue()
PROOFS = {}
LARGEST = "kaiban-canyindian"
PART = 5_000
"""About so many combinations of the largest are played through beside each set of answers that stand fast."""


def guide_of(key, **more):
    return compile_guide(CATALOGUE.chains[key], CATALOGUE.items, **more)


def proof_of(key):
    if key not in PROOFS:
        PROOFS[key] = prove(guide_of(key))
    return PROOFS[key]


def test_there_are_fifteen():
    assert len(CATALOGUE.chains) == 15


@pytest.mark.parametrize("key", sorted(CATALOGUE.chains))
def test_every_combination_is_covered_and_no_guide_asks_fewer(key):
    proof = proof_of(key)
    assert proof.covered == proof.combinations
    assert proof.method == "exact"
    assert proof.lower_bound == proof.expected
    assert proof.decisive <= proof.expected <= proof.in_order + 1e-9
    assert proof.in_order <= proof.asked_all + 1e-9


def test_played_through_one_by_one_every_combination_has_the_outcome_of_asking_everything():
    played = {key: replay(guide_of(key)) for key in CATALOGUE.chains}
    assert [key for key, count in played.items() if count is None] == [LARGEST]
    assert all(count == guide_of(key).map.combinations() for key, count in played.items() if count is not None)


@pytest.mark.parametrize("place", [0, -1], ids=["first answers", "last answers"])
@pytest.mark.parametrize("is_from_the_end", [False, True], ids=["to the first questions", "to the last questions"])
def test_of_the_largest_a_part_is_played_through_beside_answers_that_stand_fast(place, is_from_the_end):
    """All of its 4.7 million combinations are covered by the diagrams, in the test before."""
    guide, given, combinations = guide_of(LARGEST), {}, guide_of(LARGEST).map.combinations()
    for question in guide.chain.questions[:: -1 if is_from_the_end else 1]:
        if combinations <= PART:
            break
        values = list(values_of(guide, question))
        given[question.key] = values[place]
        combinations //= len(values)
    assert replay(guide, given) == combinations


def test_on_average_a_third_fewer_are_asked_or_the_rest_is_proved_to_be_needed():
    """Where less than 35 % is saved, hardly any question is asked that does not decide something all by itself."""
    proofs = [proof_of(key) for key in CATALOGUE.chains]
    saved = sum(proof.saved for proof in proofs) / len(proofs)
    asked, decisive = sum(p.expected for p in proofs), sum(p.decisive for p in proofs)
    assert saved >= 0.35 or decisive / asked >= 0.95


@pytest.mark.parametrize("key", sorted(CATALOGUE.chains))
def test_what_the_guide_calls_certain_the_plan_calls_certain(key):
    """At the start and at the end of a walk that takes every last answer."""
    guide, answers = guide_of(key), {}
    while True:
        asked = next_question(guide, answers)
        if not answers or asked is None:
            facts = facts_after(guide.chain, answers)
            plan = compose(guide.chain, CATALOGUE.items, CATALOGUE.vocabulary, facts)
            planned = {item.key: item.need for item in plan.items if item.need is not Need.NOT_NEEDED}
            found = [each for each in certainties(guide, facts) if each.consequence.kind is Kind.ITEM]
            assert {e.consequence.key: e.need for e in found if e.need is not Need.NOT_NEEDED} == planned
        if asked is None:
            return
        question = asked.question
        last = fact_value(question.answers[-1], question) if question.answers else UNKNOWN
        answers[question.key] = frozenset({last}) if question.kind is QuestionKind.MULTI else last
