"""Kept files come back as they were given, or not at all."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.adapters.folder_files import FolderFiles
from lianban.adapters.sm4_cipher import Sm4Cipher
from lianban.ports.files import FileMissing, FileTooLarge, StoredFileDamaged

CIPHER = Sm4Cipher.of(b"a key for tests only")


@pytest.fixture
def store(tmp_path):
    return FolderFiles(tmp_path, CIPHER)


@given(pieces=st.lists(st.binary(max_size=200), max_size=8))
def test_what_was_kept_comes_back_under_its_digest(tmp_path_factory, pieces):
    store = FolderFiles(tmp_path_factory.getbasetemp() / "store", CIPHER)
    kept = store.put(pieces, 10_000)
    whole = b"".join(pieces)
    assert store.read(kept.digest) == whole
    assert (kept.digest, kept.size) == (hashlib.sha256(whole).hexdigest(), len(whole))


def test_the_same_bytes_are_kept_once(store, tmp_path):
    assert store.put([b"a", b"bc"], 10).digest == store.put([b"abc"], 10).digest
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_file_too_large_ends_the_reading_and_leaves_nothing(store, tmp_path):
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield b"x" * 1000

    with pytest.raises(FileTooLarge) as error:
        store.put(endless(), 2500)
    assert error.value.facts == {"limit": 2500}
    assert len(taken) == 3
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_of_exactly_the_limit_is_kept(store):
    assert store.put([b"x" * 2500], 2500).size == 2500


def test_what_lies_on_the_disk_is_unreadable(store, tmp_path):
    kept = store.put([b"a scan of an identity card"], 100)
    assert b"identity" not in next(tmp_path.rglob(kept.digest)).read_bytes()


def test_a_damaged_file_is_never_handed_out(store, tmp_path):
    kept = store.put([b"the true content"], 100)
    path = next(tmp_path.rglob(kept.digest))
    path.chmod(0o600)
    sealed = path.read_bytes()
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    with pytest.raises(StoredFileDamaged):
        store.read(kept.digest)


def test_a_damaged_file_is_healed_when_it_is_handed_in_again(store, tmp_path):
    kept = store.put([b"the true content"], 100)
    path = next(tmp_path.rglob(kept.digest))
    path.chmod(0o600)
    path.write_bytes(b"")
    store.put([b"the true content"], 100)
    assert store.read(kept.digest) == b"the true content"


def test_a_file_put_in_anothers_place_is_never_handed_out(store, tmp_path):
    one, two = store.put([b"one"], 100), store.put([b"two"], 100)
    next(tmp_path.rglob(one.digest)).replace(next(tmp_path.rglob(two.digest)))
    with pytest.raises(StoredFileDamaged):
        store.read(two.digest)


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", "A" * 64])
def test_what_is_not_kept_is_missing(store, name):
    with pytest.raises(FileMissing):
        store.read(name)


def test_no_kept_file_can_be_executed_or_written(store, tmp_path):
    kept = store.put([b"#!/bin/sh\n"], 100)
    path = next(path for path in tmp_path.rglob(kept.digest))
    assert path.stat().st_mode & 0o777 == 0o400
    assert store.has(kept.digest)


def test_a_reader_that_fails_leaves_nothing(store, tmp_path):
    def broken():
        yield b"x"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        store.put(broken(), 10)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
