"""`lianban check` over catalogues that are not held in memory."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from lianban.cli.__main__ import main
from lianban.cli.check import MANY
from lianban.cli.progress import Progress

SOURCES = Path(__file__).resolve().parents[2] / "src"
ITEM = """key: a
name: 招牌
type: 公共服务
authority: urban
promised_limit: {length: 5, unit: working_day}
handling_type: 承诺件
"""


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class Watch:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def lines_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    main(["check", *arguments])
    return capsys.readouterr().out.splitlines()


def test_streaming_prints_the_same_lines_in_another_order(capsys: pytest.CaptureFixture[str]) -> None:
    whole, streamed = lines_of(capsys), lines_of(capsys, "--stream", "--jobs", "1")
    assert sorted(map(without_gains, streamed)) == sorted(map(without_gains, whole))
    assert sum(" 改后：" in line for line in whole) >= sum(" 改后：" in line for line in streamed) > 0


def without_gains(line: str) -> str:
    """A line without what its remedy would change: item by item, chains are not compiled anew for each."""
    return line.partition(" 改后：")[0]


def test_a_summary_counts_every_finding_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    listed = [json.loads(line) for line in lines_of(capsys, "--json")]
    counted = [json.loads(line) for line in lines_of(capsys, "--json", "--summary")]
    assert sum(each["count"] for each in counted) == len(listed)
    assert {each["rule"] for each in counted} == {each["rule"] for each in listed}


def test_progress_goes_to_the_error_output_only(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["check", "--stream", "--jobs", "1", "--summary", "--progress"])
    assert "已检查事项" not in capsys.readouterr().out


def test_an_error_fails_when_streaming_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "items" / "urban" / "broken.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("- 1\n", encoding="utf-8")
    assert main(["check", str(tmp_path), "--stream", "--jobs", "1", "--errors"]) == 1
    assert f"{broken}:1 error unreadable" in capsys.readouterr().out


def test_a_large_catalogue_is_streamed_without_being_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Streamed findings come file by file: a warning of the first file stands before an error of the last."""
    folder = tmp_path / "items" / "urban"
    folder.mkdir(parents=True)
    for number in range(MANY):
        (folder / f"n{number:05}.yaml").touch()
    (folder / "a.yaml").write_text(ITEM, encoding="utf-8")
    (folder / "z.yaml").write_text("- 1\n", encoding="utf-8")
    listed = lines_of(capsys, str(tmp_path), "--jobs", "1")
    assert " warning " in listed[0]
    assert " error unreadable " in listed[-2]


def test_a_reader_that_goes_away_is_no_trace() -> None:
    script = f"{sys.executable} -m lianban.cli check | head -1; echo ${{PIPESTATUS[0]}}"
    env = {**os.environ, "PYTHONPATH": str(SOURCES)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, env=env)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in {"0", "141"}


class TestProgress:
    def test_it_says_how_much_is_left(self) -> None:
        watch = Watch()
        progress = Progress(10_000, StringIO(), watch, "已检查事项")
        watch.seconds = 10.0
        assert progress.line(1_000) == "已检查事项 1,000 / 10,000（10%），每秒 100 个，约剩 1 分 30 秒"

    def test_it_does_not_guess_too_early(self) -> None:
        watch = Watch()
        progress = Progress(10_000, StringIO(), watch, "已检查事项")
        watch.seconds = 0.5
        assert progress.line(1) == "已检查事项 1 / 10,000（0%），每秒 2 个"

    def test_a_terminal_has_one_line_that_is_taken_away(self) -> None:
        watch, out = Watch(), Terminal()
        progress = Progress(10, out, watch, "已检查事项")
        watch.seconds = 1.0
        progress.at(5)
        progress.clear()
        assert "\n" not in out.getvalue()
        assert out.getvalue().endswith("\r\x1b[K")

    def test_a_log_gets_a_line_now_and_then(self) -> None:
        watch, out = Watch(), StringIO()
        progress = Progress(100, out, watch, "已检查事项")
        for second in range(1, 31):
            watch.seconds = float(second)
            progress.at(second)
        progress.clear()
        assert [line.split()[1] for line in out.getvalue().splitlines()] == ["10", "20", "30"]
