"""Questions about a place: the answer is a division, told as exactly as it matters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianban.core.chains.plan import Need
from lianban.core.conditions.truth import evaluate
from lianban.core.guidance import UNKNOWN, AnswerRefused, certainties, compile_guide, facts_after, next_question, prove
from lianban.core.guidance.replay import replay
from tests.core.guidance.builders import a_chain, place, plain_items
from tests.core.guidance.chains import small_chains

TOWN, OTHER_TOWN, COUNTY = "370304102", "370304103", "370304"
CODES = ("37", "3703", "370304", "370304102", "3701", "11", "1101", "45")


def in_town():
    return a_chain([place("home")], {"town_item": f"home 位于 {TOWN}", "province_item": "home 位于 37"})


def needs(chain, answers):
    guide = compile_guide(chain, plain_items(chain))
    found = certainties(guide, facts_after(chain, answers))
    return {each.consequence.key: each.need for each in found}


class TestAnAnswerIsAsExactAsItMatters:
    def test_it_is_asked_again_while_the_place_is_told_too_roughly(self):
        chain = in_town()
        guide = compile_guide(chain, plain_items(chain))
        for rough in ("37", "3703", COUNTY):
            assert next_question(guide, {"home": rough}).question.key == "home"

    @pytest.mark.parametrize("enough", ["11", "3701", "370305", TOWN, OTHER_TOWN])
    def test_it_is_not_asked_again_once_everything_follows(self, enough):
        chain = in_town()
        assert next_question(compile_guide(chain, plain_items(chain)), {"home": enough}) is None

    def test_the_province_alone_settles_what_hangs_on_the_province(self):
        plan = facts_after(in_town(), {"home": "37"})
        assert evaluate(in_town().members[1].when, plan) is True
        assert evaluate(in_town().members[0].when, plan) is None

    def test_the_town_settles_both(self):
        assert needs(in_town(), {"home": TOWN}) == {"town_item": Need.CERTAIN, "province_item": Need.CERTAIN}
        assert needs(in_town(), {"home": "11"}) == {"town_item": Need.NOT_NEEDED, "province_item": Need.NOT_NEEDED}

    def test_not_sure_keeps_both_possibilities(self):
        chain = in_town()
        assert next_question(compile_guide(chain, plain_items(chain)), {"home": UNKNOWN}) is None
        assert set(needs(chain, {"home": UNKNOWN}).values()) == {Need.POSSIBLE}

    @pytest.mark.parametrize("wrong", ["", "3", "博山区", "37030", True])
    def test_what_is_no_code_is_refused(self, wrong):
        with pytest.raises(AnswerRefused):
            facts_after(in_town(), {"home": wrong})


@given(small_chains(kinds=("place", "yes_no")))
@settings(max_examples=50, deadline=None)
def test_every_combination_of_places_has_the_outcome_of_asking_everything(chain):
    guide = compile_guide(chain, plain_items(chain))
    assert replay(guide) == prove(guide).covered


@given(small_chains(kinds=("place",)), st.lists(st.sampled_from(CODES), min_size=4, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_the_place_the_guide_ends_certain_of_what_everything_answered_means(chain, codes):
    """Places are told as roughly as a person likes; the guide asks on until it is certain."""
    guide = compile_guide(chain, plain_items(chain))
    exact = {q.key: code.ljust(12, "9") for q, code in zip(chain.questions, codes, strict=False)}
    answers = {}
    while asked := next_question(guide, answers):
        key = asked.question.key
        longer = next(n for n in (2, 4, 6, 9, 12) if n > len(answers.get(key, "")))
        answers[key] = exact[key][:longer]
    asked_all = {c.consequence.key: c.need for c in certainties(guide, facts_after(chain, exact))}
    assert {c.consequence.key: c.need for c in certainties(guide, facts_after(chain, answers))} == asked_all
