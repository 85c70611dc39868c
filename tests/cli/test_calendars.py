"""A notice is loaded from the command line; the running platform sees it at once."""

import argparse
from datetime import datetime

import pytest

from lianban.adapters.calendar_files import FolderCalendars, NothingNew, UnreadableNotice
from lianban.cli import calendars
from lianban.core.calendars.hours import CHINA
from tests.apps.cases.test_redating import OF_2027

NEW_YEAR = datetime(2026, 12, 30, 12, tzinfo=CHINA)


def lianban_calendars(*said):
    parser = argparse.ArgumentParser()
    calendars.add_arguments(parser)
    return calendars.run(parser.parse_args(list(map(str, said))))


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "2027.yaml"
    path.write_text(OF_2027, encoding="utf-8")
    return path


def test_a_running_platform_sees_what_another_process_loads(notice, tmp_path, capsys):
    running = FolderCalendars(loaded=tmp_path / "home" / "calendars")
    assert running.known_at(NEW_YEAR).provisional_from == datetime(2027, 1, 1).toordinal()  # noqa: DTZ001 a day
    assert lianban_calendars("load", notice, "--home", tmp_path / "home") == 0
    assert "测〔2026〕1号" in capsys.readouterr().out
    assert running.known_at(NEW_YEAR).provisional_from == datetime(2028, 1, 1).toordinal()  # noqa: DTZ001 a day


def test_what_is_loaded_is_listed(notice, tmp_path, capsys):
    lianban_calendars("load", notice, "--home", tmp_path)
    capsys.readouterr()
    assert lianban_calendars("list", "--home", tmp_path) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("2026-12-29")
    assert "测〔2026〕1号" in last


def test_loading_twice_is_refused(notice, tmp_path):
    lianban_calendars("load", notice, "--home", tmp_path)
    with pytest.raises(NothingNew):
        lianban_calendars("load", notice, "--home", tmp_path)


@pytest.mark.parametrize("text", ["", "notices: 3", "notices: [{year: x}]", "a: [", "notices: [{title: 无年份}]"])
def test_a_file_that_is_no_notice_is_refused_with_the_next_step(text, tmp_path):
    path = tmp_path / "other.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableNotice) as refused:
        lianban_calendars("load", path, "--home", tmp_path)
    assert "data/calendars/cn" in refused.value.message
    assert not (tmp_path / "calendars").exists()
