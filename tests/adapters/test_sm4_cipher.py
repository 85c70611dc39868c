"""Personal values at rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.adapters.sm4_cipher import Sm4Cipher
from lianban.ports.cipher import SealedValueBroken

CIPHER = Sm4Cipher.of(b"a key for tests only, 32 bytes..")


@given(plain=st.binary(max_size=300), context=st.binary(max_size=60))
def test_what_was_sealed_opens_again_in_its_own_context(plain, context):
    assert CIPHER.decrypt(CIPHER.encrypt(plain, context), context) == plain


@given(plain=st.binary(min_size=1, max_size=60), place=st.integers(min_value=0), flip=st.integers(1, 255))
def test_any_changed_byte_is_noticed(plain, place, flip):
    sealed = bytearray(CIPHER.encrypt(plain, b"here"))
    sealed[place % len(sealed)] ^= flip
    with pytest.raises(SealedValueBroken):
        CIPHER.decrypt(bytes(sealed), b"here")


def test_a_value_moved_to_another_row_does_not_open():
    sealed = CIPHER.encrypt("演示申请人甲".encode(), b"form_value|row 1")
    with pytest.raises(SealedValueBroken):
        CIPHER.decrypt(sealed, b"form_value|row 2")


def test_equal_values_look_different_but_digest_alike():
    assert CIPHER.encrypt(b"370304", b"") != CIPHER.encrypt(b"370304", b"")
    assert CIPHER.keyed_digest(b"370304") == CIPHER.keyed_digest(b"370304")
    assert CIPHER.keyed_digest(b"370304") != Sm4Cipher.of(b"another key of 16 bytes").keyed_digest(b"370304")


def test_after_rotation_old_values_still_open_and_new_ones_use_the_new_key():
    old = {1: b"first key, 16 bytes"}
    sealed = Sm4Cipher(old, b"digest key, 16 bytes").encrypt(b"value", b"c")
    rotated = Sm4Cipher({**old, 2: b"second key, 16 bytes"}, b"digest key, 16 bytes")
    assert rotated.decrypt(sealed, b"c") == b"value"
    assert rotated.encrypt(b"value", b"c")[0] == 2


def test_a_value_of_a_lost_key_version_says_which():
    sealed = Sm4Cipher({7: b"first key, 16 bytes"}, b"digest key, 16 bytes").encrypt(b"value", b"c")
    with pytest.raises(SealedValueBroken) as error:
        CIPHER.decrypt(sealed, b"c")
    assert error.value.facts["reason"] == "no key of version 7"


def test_short_keys_are_refused():
    with pytest.raises(ValueError, match="16 bytes"):
        Sm4Cipher.of(b"short")
