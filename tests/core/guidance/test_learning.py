"""What finished cases teach: sums of people, never one person's answer; and never another outcome."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianban.core.guidance import compile_guide, prove, tally
from lianban.core.guidance.replay import replay
from tests.core.guidance.builders import a_chain, multi, number, place, plain_items, single, yes_no
from tests.core.guidance.chains import OPTIONS, small_chains

QUESTIONS = (yes_no("agent"), single("sign", "door", "no"), multi("food", "raw", "cake"), number("area"), place("home"))
MEMBERS = {"a": "agent", "s": "sign = door", "f": "food 含 raw", "n": "area >= 300", "h": "home 位于 37"}
FACTS = {"agent": True, "sign": "door", "food": frozenset({"raw"}), "area": Decimal(350), "home": "370304"}


def questions():
    chain = a_chain(QUESTIONS, MEMBERS)
    return compile_guide(chain, plain_items(chain)).map


def people(count, **facts):
    return [(f"person{n}", {**FACTS, **facts}) for n in range(count)]


class TestCounting:
    def test_every_kind_of_answer_is_counted_as_an_address_spells_it(self):
        assert tally(questions(), people(5), 5) == {
            "agent": {"yes": 5},
            "sign": {"door": 5},
            "food": {"raw": 5},
            "area": {"300": 5},
            "home": {"3700": 5},
        }

    def test_an_option_nobody_chose_is_counted_too(self):
        assert tally(questions(), people(5, food=frozenset()), 5)["food"] == {"-raw": 5}

    def test_a_number_is_counted_by_its_class_so_that_no_number_is_kept(self):
        mixed = [*people(3, area=Decimal(310)), *((f"other{n}", {"area": Decimal(9000 + n)}) for n in range(2))]
        assert tally(questions(), mixed, 5)["area"] == {"300": 5}

    def test_an_answer_of_fewer_people_is_not_kept(self):
        seldom = [*people(5), *((f"other{n}", {"agent": False}) for n in range(4))]
        assert tally(questions(), seldom, 5)["agent"] == {"yes": 5}

    def test_one_person_with_many_cases_counts_once(self):
        assert tally(questions(), [("person", FACTS)] * 50, 5) == {}

    def test_never_a_single_person_whatever_is_set(self):
        assert tally(questions(), people(1), 1) == {}
        assert tally(questions(), people(2), 1)["agent"] == {"yes": 2}

    @pytest.mark.parametrize(("count", "kept"), [(5, 5), (9, 5), (10, 10), (14, 10)])
    def test_sums_are_rounded_down_so_that_two_nights_tell_nobody_apart(self, count, kept):
        assert tally(questions(), people(count), 5)["agent"] == {"yes": kept}

    def test_what_was_not_answered_or_no_longer_fits_counts_for_nothing(self):
        said = [(f"person{n}", {"area": "wide", "home": "3"}) for n in range(9)]
        assert tally(questions(), said, 5) == {}


def weights():
    words = ("yes", "no", *OPTIONS["single"], *OPTIONS["multi"], "-p", "-q", "nonsense", "37", "11")
    given_ = st.dictionaries(st.sampled_from(words), st.integers(1, 500), max_size=5)
    return st.dictionaries(st.sampled_from(("f0", "f1", "f2", "f3", "gone")), given_, max_size=4)


@given(small_chains(kinds=("yes_no", "single", "multi", "place")), weights())
@settings(max_examples=80, deadline=None)
def test_weights_change_the_order_and_never_the_outcome(chain, learned):
    uniform = compile_guide(chain, plain_items(chain))
    weighed = compile_guide(chain, plain_items(chain), learned=learned)
    assert replay(weighed) == replay(uniform) == prove(weighed).covered
    assert [each.when for each in weighed.consequences] == [each.when for each in uniform.consequences]


@given(small_chains(), weights())
@settings(max_examples=60, deadline=None)
def test_the_learned_order_is_never_worse_for_what_was_learned(chain, learned):
    weighed = compile_guide(chain, plain_items(chain), learned=learned)
    in_order = compile_guide(chain, plain_items(chain), learned=learned, pinned=[q.key for q in chain.questions])
    assert prove(weighed).expected <= prove(in_order).expected + 1e-9
