"""The first file anybody runs, before anything is installed."""

import importlib.util
from importlib.machinery import SourceFileLoader
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HALF_WAY = '#!/bin/sh\nfor folder; do :; done\nmkdir -p "$folder/bin"\ntouch "$folder/bin/python"\nexit 1\n'
"""A Python without ensurepip: it makes the folder, then gives up. The folder is the last argument."""


def bootstrap():
    loader = SourceFileLoader("bootstrap", str(ROOT / "lianban"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("bootstrap", loader))
    loader.exec_module(module)
    return module


def test_half_an_environment_is_not_left_behind(tmp_path):
    python, folder = tmp_path / "python3", tmp_path / ".venv"
    python.write_text(HALF_WAY)
    python.chmod(0o755)
    assert bootstrap().make(folder, str(python)) is False
    assert not folder.exists()


def test_a_copy_that_may_not_be_written_is_said_in_one_sentence(capfd):
    module = bootstrap()

    def refused(_folder, _group):
        raise PermissionError(13, "not writable", "/somewhere/.venv")

    module.environment = refused
    assert module.main(["up"]) == 1
    assert capfd.readouterr().err.strip() == (
        "You may not write here: /somewhere/.venv. Clone Lianban into a folder of your own."
    )
