"""The search over the shipped catalogue: how well it finds, and the front door."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from lianban.adapters.search_language import PinyinLanguage, read_phrasings
from lianban.apps.catalogue import public as catalogue
from lianban.core.search import Index, Language
from lianban.core.search.entries import entries_of
from lianban.core.search.measuring import Phrasing, rank, share
from tests.apps.catalogue.shipped import publish_shipped, shipped

PHRASINGS = read_phrasings(Path(__file__).with_name("phrasings.yaml"))
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
FEWEST = 150


@pytest.fixture(scope="module")
def index() -> Index:
    """The index over the shipped catalogue."""
    found, words = shipped(), PinyinLanguage()
    entries = entries_of(found.chains, found.items, found.vocabulary)
    return Index(entries, Language(words.lexicon, words.syllables))


def measured(index: Index, *, held_out: bool) -> list[int]:
    """Return the ranks of one half of the phrasings."""
    return [rank(index, each) for each in PHRASINGS if each.held_out is held_out]


class TestPhrasings:
    def test_there_are_enough_and_both_halves_are_alike_in_size(self):
        held_out = sum(each.held_out for each in PHRASINGS)
        assert len(PHRASINGS) >= FEWEST
        assert abs(len(PHRASINGS) - 2 * held_out) <= len(shipped().chains) + 1

    def test_whatever_is_wanted_exists(self):
        known = shipped().chains.keys() | shipped().items.keys()
        assert {key for each in PHRASINGS for key in each.wants} <= known

    @pytest.mark.parametrize("held_out", [False, True], ids=["adjusted-on", "held-out"])
    def test_the_meant_answer_comes_first_or_soon(self, index: Index, held_out: bool):
        ranks = measured(index, held_out=held_out)
        assert share(ranks, 1) >= 0.82
        assert share(ranks, 3) >= 0.94

    def test_every_chain_is_found_by_its_own_name_and_aliases(self, index: Index):
        for chain in shipped().chains.values():
            for name in (chain.name, *chain.aliases):
                assert 0 < rank(index, Phrasing(name, frozenset({chain.key}), held_out=False)) <= 5, name

    def test_every_item_is_found_by_its_name(self, index: Index):
        for item in shipped().items.values():
            assert 0 < rank(index, Phrasing(item.name, frozenset({item.key}), held_out=False)) <= 3, item.name


@pytest.mark.django_db
class TestFrontDoor:
    def test_what_is_published_is_found_and_says_why(self):
        publish_shipped(NOW)
        hit = catalogue.search("我想开个饭店")[0]
        assert (hit.kind, hit.key) == ("chain", "kaiban-canyindian")
        assert hit.why
        assert hit.spans

    def test_before_anything_is_published_nothing_is_found(self):
        assert catalogue.search("开饭店") == ()

    def test_what_is_published_later_is_found(self):
        found = shipped()
        catalogue.publish({}, {}, found.vocabulary, by="测试", now=NOW)
        assert catalogue.search("开饭店") == ()
        publish_shipped(NOW)
        assert catalogue.search("开饭店", 1)
