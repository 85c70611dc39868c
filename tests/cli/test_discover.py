"""`lianban discover` on the shipped catalogue."""

import json
from pathlib import Path

import pytest

from lianban.cli.__main__ import main

REPORT = Path(__file__).resolve().parents[2] / "docs" / "reference" / "discovery.md"


def test_people_read_members_savings_and_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discover", "--top", "2"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("1. 围绕“")
    assert "预计：环节" in told
    assert "列出 2 条" in told


def test_json_names_everything_by_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discover", "--json", "--top", "1"]) == 0
    (first,) = json.loads(capsys.readouterr().out)
    assert len(first["members"]) >= 4
    assert set(first["added"]) <= set(first["members"])
    assert first["reasons"]


def test_a_folder_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["discover", "--catalogue", str(tmp_path / "none")]) == 2
    assert "NO_CATALOGUE" in capsys.readouterr().err


def test_the_report_in_the_documentation_is_the_one_it_writes(tmp_path: Path) -> None:
    written = tmp_path / "discovery.md"
    assert main(["discover", "--report", str(written)]) == 0
    assert written.read_text(encoding="utf-8") == REPORT.read_text(encoding="utf-8")
