import argparse
from pathlib import Path

import pytest

from lianban.adapters.calendar_files import SHIPPED
from lianban.cli.verify_clock import UnreadableCertificate, add_arguments, run
from lianban.core.clocks.certificate import certificate
from tests.core.calendars.china import CN, CN_PROVISIONAL, day
from tests.core.clocks.building import accepted


def verify(file: Path, *more: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([str(file), *more]))


@pytest.fixture
def file(tmp_path) -> Path:
    made = certificate(accepted("2026-09-18", promised=10), CN, subject="K1", as_of=day("2026-09-18"))
    path = tmp_path / "K1.json"
    path.write_text(made.model_dump_json(indent=2), encoding="utf-8")
    return path


def test_a_sound_certificate_holds(file, capsys):
    assert verify(file) == 0
    assert capsys.readouterr().out.splitlines() == [
        "K1  受理 2026-09-18", "  statutory: 2026-10-22", "  promised: 2026-10-09", "成立",
    ]  # fmt: skip


def test_a_changed_one_does_not(file, capsys):
    file.write_text(file.read_text(encoding="utf-8").replace('"2026-10-22"', '"2026-10-23"'), encoding="utf-8")
    assert verify(file) == 1
    assert "DUE" in capsys.readouterr().out


def test_other_notices_lead_to_an_objection(file, tmp_path, capsys):
    notices = tmp_path / "cn"
    notices.mkdir()
    (notices / "2026.yaml").write_text((SHIPPED / "cn" / "2026.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert verify(file, "--calendars", str(notices)) == 1
    assert "CALENDAR" in capsys.readouterr().out


def test_a_provisional_date_is_marked(tmp_path, capsys):
    made = certificate(accepted("2026-12-21"), CN_PROVISIONAL, subject="K1", as_of=day("2026-12-21"))
    path = tmp_path / "K1.json"
    path.write_text(made.model_dump_json(), encoding="utf-8")
    assert verify(path) == 0
    assert "2027-01-19（暂定）" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "{}", "not json"])
def test_another_file_is_refused_in_one_sentence(tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableCertificate, match="不是时限证明"):
        verify(path)
