"""Every library is one that somebody decided on, and every decision is about a library we use."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DECISION = ROOT / "docs" / "decisions" / "0001-language-and-libraries.md"


def required(group: str) -> set[str]:
    lines = (ROOT / "requirements" / f"{group}.in").read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[A-Za-z0-9][\w.-]*", line) for line in lines)
    return {name[0].lower() for name in names if name}


def decided() -> set[str]:
    """Return the first word of every row of the table: the library's name."""
    rows = re.findall(r"^\| (\S+)[^|]*\|", DECISION.read_text(encoding="utf-8"), re.MULTILINE)
    return {name.lower() for name in rows} - {"library"}


def locked(group: str) -> set[str]:
    text = (ROOT / "requirements" / f"{group}.lock").read_text(encoding="utf-8")
    return {name.lower() for name in re.findall(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==", text, re.MULTILINE)}


def test_the_table_of_decisions_and_the_requirements_name_the_same_libraries():
    assert decided() == required("runtime")


def test_every_required_library_is_pinned():
    assert {group: required(group) - locked(group) for group in ("runtime", "core")} == {
        "runtime": set(),
        "core": set(),
    }


def test_locks_name_no_index():
    locks = [path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.lock")]
    assert [line for text in locks for line in text.splitlines() if "index-url" in line or "://" in line] == []
    assert len(locks) == 3
