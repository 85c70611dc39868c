"""`lianban check` and `lianban import survey`."""

import argparse
import json
from pathlib import Path

import pytest

from lianban.cli import check, importing


def run(command, *arguments):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args([str(each) for each in arguments]))


@pytest.fixture
def folder(tmp_path):
    run(importing, "survey", "data/surveys/10-xinshenger.yaml", "--out", tmp_path, "--words", "data/catalogue")
    return tmp_path


def test_warnings_and_hints_do_not_fail(folder, capsys):
    capsys.readouterr()
    assert run(check, folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].startswith("事项 9 个，链条 1 条：错误 0，")
    assert any(" warning Q05_" in line or " warning NO_OPTIONS " in line for line in lines)


def test_an_error_fails_and_is_named_with_file_and_line(folder, capsys):
    path = folder / "items/police/birth_household.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("authority: police", "authority: polcie"), encoding="utf-8"
    )
    capsys.readouterr()
    assert run(check, folder, "--errors") == 1
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}:5 error UNKNOWN_AUTHORITY 没有键为“polcie”的部门。")


def test_findings_can_be_read_by_a_program(folder, capsys):
    capsys.readouterr()
    run(check, folder, "--json")
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all({"rule", "level", "where", "message", "remedy", "file", "line"} <= each.keys() for each in found)


def test_a_folder_that_is_not_there_is_said_so(tmp_path, capsys):
    assert run(check, tmp_path / "nothing") == 2
    assert "没有目录" in capsys.readouterr().out


def test_the_schema_is_written_on_request(tmp_path):
    assert run(check, "--write-schema", tmp_path / "schema.json") == 0
    schema = json.loads((tmp_path / "schema.json").read_text(encoding="utf-8"))
    assert {"ServiceItem", "Chain", "DataElement", "MaterialKind", "Situation", "Authority"} <= schema["$defs"].keys()


def test_importing_says_what_it_wrote_and_kept(folder, capsys):
    capsys.readouterr()
    path = next(Path(folder).glob("items/*/vaccine.yaml"))
    path.write_text("edited_by_hand: true\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    run(importing, "survey", "data/surveys/10-xinshenger.yaml", "--out", folder)
    assert "保留人工修改的 1 个" in capsys.readouterr().out
