"""Whole numbers that a page sends back."""

import pytest

from lianban.web.components.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("17", 17), ("000000017", 17), ("9" * 9, 999_999_999)])
def test_plain_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "-1", "1.0", "1e3", " 1", "²", "٣", "9" * 10, "9" * 5000])
def test_anything_else_is_none(text):
    assert whole_number(text) is None
