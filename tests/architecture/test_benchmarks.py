"""Benchmarks are run rarely: what they take from the platform must be there all the same."""

import ast
from pathlib import Path
from pkgutil import resolve_name

import pytest

BENCHMARKS = sorted((Path(__file__).resolve().parents[2] / "benchmarks").glob("*.py"))


def taken(file: Path) -> list[str]:
    """The names of the platform that a file imports."""
    imports = (each for each in ast.walk(ast.parse(file.read_text())) if isinstance(each, ast.ImportFrom))
    ours = (each for each in imports if (each.module or "").startswith("lianban") and "settings" not in each.module)
    return [f"{each.module}.{name.name}" for each in ours for name in each.names]


def test_there_are_benchmarks():
    assert BENCHMARKS


@pytest.mark.parametrize("file", BENCHMARKS, ids=lambda file: file.name)
def test_what_a_benchmark_imports_is_there(file):
    for name in taken(file):
        assert resolve_name(name) is not None
