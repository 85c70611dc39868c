"""The keys of an installation are made once and are for its owner's eyes only."""

import stat
from concurrent.futures import ThreadPoolExecutor

from lianban.project import secrets


def test_keys_are_made_once_and_stay(tmp_path):
    first = secrets.ensure(tmp_path)
    assert secrets.ensure(tmp_path) == first
    assert len({first.signing, first.field.hex(), first.digest.hex()}) == 3
    assert len(first.field) == 32


def test_two_installations_have_different_keys(tmp_path):
    assert secrets.ensure(tmp_path / "a") != secrets.ensure(tmp_path / "b")


def test_nobody_else_may_read_them(tmp_path):
    secrets.ensure(tmp_path)
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "keys").iterdir()} == {0o600}


def test_processes_that_begin_at_once_agree(tmp_path):
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: secrets.ensure(tmp_path), range(8)))
    assert len({each.signing for each in made}) == 1
    assert len(list((tmp_path / "keys").iterdir())) == 3


def test_keys_do_not_show_when_printed(tmp_path):
    made = secrets.ensure(tmp_path)
    assert made.signing not in repr(made)
