"""A stranger checks a case on a machine that has nothing but Python: no Lianban, no database, no network.

The record is told over three days, each closed with a signed root, so that the package holds proofs as well.
"""

import copy
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.oversight import public as oversight
from lianban.apps.roots import public as roots
from lianban.core.kernel.canonical import digest
from lianban.core.supervision.evidence import count_open, doubts
from tests.apps.cases.builders import NOW, a_county, an_accepted_application, an_applicant, an_approver, by

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = NOW + 2 * DAY


@pytest.fixture(scope="module")
def packed(django_db_setup, django_db_blocker, tmp_path_factory):
    """The package of one case, made once for all tests; nothing of it stays in the database."""
    from django.db import transaction  # noqa: PLC0415

    with django_db_blocker.unblock(), transaction.atomic():
        a_county()
        citizen = an_applicant()
        number = an_accepted_application(citizen)
        roots.close_days(NOW + DAY)
        registration = next(each for each in cases.case(number, reader(citizen)).items if each.item == "reg_company")
        approver = an_approver(registration.authority)
        cases.review(registration.number, "审查", "符合条件", by(approver, NOW + DAY))
        cases.grant(registration.number, {}, by(approver, NOW + DAY))
        roots.close_days(LATER)
        path = tmp_path_factory.mktemp("packed") / "case.zip"
        path.write_bytes(oversight.package(number, LATER))
        transaction.set_rollback(True)
    return path


def reader(actor):
    return cases.Reader(actor, NOW)


@pytest.fixture
def folder(packed, tmp_path):
    with ZipFile(packed) as file:
        file.extractall(tmp_path)
    return tmp_path


@pytest.fixture
def package(folder):
    return json.loads((folder / "case.json").read_text(encoding="utf-8"))


