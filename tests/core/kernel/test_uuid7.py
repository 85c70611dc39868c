import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.kernel.uuid7 import uuid7

moments = st.integers(0, (1 << 48) - 1)
chance = st.binary(min_size=10, max_size=10)


@given(moments, chance)
def test_it_is_a_version_7_uuid_of_rfc_9562(now_ms, random_bytes):
    made = uuid7(now_ms, random_bytes)
    assert (made.version, made.variant, made.int >> 80) == (7, "specified in RFC 4122", now_ms)


@given(moments, moments, chance, chance)
def test_later_keys_sort_later(one, other, first, second):
    assert one == other or (uuid7(one, first) < uuid7(other, second)) == (one < other)


def test_two_of_the_same_moment_differ_by_chance():
    assert uuid7(1, bytes(10)) != uuid7(1, b"\xff" * 10)


@pytest.mark.parametrize(("now_ms", "random_bytes"), [(1, bytes(9)), (-1, bytes(10)), (1 << 48, bytes(10))])
def test_a_wrong_length_is_refused(now_ms, random_bytes):
    with pytest.raises(ValueError, match="ten random bytes"):
        uuid7(now_ms, random_bytes)
