"""The match command: proposals on the screen and as JSON, confirmation into the catalogue."""

import json
import shutil
from pathlib import Path

import pytest

from lianban.adapters.catalogue_files import SHIPPED, read_catalogue
from lianban.cli.__main__ import main

SURVEY = """\
chain: {code: X1, name: 开办某店, service_object: 法人}
items:
  - key: shop
    name: 某店登记
    service_object: 法人
    form:
      title: 某店登记表
      fields:
        - {name: 店铺名称, type: text, concept: wrong.key}
        - {name: 掌柜姓名, type: text}
    materials:
      - {name: 营业执照复印件, concept: wrong.kind}
"""


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "x.yaml"
    path.write_text(SURVEY, encoding="utf-8")
    return path


def test_answers_in_the_file_are_not_looked_at_when_told(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", str(survey), "--ignore-concepts", "--json"]) == 0
    found = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert found["店铺名称"]["id"] == "entity.name"
    assert found["营业执照复印件"]["id"] == "doc.biz_license"
    assert found["营业执照复印件"]["kind"] == "material"
    assert found["掌柜姓名"]["id"].startswith("new:")
    assert {"kind", "chain", "item", "name", "id", "score", "why"} <= found["掌柜姓名"].keys()


def test_only_names_that_are_not_mapped_are_proposed(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["match", str(survey), "--json"])
    assert [each["name"] for each in json.loads(capsys.readouterr().out)] == ["掌柜姓名"]


def test_confirmed_names_stay_in_the_vocabulary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(SHIPPED, folder)
    proposals = tmp_path / "proposals.json"
    entry = {"kind": "field", "name": "掌柜姓名", "id": "legal_rep.name", "score": 0.6}
    proposals.write_text(json.dumps([entry], ensure_ascii=False), encoding="utf-8")
    assert main(["match", "--confirm", str(proposals), "--catalogue", str(folder)]) == 0
    assert "掌柜姓名" in read_catalogue(folder).vocabulary.elements["legal_rep.name"].synonyms
    assert "1" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["{}", "[1]", "not json", '[{"kind": "field"}]'])
def test_a_file_that_holds_no_proposals_is_refused(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.json"
    path.write_text(text, encoding="utf-8")
    assert main(["match", "--confirm", str(path), "--catalogue", str(SHIPPED)]) == 2
    assert "MATCH_NOT_PROPOSALS" in capsys.readouterr().err


def test_a_file_that_is_no_survey_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert main(["match", str(path)]) == 2
    assert "MATCH_NOT_A_SURVEY" in capsys.readouterr().err
