"""The tree is the one of RFC 6962, and a stranger's check follows its proofs."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.supervision import evidence
from lianban.core.supervision.merkle import Tree, leaf_hash, node_hash, tree_root

KNOWN_LEAVES = [bytes.fromhex(each) for each in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
KNOWN_ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
"""Roots over the first leaves, as the certificate transparency project published them for RFC 6962."""
days = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=40)


@pytest.mark.parametrize("size", KNOWN_ROOTS)
def test_the_published_roots(size):
    assert tree_root(KNOWN_LEAVES[:size]).hex() == KNOWN_ROOTS[size]


def test_a_day_without_records_has_a_root_too():
    assert tree_root([]) == hashlib.sha256(b"").digest()


def test_a_leaf_is_never_a_node():
    one, other = b"a" * 32, b"b" * 32
    assert leaf_hash(one + other) != node_hash(one, other)


@given(days, st.data())
def test_every_record_is_proved_and_no_other(day, data):
    at = data.draw(st.integers(0, len(day) - 1))
    tree = Tree(day)
    root = {"events": len(day), "root": tree_root(day).hex()}
    proof = {"index": at, "path": [each.hex() for each in tree.path(at)]}
    assert evidence._stands(day[at].hex(), proof, root)
    assert not evidence._stands((bytes([day[at][0] ^ 1]) + day[at][1:]).hex(), proof, root)
    assert not evidence._stands(day[at].hex(), {**proof, "path": [*proof["path"], "00" * 32]}, root)
    assert not evidence._stands(day[at].hex(), {**proof, "index": at + len(day)}, root)


def test_there_is_no_proof_of_what_is_not_there():
    with pytest.raises(IndexError):
        Tree([b"a" * 32]).path(1)
