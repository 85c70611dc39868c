"""What the rules answer people: every whole sentence of the code that refuses, with `{0}` for each value in it."""

import ast
from collections.abc import Iterator
from itertools import count
from pathlib import Path

RULE = "rule"
"""The context under which locale/en/LC_MESSAGES/rules.po keeps them."""
SPEAK = (
    "core/calendars/errors.py", "core/chains/findings.py", "core/chains/quality.py", "core/clocks/",
    "core/guidance/compiling.py", "core/guidance/errors.py", "core/guidance/paths.py", "core/items/alike.py",
    "core/items/quality.py", "core/items/quality_guide.py", "core/kernel/", "core/proceedings/", "apps/", "ports/",
    "adapters/catalogue_files/mistakes.py", "adapters/catalogue_files/one_definition.py",
    "adapters/catalogue_files/yaml_text.py",
)  # fmt: skip
"""Where sentences are answers to whoever acts."""
WRITE = (
    "core/proceedings/reference.py", "core/proceedings/telling.py", "apps/cases/beyond.py", "apps/cases/informing.py",
    "apps/cases/papers.py", "apps/cases/papers_after.py", "apps/cases/speaking.py", "apps/cases/sweeps.py",
    "apps/demo/",
)  # fmt: skip
"""Where they are the words of papers, records and messages, which stay in the language of the authorities."""
MARKED = {"_", "gettext", "gettext_lazy", "gettext_noop"}


def sentences(source: Path) -> Iterator[tuple[Path, int, str]]:
    """Yield every sentence with its file and line; those that are marked for translation themselves are left out."""
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source).as_posix()
        if name.startswith(SPEAK) and not name.startswith(WRITE):
            for line, text in _sentences(ast.parse(path.read_text("utf-8"))):
                yield path, line, text


def _sentences(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKED:
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        text = _template(node)
        if text.endswith("。"):
            yield node.lineno, text
        return
    for child in ast.iter_child_nodes(node):
        yield from _sentences(child)


def _template(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    places = count()
    return "".join(str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}" for part in node.values)
