"""Chains found in items alone."""

import pytest

from lianban.adapters.catalogue_files import read_catalogue
from lianban.core.chains.discovery import Proposal, Shape, propose
from lianban.core.chains.discovery_graph import Relations, Sort, words_of
from lianban.core.chains.discovery_spread import Surroundings
from lianban.core.chains.rediscovery import best_matches
from lianban.core.items.model import ServiceItem
from tests.core.chains.builders import a_field, a_material, a_vocabulary, an_item, by_key

NO_WORDS = a_vocabulary()
SMALL = Shape(fewest=2, most=4)


def a_family(name: str, size: int, **more: object) -> list[ServiceItem]:
    """Items that ask for the same two facts of one role."""
    fields = (a_field("one", f"{name}.name"), a_field("two", f"{name}.born_on"))
    return [an_item(f"{name}_{number}", fields, name=f"事项{name}", **more) for number in range(size)]


def found_with(proposals: tuple[Proposal, ...], item: str) -> set[str]:
    return next(set(each.members) for each in proposals if item in each.members)


class TestProposals:
    def test_items_that_ask_for_the_same_facts_are_proposed_together(self) -> None:
        proposals = propose(by_key(*a_family("child", 4), *a_family("shop", 4)), NO_WORDS, SMALL)
        assert found_with(proposals, "child_0") == {f"child_{number}" for number in range(4)}
        assert found_with(proposals, "shop_0") == {f"shop_{number}" for number in range(4)}

    def test_an_item_that_shares_nothing_is_in_none(self) -> None:
        stranger = an_item("stranger", [a_field("x", "tree.height")], name="采伐", service_object="自然人")
        proposals = propose(by_key(*a_family("child", 4), stranger), NO_WORDS, SMALL)
        assert all("stranger" not in each.members for each in proposals)

    def test_who_yields_what_a_member_asks_for_is_added_and_stands_first(self) -> None:
        birth = an_item("birth", name="签发", makes="doc.birth_cert")
        family = [
            each.model_copy(update={"materials": (a_material("m", "doc.birth_cert"),)}) for each in a_family("child", 4)
        ]
        (proposal,) = propose(by_key(birth, *family, *a_family("shop", 1)), NO_WORDS, Shape(fewest=2, most=5))
        assert proposal.members[0] == "birth"
        assert any(each.sort is Sort.RESULT and each.items[0] == "birth" for each in proposal.reasons)

    def test_who_renews_what_it_asks_for_is_no_maker_of_it(self) -> None:
        renews = an_item("renew", materials=[a_material("old", "doc.licence")], makes="doc.licence")
        grants = an_item("grant", makes="doc.licence")
        assert Relations(by_key(renews, grants), NO_WORDS).makers == {"doc.licence": ("grant",)}

    def test_items_that_wait_for_one_another_are_not_proposed(self) -> None:
        one = an_item("one", [a_field("f", "a.b")], [a_material("m", "doc.two")], makes="doc.one")
        two = an_item("two", [a_field("f", "a.b")], [a_material("m", "doc.one")], makes="doc.two")
        third = an_item("third", [a_field("f", "a.c")], name="别的")
        assert all(len(each.members) < 3 for each in propose(by_key(one, two, third), NO_WORDS, SMALL))

    def test_a_result_says_who_uses_it(self) -> None:
        maker = an_item("maker", [a_field("f", "a.b")], makes="doc.rare")
        user = an_item("user", [a_field("f", "a.b")], [a_material("m", "doc.rare")])
        (proposal,) = propose(by_key(maker, user, *a_family("x", 1)), NO_WORDS, SMALL)
        (reason,) = [each for each in proposal.reasons if each.sort is Sort.RESULT]
        assert (reason.key, reason.items) == ("doc.rare", ("maker", "user"))

    def test_the_order_in_which_items_come_changes_nothing(self) -> None:
        items = [*a_family("child", 4), *a_family("shop", 5)]
        assert propose(by_key(*items), NO_WORDS, SMALL) == propose(by_key(*reversed(items)), NO_WORDS, SMALL)

    @pytest.mark.parametrize("items", [{}, by_key(an_item("only"))])
    def test_nothing_to_relate_gives_nothing(self, items: dict[str, ServiceItem]) -> None:
        assert propose(items, NO_WORDS) == ()


