"""`lianban search`."""

import argparse
import json
from pathlib import Path

import pytest

from lianban.cli import search


def run(*words: str) -> int:
    """Run the command as the command line does."""
    parser = argparse.ArgumentParser()
    search.add_arguments(parser)
    return search.run(parser.parse_args(words))


def test_hits_are_written_as_json(capsys: pytest.CaptureFixture[str]):
    assert run("我想开个饭店", "--json") == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["key"] == "kaiban-canyindian"
    assert first["spans"]


def test_words_need_no_quotes_and_matches_are_marked(capsys: pytest.CaptureFixture[str]):
    assert run("kai", "bin", "guan", "--limit", "1") == 0
    assert "[宾馆]" in capsys.readouterr().out


def test_nothing_found_is_said_and_is_the_exit_status(capsys: pytest.CaptureFixture[str]):
    assert run("qqqqqq") == search.NOTHING_FOUND
    assert "12345" in capsys.readouterr().out


def test_a_county_measures_its_own_phrasings(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    file = tmp_path / "phrasings.yaml"
    file.write_text("a: [{ask: 开饭店, wants: [kaiban-canyindian]}, {ask: 开宾馆, wants: [tuixiu]}]", encoding="utf-8")
    assert run("--measure", str(file)) == 0
    told = capsys.readouterr().out
    assert "开宾馆" in told
    assert "2 种说法：排第一 50.0%" in told
