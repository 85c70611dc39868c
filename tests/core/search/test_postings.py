"""The lists of the index."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lianban.core.search.postings import BUDGET, Postings

ENTRY = st.dictionaries(st.sampled_from("abcdef"), st.floats(min_value=0.1, max_value=5), max_size=6)


def filled(entries: list[dict[str, float]]) -> Postings:
    """Return the lists over these entries."""
    postings = Postings()
    for entry in entries:
        postings.add(entry)
    return postings


@given(st.lists(ENTRY, min_size=1, max_size=30))
def test_candidates_are_those_a_plain_sum_prefers(entries: list[dict[str, float]]):
    postings = filled(entries)
    weights = {term: 1.0 for term in "abc" if term in postings}
    sums = [
        sum(postings.rarity(term) * postings.strength(term, number) for term in weights)
        for number in range(len(entries))
    ]
    found = postings.candidates(weights, len(entries))
    assert {number for number in found if sums[number] > 0} == {number for number, each in enumerate(sums) if each > 0}
    assert all(sums[one] >= sums[other] - 1e-6 for one, other in pairwise(found))


@given(st.lists(ENTRY, min_size=1, max_size=30))
def test_every_strength_is_kept(entries: list[dict[str, float]]):
    postings = filled(entries)
    for number, entry in enumerate(entries):
        for term, strength in entry.items():
            assert abs(postings.strength(term, number) - strength) < 1e-5


def test_the_rarer_of_two_terms_distinguishes_more():
    postings = filled([{"common": 1.0, "rare": 1.0}, {"common": 1.0}, {"common": 1.0}])
    assert postings.rarity("rare") > postings.rarity("common") > 0


def test_a_term_too_common_opens_no_candidates_beside_a_rare_one():
    postings = filled([{"common": 1.0} for _ in range(BUDGET)] + [{"rare": 1.0, "common": 1.0}])
    assert postings.candidates({"common": 1.0, "rare": 1.0}, 10) == [BUDGET]


def test_a_common_term_alone_is_still_found():
    postings = filled([{"common": 1.0} for _ in range(BUDGET + 1)])
    assert len(postings.candidates({"common": 1.0}, 10)) == 10
