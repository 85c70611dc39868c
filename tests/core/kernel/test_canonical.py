"""One spelling for every value: equal values, equal digests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.kernel.canonical import canonical_json, spelled

WORDS = st.text(max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@given(PLAIN)
def test_what_is_json_already_is_spelled_as_any_value_is(plain):
    assert spelled(plain) == canonical_json(plain)


def test_the_order_of_keys_does_not_count():
    assert spelled({"乙": 1, "甲": [{"b": 1, "a": None}]}) == spelled({"甲": [{"a": None, "b": 1}], "乙": 1})


def test_a_number_that_is_not_finite_has_no_spelling():
    with pytest.raises(ValueError, match="not JSON compliant"):
        spelled({"length": float("nan")})
