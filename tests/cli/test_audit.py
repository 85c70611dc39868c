"""The record is checked from the command line, with the database and without it."""

import argparse
import json
from zipfile import ZipFile

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.oversight import public as oversight
from lianban.cli import audit
from lianban.core.kernel.errors import DomainError
from tests.apps.cases.builders import NOW, a_clerk, a_county, a_submission, an_applicant, an_approver, by


def asked(*said):
    parser = argparse.ArgumentParser()
    audit.add_arguments(parser)
    return parser.parse_args(list(map(str, said)))


def lianban_audit(*said):
    return audit.run(asked(*said))


@pytest.fixture
def number(db):
    a_county()
    citizen = an_applicant()
    number = cases.submit(a_submission(citizen), by(citizen)).number
    cases.accept(number, by(a_clerk()))
    return number


@pytest.fixture
def package(number, tmp_path):
    path = tmp_path / "case.zip"
    path.write_bytes(oversight.package(number, NOW))
    return path


def test_everything_in_the_database_is_checked(number):
    found = list(oversight.audit(NOW))
    assert all(each.holds for each in found)
    assert {each.number for each in oversight.audit(NOW, number)} == {each.number for each in found}


def test_an_unknown_case_is_refused(db):
    with pytest.raises(docket.NoSuchProceeding):
        list(oversight.audit(NOW, "nothing"))


def test_a_package_holds_without_the_database(package, capsys):
    assert lianban_audit("verify", "--package", package) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "成立"


def test_a_changed_due_date_in_a_package_is_found(package, capsys):
    with ZipFile(package) as packed:
        told = json.loads(packed.read("case.json"))
    told["clocks"][0]["limits"][0]["due"]["on"] = "2027-01-04"
    with ZipFile(package, "w") as packed:
        packed.writestr("case.json", json.dumps(told))
    assert lianban_audit("verify", "--package", package) == 1
    assert "DUE" in capsys.readouterr().out


def test_a_file_that_is_no_package_is_refused_with_the_next_step(tmp_path):
    path = tmp_path / "other.zip"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(audit.UnreadablePackage) as refused:
        lianban_audit("verify", "--package", path)
    assert "重新导出" in refused.value.message


class TestErasing:
    @pytest.fixture
    def item(self, number):
        """An item with an opinion in its record."""
        found = cases.case(number, cases.Reader(cases.SYSTEM, NOW)).items[0]
        cases.review(found.number, "审查", "符合条件", by(an_approver(found.authority)))
        return found.number

    def erase(self, *said):
        return audit.erase(asked("erase", *said), NOW)

    def test_it_says_what_was_erased_and_the_record_holds(self, item):
        entry = docket.events(item)[-1].seq
        said = self.erase(item, entry, "--cause", "consent-withdrawn", "--order", "博数删〔2026〕1号")
        assert said.startswith(f"{item} #{entry}：已依法删除 1 段文字（个人撤回同意，博数删〔2026〕1号）")
        assert all(each.holds for each in oversight.audit(NOW, item))
        assert docket.events(item)[-1].payload["cause"] == "个人撤回同意"

    def test_every_ground_of_the_law_can_be_named(self):
        assert list(audit.CAUSES) == ["purpose-over", "term-over", "consent-withdrawn", "unlawful", "other"]

    def test_nothing_to_erase_is_refused_with_the_next_step(self, item):
        with pytest.raises(DomainError) as refused:
            self.erase(item, 1, "--cause", "other", "--order", "博数删〔2026〕2号")
        assert "请核对办件编号和记录的序号" in refused.value.message