def run(folder: Path, checker: str) -> subprocess.CompletedProcess[str]:
    """Run a checker as a stranger would: the machine's own Python, isolated, without any installed package."""
    alone = [getattr(sys, "_base_executable", sys.executable), "-I", "-S", checker]
    environment = {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        alone, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def rewritten(folder: Path, package: dict, *, under_a_new_seal: bool = True) -> str:
    """Put a changed record in place of the true one and return what the log checker says."""
    if under_a_new_seal:
        kept = ("seal", "signature", "certificates")
        package = package | {"seal": digest({key: each for key, each in package.items() if key not in kept})}
    (folder / "case.json").write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")
    checked = run(folder, "check_log.py")
    assert checked.returncode == 1
    assert checked.stderr == ""
    return checked.stdout


class TestAStrangerIsConvinced:
    def test_both_checkers_confirm_it_without_lianban(self, folder):
        for checker in ("check_log.py", "check_clock.py"):
            checked = run(folder, checker)
            assert (checked.returncode, checked.stderr) == (0, "")
            assert "hold" in checked.stdout

    def test_lianban_is_really_out_of_reach(self, folder):
        (folder / "try.py").write_text("import lianban", encoding="utf-8")
        assert "No module named 'lianban'" in run(folder, "try.py").stderr

    def test_it_holds_everything_that_is_needed(self, folder, package):
        assert {each.name for each in folder.iterdir()} == {
            "README.md", "case.json", "check_log.py", "check_clock.py", "documents",
        }  # fmt: skip
        assert all((folder / each["file"]).read_bytes().startswith(b"%PDF") for each in package["documents"])
        items = {each["key"] for each in package["plan"]["items"]}
        assert set() < set(package["plan"]["certificate"]["sequence"]) <= items
        assert {each["kind"] for each in package["definitions"]} == {"chain", "item", "vocabulary"}
        assert package["clocks"]
        assert package["notices"]
        assert len(package["roots"]) == 2
        assert count_open(package) == 0

    def test_the_checker_prints_the_fingerprint_to_compare(self, folder, package):
        assert run(folder, "check_log.py").stdout.count("证书指纹") == len(package["certificates"]) == 2

    def test_the_page_beside_it_speaks_both_languages(self, folder, package):
        words = (folder / "README.md").read_text(encoding="utf-8")
        assert package["case"] in words
        assert "怎样判断" in words
        assert "can be checked on any computer" in words

    def test_a_case_of_today_is_not_under_a_root_yet_and_says_so(self, package):
        early = {**package, "roots": [], "proofs": []}
        assert count_open(early) == sum(len(each["events"]) for each in package["proceedings"])


class TestEveryTamperingIsNamed:
    """Whoever changes the package may compute every digest anew, but has neither the county's key nor its roots."""

    def test_the_package_as_a_whole(self, folder, package):
        package["made_at"] = "2020-01-01T00:00:00+00:00"
        assert "证据包的内容与其摘要不符" in rewritten(folder, package, under_a_new_seal=False)
        assert "证据包的签名不成立" in rewritten(folder, package)

    def test_a_changed_event(self, folder, package):
        log = package["proceedings"][0]
        log["events"][1]["actor"]["hall"] = "another"
        assert f"{log['number']} #2: 内容被改动" in rewritten(folder, package)

    def test_a_dropped_event(self, folder, package):
        log = package["proceedings"][0]
        del log["events"][1]
        assert f"{log['number']} #2: 与前一条记录不相连" in rewritten(folder, package)

    def test_swapped_events(self, folder, package):
        log = package["proceedings"][0]
        log["events"][1], log["events"][2] = log["events"][2], log["events"][1]
        assert f"{log['number']} #2: 序号应为2" in rewritten(folder, package)

    def test_a_chain_written_anew_from_end_to_end(self, folder, package):
        """Every digest fits every other one; only the signed root knows better."""
        log = package["proceedings"][-1]
        forge(log, 0, effective_at="2026-11-20T02:00:00Z")
        said = rewritten(folder, package)
        assert f"{log['number']} #1: 不在2026-11-23的根之下" in said
        assert "内容被改动" not in said

    def test_an_inserted_event(self, folder, package):
        log = package["proceedings"][-1]
        log["events"].append(copy.deepcopy(log["events"][-1]) | {"seq": len(log["events"]) + 1})
        log["version"] += 1
        forge(log, len(log["events"]) - 1)
        assert f"#{len(log['events'])}: 不在" in rewritten(folder, package)

    def test_a_changed_paper(self, folder, package):
        number = package["documents"][0]["number"]
        (folder / "documents" / "001.pdf").write_bytes(b"%PDF-1.7 other")
        assert f"文书{number}的文件缺失或被改动" in rewritten(folder, package, under_a_new_seal=False)

    def test_a_missing_paper(self, folder, package):
        (folder / "documents" / "002.pdf").unlink()
        assert "的文件缺失或被改动" in rewritten(folder, package, under_a_new_seal=False)

    def test_changed_words(self, folder, package):
        (words,) = [each for each in package["texts"].values() if each["text"] == "符合条件"]
        words["text"] = "不符合条件"
        assert "所附的文字与记录中的摘要不符" in rewritten(folder, package)

    def test_missing_words(self, folder, package):
        named = next(key for key, each in package["texts"].items() if each["text"] == "符合条件")
        del package["texts"][named]
        log = next(each for each in package["proceedings"] if named in json.dumps(each["events"]))
        seq = next(each["seq"] for each in log["events"] if named in json.dumps(each["payload"]))
        assert f"{log['number']} #{seq}: 所附的文字缺失，又没有依法删除的记录" in rewritten(folder, package)

    def test_added_words(self, folder, package):
        package["texts"]["c" * 64] = {"salt": "", "text": "添上的"}
        assert f"没有记录提到摘要为{'c' * 12}的文字" in rewritten(folder, package)

    def test_another_plan(self, folder, package):
        package["plan"]["name"] = "另一件事"
        assert "办理方案与记录的不符" in rewritten(folder, package)

    def test_another_definition(self, folder, package):
        package["definitions"][0]["content"]["name"] = "另一个"
        assert "被改动" in rewritten(folder, package)

    def test_a_changed_root(self, folder, package):
        package["roots"][0]["events"] += 1
        said = rewritten(folder, package)
        assert "2026-11-23 #0: 这一日的根的签名不成立" in said
        assert "2026-11-24 #0: 这一日的根与前一日的不相连" in said

    def test_a_dropped_proof(self, folder, package):
        gone = package["proofs"].pop()
        assert f"#{gone['seq']}: 不在{gone['day']}的根之下" in rewritten(folder, package)

    def test_a_changed_clock(self, folder, package):
        made = package["clocks"][0]
        made["limits"][0]["due"]["on"] = "2027-01-04"
        rewritten(folder, package)
        checked = run(folder, "check_clock.py")
        assert checked.returncode == 1
        assert f"{made['subject']} DUE" in checked.stdout

    def test_a_certificate_of_somebody_else(self, package):
        package["certificates"].reverse()
        assert "证据包的签名不成立" in [each.words for each in doubts(package)]


def forge(log: dict, since: int, **changes: object) -> None:
    """Change an event and compute every digest after it anew."""
    log["events"][since].update(changes)
    previous = log["events"][since - 1]["digest"] if since else "0" * 64
    for event in log["events"][since:]:
        event["previous"] = previous
        content = {key: each for key, each in event.items() if key != "digest"}
        moments = {key: content[key].replace("Z", "+00:00") for key in ("effective_at", "recorded_at")}
        event["digest"] = previous = digest({**content, **moments})
    log["head"] = previous
