"""A file holds one idea and a function fits on a screen; the exceptions are named here, and may only become fewer."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "lianban"
FILE_LINES, FUNCTION_LINES = 300, 30

LONGER = {
    "apps/cases/reading.py:_case",
    "apps/documents/licences.py:issue_licence",
    "core/chains/compose.py:compose",
    "web/gallery/cases.py:materials",
    "web/gallery/forms.py:fields",
    "web/gallery/lists.py:table",
    "web/gallery/work.py:desk",
}
"""Functions that are longer: they only name every part of one result, and read no better in pieces."""


def files() -> Iterator[Path]:
    return (path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_no_file_is_longer_than_one_idea():
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files()}
    assert {path: length for path, length in lengths.items() if length > FILE_LINES} == {}
    assert len(lengths) > 100


def test_no_function_is_longer_than_a_screen_but_the_ones_named_here():
    longer = {
        f"{path.relative_to(SOURCE).as_posix()}:{function.name}"
        for path in files()
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > FUNCTION_LINES
    }
    assert longer == LONGER
