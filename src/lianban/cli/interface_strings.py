"""Every string of the interface, as the templates and the Python files say it."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from lianban.cli.rule_sentences import RULE, sentences

SOURCE = Path(__file__).resolve().parents[1]
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def said(source: Path = SOURCE) -> Catalog:
    """Return a catalogue without translations of everything `source` says to people, with file and line."""
    catalogue = Catalog(locale="en")
    for path in sorted([*source.rglob("*.html"), *source.rglob("*.txt"), *source.rglob("*.py")]):
        for line, message, context in _strings(path):
            catalogue.add(message, locations=[(path.relative_to(source).as_posix(), line)], context=context)
    for path, line, sentence in sentences(source):
        catalogue.add(sentence, locations=[(path.relative_to(source).as_posix(), line)], context=RULE)
    return catalogue


def _strings(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], str | None]]:
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        text = _as_python(text, path)
    for line, message, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
        yield line, message, context


def _as_python(template: str, path: Path) -> str:
    # Django turns a template into something like Python, whose indentation means nothing.
    return "\n".join(line.lstrip() for line in templatize(template, origin=str(path)).splitlines()) + "\n"
