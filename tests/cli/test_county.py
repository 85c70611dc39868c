"""A county is loaded and shown from the command line."""

import argparse
import os
import pwd
import stat
from pathlib import Path

import pytest
import yaml
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.cli import county
from tests.core.county.counties import written

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "county.example.yaml"


@pytest.fixture
def lianban_county(monkeypatch, capsys, tmp_path):
    """Run the command on the tests' database; return its status and what it printed."""
    for name, value in (("LIANBAN_HOME", str(tmp_path)), ("DATABASE_URL", "postgres://the-tests-own")):
        monkeypatch.setenv(name, value)

    def run(*said):
        parser = argparse.ArgumentParser()
        county.add_arguments(parser)
        status = county.run(parser.parse_args(list(map(str, said))))
        return status, capsys.readouterr().out

    return run


@pytest.fixture
def a_file(tmp_path):
    def a_file(**changed):
        path = tmp_path / "county.yaml"
        path.write_text(yaml.safe_dump(written(**changed), allow_unicode=True, sort_keys=False), encoding="utf-8")
        return path

    return a_file


def test_a_check_tells_mistakes_with_file_line_and_remedy_and_needs_no_database(lianban_county, a_file):
    path = a_file(staff=[{"user_name": "ck01", "name": "窗口", "role": "clerk", "hall": "town"}])
    status, printed = lianban_county("check", path)
    line = 1 + path.read_text(encoding="utf-8").splitlines().index("  hall: town")
    assert status == 1
    assert f"{path}:{line} error unknown-hall 没有大厅“town”。 可选：center。" in printed.splitlines()
    assert lianban_county("check", EXAMPLE) == (0, "")


def test_a_file_that_is_not_there_is_told(lianban_county, tmp_path):
    assert lianban_county("load", tmp_path / "no.yaml")[0] == 2


@pytest.mark.django_db
class TestLoading:
    def test_a_file_with_errors_changes_nothing(self, lianban_county, a_file):
        status, printed = lianban_county("load", a_file(staff=[written()["staff"][0] | {"hall": "town"}]))
        assert (status, organs.authorities()) == (1, ())
        assert "什么都没有改动" in printed

    def test_the_passwords_are_shown_once(self, lianban_county):
        status, printed = lianban_county("load", EXAMPLE)
        assert status == 0
        (line,) = [each for each in printed.splitlines() if each.startswith("  chuangkou1 ")]
        facts = {"name": "chuangkou1", "password": line.split()[1], "staff": True, "client": "192.0.2.1"}
        assert accounts.sign_in_with_password(**facts, now=timezone.now())
        status, again = lianban_county("load", EXAMPLE)
        assert (status, "初始密码" in again) == (0, False)
        assert "账号\t0\t0\t0\t0\t8" in again

    def test_a_file_of_passwords_is_for_its_owner_and_never_written_over(self, lianban_county, tmp_path):
        kept = tmp_path / "first.txt"
        _, printed = lianban_county("load", EXAMPLE, "--passwords", kept)
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        listed = kept.read_text(encoding="utf-8")
        password = next(line.split()[1] for line in listed.splitlines() if "jiancha" in line)
        assert password not in printed
        with pytest.raises(county.PasswordsNotKept):
            lianban_county("load", EXAMPLE, "--passwords", kept)
        assert kept.read_text(encoding="utf-8") == listed

    def test_without_a_new_account_there_is_no_file_of_passwords(self, lianban_county, tmp_path):
        lianban_county("load", EXAMPLE)
        kept = tmp_path / "none.txt"
        printed = lianban_county("load", EXAMPLE, "--passwords", kept)[1]
        assert ("没有新账号" in printed, kept.exists()) == (True, False)

    def test_what_is_not_named_is_listed_and_ended_on_demand(self, lianban_county, a_file):
        lianban_county("load", a_file())
        path = a_file(staff=written()["staff"][1:])
        assert "岗位  ck01 clerk center（加 --end-missing 可结束）" in lianban_county("load", path)[1]
        printed = lianban_county("load", path, "--end-missing")[1]
        assert "结束  岗位  ck01 clerk center（until_on：空 → " in printed

    def test_a_trial_changes_nothing(self, lianban_county, tmp_path):
        kept = tmp_path / "first.txt"
        printed = lianban_county("load", EXAMPLE, "--trial", "--passwords", kept)[1]
        assert "新建  账号  chuangkou1" in printed
        assert (organs.authorities(), kept.exists()) == ((), False)

    def test_the_record_names_the_user_of_the_machine(self, lianban_county):
        lianban_county("load", EXAMPLE)
        me = pwd.getpwuid(os.getuid()).pw_name
        assert {each.who for each in organs.recorded()} == {me}
        assert f"  {me}  新建  部门  market" in lianban_county("show", "--changes")[1]


@pytest.mark.django_db
class TestShowing:
    def test_an_empty_county_says_what_to_do(self, lianban_county):
        assert "lianban county load FILE" in lianban_county("show")[1]

    def test_posts_stand_under_their_place_with_heads_first(self, lianban_county):
        lianban_county("load", EXAMPLE)
        lines = lianban_county("show")[1].splitlines()
        place = next(at for at, line in enumerate(lines) if line.startswith("部门  market"))
        assert lines[place + 1].split() == ["shenpi2", "市场监管审批负责人", "审批部门", "负责人"]
        assert "      chuangkou1  综合受理窗口1号  综合窗口  2 号窗口" in lines
        assert lines.index("其他岗位") < lines.index("      jiancha  监察人员  监察")

    def test_a_new_password_is_handed_out(self, lianban_county):
        lianban_county("load", EXAMPLE)
        printed = lianban_county("password", "jiancha")[1]
        facts = {"name": "jiancha", "password": printed.splitlines()[1].split()[1], "staff": True}
        assert accounts.sign_in_with_password(**facts, client="192.0.2.1", now=timezone.now())
