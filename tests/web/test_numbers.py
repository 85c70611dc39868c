"""Whole numbers that a page sends back."""

import pytest

from lianban.web.components.numbers import page_number, whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("17", 17), ("000000017", 17), ("9" * 9, 999_999_999)])
def test_plain_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "-1", "1.0", "1e3", " 1", "²", "٣", "9" * 10, "9" * 5000])
def test_anything_else_is_none(text):
    assert whole_number(text) is None


@pytest.mark.parametrize(("text", "page"), [("1", 1), ("2", 2), ("99999", 99_999)])
def test_a_page_is_turned_to_by_its_number(text, page):
    assert page_number(text) == page


@pytest.mark.parametrize("text", ["", "0", "-2", "x", "٣", "100000", "9" * 5000])
def test_a_page_that_no_address_of_ours_names_is_the_first(text):
    assert page_number(text) == 1
