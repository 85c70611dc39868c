"""Keys are UUIDs of version 7, each greater than the one before."""

import time
import uuid

from lianban.apps.storage.keys import new_key


def test_keys_are_version_seven_of_the_standard_variant():
    key = new_key()
    assert (key.version, key.variant) == (7, uuid.RFC_4122)


def test_keys_made_one_after_the_other_stand_in_that_order():
    keys = [new_key() for _ in range(5000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == 5000


def test_a_key_begins_with_the_millisecond_it_was_made_in():
    before = time.time_ns() // 1_000_000
    assert before <= new_key().int >> 80 <= time.time_ns() // 1_000_000 + 1
