"""Whatever is written into a catalogue gets a finding with its place, or one sentence: never a trace."""

from pathlib import Path

import pytest

from lianban.cli.__main__ import main

ITEM = """key: {key}
name: {key}
type: 公共服务
authority: urban
promised_limit: {{length: {length}, unit: working_day}}
handling_type: 承诺件
form:
  title: 表
  fields:
    - {{key: a, name: 名称, element: {element}, type: {type}}}
"""
CHAIN = """key: kd
code: '01'
name: 开店
lead_authority: urban
members:
  - {item: a}
  - {item: b, when: 'big = yes'}
questions:
  - key: q1
    fact: big
    ask: 大吗？
    kind: single
    answers: [{value: 'yes', label: 大}, {value: 'no', label: 小}]
"""
SECOND = "  - {key: q2, fact: x, ask: 他？, kind: yes_no, when: 'big = yes'}\n"
A, B, KD = "items/urban/a.yaml", "items/urban/b.yaml", "chains/kd.yaml"
BOMB = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))


def an_item(key: str = "a", length: str = "5", element: str = "entity.name", kind: str = "text") -> str:
    return ITEM.format(key=key, length=length, element=element, type=kind)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "authorities.yaml", "urban: {name: 区综合行政执法局}\n")
    write(tmp_path, "vocabulary/elements.yaml", "entity.name: {name: 名称}\n")
    write(tmp_path, A, an_item("a"))
    write(tmp_path, B, an_item("b"))
    write(tmp_path, KD, CHAIN)
    return tmp_path


def write(folder: Path, file: str, text: str | bytes) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_the_catalogue_is_sound_before_it_is_broken(folder: Path):
    assert main(["check", str(folder)]) == 0
    assert main(["compose", "开店", "--catalogue", str(folder)]) == 0


@pytest.mark.parametrize("way", [[], ["--stream", "--jobs", "1"]], ids=["whole", "streamed"])
@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (KD, CHAIN + "dependencies:\n  - {before: a, after: b, kind: prerequisite}\n"
         "  - {before: b, after: a, kind: material}\n", f"{KD}:14 error CYCLIC_PREREQUISITE"),
        (KD, CHAIN.replace("kind: single", "kind: single\n    when: x") + SECOND, f"{KD}:13 error NOT_COMPILED"),
        (KD, CHAIN.replace("big = yes", "big >= 3"), f"{KD}:7 error NOT_COMPILED"),
        (KD, CHAIN.replace("big = yes", "big = maybe"), f"{KD}:7 error VALUE_OUTSIDE_OPTIONS"),
        (KD, CHAIN.replace("big = yes", "big = yes 且 ("), f"{KD}:7 error bad-value"),
        (KD, CHAIN.replace("item: b", "item: gone"), f"{KD}:7 error UNKNOWN_ITEM"),
        (KD, CHAIN + "paths:\n  - {name: p, answers: {q1: maybe}, items: [a]}\n", f"{KD}:15 error PATH_FAILS"),
        (A, an_item(element="entity.nmae"), f"{A}:10 error UNKNOWN_ELEMENT"),
        (A, an_item(kind="nonsense"), f"{A}:10 error unknown-value"),
        (A, an_item(length="-5"), f"{A}:5 error bad-value"),
        (A, an_item(length="1e999999999"), f"{A}:5 error bad-value"),
        (A, an_item(length="9" * 5000), f"{A}:5 error unreadable"),
        (A, BOMB, f"{A}:1 error unreadable 不使用锚点"),
        (A, f'key: a\nname: "{"x" * 10_000_000}"\n', f"{A}:1 error unreadable 文件超过"),
        (A, "key: a\nn: " + "[" * 5000 + "]" * 5000, f"{A}:2 error unreadable 嵌套超过"),
        (A, b"\xff\xfe\x00", f"{A}:1 error unreadable 文件不是 UTF-8"),
        ("vocabulary/elements.yaml", "[1", "vocabulary/elements.yaml:2 error unreadable"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_file_and_line(folder: Path, file, text, told, way, capsys):
    write(folder, file, text)
    assert main(["check", str(folder), "--errors", *way]) == 1
    assert f"{folder}/{told}" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["compose", "guide"])
@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        (A, BOMB, "UNKNOWN_MEMBER"),
        (KD, CHAIN.replace("big = yes", "big >= 3"), "FACT_MISMATCH"),
        (KD, "key: [kd", "NO_SUCH_CHAIN"),
    ],
)
def test_what_cannot_be_compiled_is_one_sentence_and_never_half_a_plan(folder: Path, command, file, text, code, capsys):
    write(folder, file, text)
    assert main([command, "开店", "--catalogue", str(folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{code}: ")


def test_departments_that_contradict_are_warned_of_where_the_element_stands(folder: Path, capsys):
    write(folder, A, an_item("a", kind="date"))
    write(folder, B, an_item("b", kind="money"))
    assert main(["check", str(folder)]) == 0
    assert "vocabulary/elements.yaml:1 warning FORM_CLASH 开店：" in capsys.readouterr().out


@pytest.mark.parametrize("answer", ["q1=maybe", "q9=yes", "q1"])
def test_an_answer_outside_its_options_is_refused(folder: Path, answer, capsys):
    assert main(["compose", "开店", "--catalogue", str(folder), "--answers", answer]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("number", ["nan", "Infinity", "zwei"])
def test_a_number_that_cannot_be_reckoned_with_is_refused(number, capsys):
    assert main(["guide", "开饭店", "--answers", f"q2={number}"]) == 2
    assert "数字，例如 80" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 1\n", "键: 值"),
        ("chain: {slug: x}\n", "缺少“items”"),
        ("items: [{key: a}]\nchain: {slug: x}\n", "缺少“name”"),
        ("items: [1]\nchain: {slug: x}\n", "写法"),
        (None, "没有这个文件"),
    ],
)
def test_a_file_that_is_no_survey_is_not_imported(tmp_path: Path, text, told, capsys):
    if text is not None:
        write(tmp_path, "survey.yaml", text)
    words = ["import", "survey", str(tmp_path / "survey.yaml"), "--out", str(tmp_path / "out")]
    assert main(words) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main(["match", str(tmp_path / "survey.yaml")]) == 2
