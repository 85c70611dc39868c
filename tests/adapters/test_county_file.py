"""A county file is read with every mistake on its line."""

from pathlib import Path

import pytest

from lianban.adapters.county_file import read_county

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "county.example.yaml"
TEXT = """authorities:
  - {key: market, name: 区市场监督管理局, seal_name: 博山区市场监督管理局, short_name: 博市监}
halls:
  - {key: center, name: 区政务服务中心, division: '370304'}
staff:
  - user_name: ck01
    name: 窗口
    role: clerk
    hall: center
"""


@pytest.fixture
def told(tmp_path):
    def told(text):
        file = tmp_path / "county.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        read = read_county(file)
        return read, {(each.rule, line) for each, line in zip(read.findings, read.lines, strict=True)}

    return told


def test_the_example_of_the_documentation_is_sound_and_complete():
    read = read_county(EXAMPLE)
    assert read.is_sound
    assert read.findings == ()
    assert {post.role.value for each in read.county.staff for post in each.posts} >= {"clerk", "approver", "issuer"}


def test_a_warning_does_not_stop_a_load(told):
    read, found = told(TEXT)
    assert read.is_sound
    assert found == {("no-credit-code", 2)}


@pytest.mark.parametrize(
    ("before", "after", "rule", "line"),
    [
        ("role: clerk", "role: klerk", "unknown-value", 8),
        ("role: clerk", "role: applicant", "unknown-value", 8),
        ("hall: center\n", "hall: town\n", "unknown-hall", 9),
        ("ck01", "C K", "bad-value", 6),
        ("    name: 窗口\n", "", "missing", 6),
        ("    role: clerk\n", "    role: clerk\n    rolle: x\n", "unknown-key", 9),
        ("'370304'", "'3703'", "bad-value", 4),
        ("'370304'", "370304", "bad-value", 4),
        ("staff:", "staff: [", "unreadable", 6),
        (TEXT, "- 1\n", "unreadable", 1),
    ],
)
def test_a_mistake_is_told_with_its_line(told, before, after, rule, line):
    read, found = told(TEXT.replace(before, after))
    assert not read.is_sound
    assert (rule, line) in found


def test_a_remedy_points_to_the_format_of_counties(told):
    read, _ = told(TEXT.replace("role: clerk", "rolle: clerk"))
    assert any("docs/reference/county.md" in each.remedy for each in read.findings)


def test_another_encoding_is_told(told):
    read, found = told(TEXT.encode("gb18030"))
    assert (read.county, found) == (None, {("unreadable", 1)})
