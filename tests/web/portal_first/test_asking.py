"""Answers travel in the address, and an address that somebody spoilt never breaks the page."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.guidance import UNKNOWN
from lianban.core.guidance.spelling import read, spell
from lianban.web.portal.asking import hidden, read_address, replaced, typed, write_address
from tests.apps.catalogue.shipped import shipped

CHAIN = shipped().chains["kaiban-canyindian"]
QUESTIONS = {question.key: question for question in CHAIN.questions}


def address(*written):
    query = QueryDict(mutable=True)
    query.setlist("q", written)
    return read_address(CHAIN, query)


def test_answers_come_back_as_they_were_written_and_in_their_order():
    spelt = {"q2": "350", "q1": "company", "q7": "unknown", "q3": "热食类食品制售,自制饮品制售"}
    query = QueryDict(write_address("/", spelt).partition("?")[2])
    assert list(read_address(CHAIN, query).spelt.items()) == list(spelt.items())
    assert address(*hidden(spelt)).given["q7"] is UNKNOWN


def test_what_means_nothing_here_is_left_out_and_counted():
    found = address("q1:company", "q1", "q99:yes", "q2:many", "", "q7:maybe")
    assert (found.spelt, found.lost) == ({"q1": "company"}, 5)


@given(st.lists(st.text(max_size=30), max_size=80))
def test_no_address_breaks_the_page(written):
    assert set(address(*written).spelt) <= set(QUESTIONS)


@pytest.mark.parametrize(
    ("key", "values", "text"),
    [
        ("q2", ["350"], "350"),
        ("q2", ["1,200"], "1200"),
        ("q2", ["350", "unknown"], "unknown"),
        ("q2", [""], ""),
        ("q1", ["company"], "company"),
        ("q3", ["自制饮品制售", "热食类食品制售"], "热食类食品制售,自制饮品制售"),
        ("q3", [], ""),
        ("q3", ["热食类食品制售", "unknown"], "unknown"),
    ],
)
def test_what_a_form_sends_becomes_one_text(key, values, text):
    assert typed(QUESTIONS[key], values) == text


def test_choosing_none_of_several_is_an_answer():
    assert read(QUESTIONS["q3"], typed(QUESTIONS["q3"], [])) == frozenset()
    assert spell(frozenset()) == ""


def test_a_corrected_answer_stays_where_it_stands():
    assert list(replaced({"q1": "company", "q2": "350"}, "q1", "held")) == ["q1", "q2"]