class TestRelations:
    def test_what_few_have_says_more_than_what_many_have(self) -> None:
        items = [*a_family("child", 2), *a_family("shop", 6)]
        rarity = Relations(by_key(*items), NO_WORDS).rarity
        assert rarity[Sort.ROLE, "child"] > rarity[Sort.ROLE, "shop"]

    def test_what_stands_in_brackets_is_no_word_of_the_name(self) -> None:
        assert words_of("食品经营许可（新办）") == {"食品", "品经", "经营", "营许", "许可"}

    def test_nearness_is_the_same_both_ways(self) -> None:
        near = Relations(by_key(*a_family("child", 3), *a_family("shop", 3)), NO_WORDS).near
        assert all(near[other][one] == tie for one, ties in near.items() for other, tie in ties.items())


class TestSpreading:
    TWO_TRIANGLES = {
        "a": {"b": 1.0, "c": 1.0},
        "b": {"a": 1.0, "c": 1.0},
        "c": {"a": 1.0, "b": 1.0, "d": 0.1},
        "d": {"c": 0.1, "e": 1.0, "f": 1.0},
        "e": {"d": 1.0, "f": 1.0},
        "f": {"d": 1.0, "e": 1.0},
    }

    def test_interest_is_never_more_than_what_was_put_in(self) -> None:
        spread = Surroundings(self.TWO_TRIANGLES).spread("a")
        assert 0.99 < sum(spread.values()) <= 1.0
        assert spread["a"] > spread["e"]

    def test_the_cut_goes_where_the_tie_is_thin(self) -> None:
        around = Surroundings(self.TWO_TRIANGLES)
        group = around.group(around.spread("a"), 2, 5)
        assert group
        assert set(group.members) == {"a", "b", "c"}
        assert group.leak == pytest.approx(0.1 / 6.1)

    def test_too_small_surroundings_give_no_group(self) -> None:
        assert Surroundings({"a": {"b": 1.0}, "b": {"a": 1.0}}).group({"a": 0.6, "b": 0.4}, 3, 5) is None


class TestMeasure:
    def test_the_nearest_proposal_counts(self) -> None:
        (match,) = best_matches({"chain": "abcd"}, ["xy", "abce"])
        assert (match.rank, match.f1, match.jaccard) == (2, 0.75, 0.6)
        assert (match.missed, match.extra) == (("d",), ("e",))

    def test_without_proposals_all_is_missed(self) -> None:
        (match,) = best_matches({"chain": "ab"}, [])
        assert (match.rank, match.f1, match.missed) == (0, 0.0, ("a", "b"))


class TestShippedCatalogue:
    """What the report says; the numbers are held with a margin, so that a new item does not break them."""

    def test_most_surveyed_chains_are_rediscovered(self) -> None:
        catalogue = read_catalogue()
        known = {key: [member.item for member in chain.members] for key, chain in catalogue.chains.items()}
        proposals = propose(catalogue.items, catalogue.vocabulary)
        matches = best_matches(known, [each.members for each in proposals])
        assert sum(match.f1 >= 0.5 for match in matches) >= 13
        assert sum(match.f1 >= 0.75 for match in matches) >= 3
        assert len(proposals) <= 40

    def test_ranked_best_first_and_each_says_why(self) -> None:
        catalogue = read_catalogue()
        proposals = propose(catalogue.items, catalogue.vocabulary)
        assert [each.score for each in proposals] == sorted((each.score for each in proposals), reverse=True)
        assert all(each.reasons and 0 < each.saved < 1 for each in proposals)
