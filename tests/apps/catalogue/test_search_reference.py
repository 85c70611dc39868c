"""docs/reference/search.md says what is so."""

import re
from pathlib import Path

import pytest

from lianban.adapters.catalogue_files import SHIPPED
from lianban.adapters.search_language import PinyinLanguage
from lianban.cli.search import index_of
from lianban.core.search import Lexicon

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "search.md").read_text(encoding="utf-8")
PROMISED = re.findall(r"`([^`]+)`", PAGE.partition("all find")[0])


@pytest.fixture(scope="module")
def index():
    """The index over the shipped catalogue."""
    return index_of(SHIPPED)


def test_the_page_promises_several_ways_of_asking():
    assert len(PROMISED) >= 6


@pytest.mark.parametrize("asked", PROMISED)
def test_every_promised_way_of_asking_finds_the_restaurant(index, asked: str):
    assert index.search(asked)[0].key == "kaiban-canyindian"


@pytest.mark.parametrize("key", Lexicon.model_fields)
def test_every_key_of_the_words_is_explained(key: str):
    assert f"`{key}`" in PAGE


def test_no_word_both_has_a_meaning_and_is_an_aside():
    words = PinyinLanguage().lexicon
    meant = {word for group in words.meanings.values() for word in group}
    assert not meant & {*words.asides, *words.english_asides}


def test_every_departure_is_a_meaning():
    words = PinyinLanguage().lexicon
    assert set(words.departures) <= words.meanings.keys()
