"""Compiles the English of the interface and finds what is missing.

The strings of the interface are Chinese; their English stands in locale/en/LC_MESSAGES/*.po. The files of that
folder make one catalogue: django.po holds the shared pages, any other name belongs to one part of the platform.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from lianban.cli.interface_strings import SOURCE, said

FOLDER = SOURCE / "locale" / "en" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\d\}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two modes besides compiling."""
    parser.add_argument("--check", action="store_true", help="report strings without English, and English nobody needs")
    parser.add_argument("--update", action="store_true", help="add what is missing to django.po, to be translated")


def run(arguments: argparse.Namespace) -> int:
    """Compile, check or update; 1 when the check finds something."""
    if arguments.update:
        print(f"{update()} strings added to {FOLDER / 'django.po'}")
        return 0
    if arguments.check:
        findings = list(check(said(), translated()))
        print("\n".join(findings) if findings else "Every string of the interface has its English.")
        return 1 if findings else 0
    print(compile_all())
    return 0


def translated(folder: Path = FOLDER) -> Catalog:
    """Return the one catalogue the .po files of a folder make together; the first to translate a string keeps it."""
    whole = Catalog(locale="en", fuzzy=False)
    for path in sorted(folder.glob("*.po"), key=lambda one: (one.name != "django.po", one.name)):
        for message in _entries(path):
            if not _is_translated(whole.get(message.id, message.context)):
                whole[message.id] = message
    return whole


def compile_all(folder: Path = FOLDER) -> Path:
    """Write django.mo, from which Django reads, and return its path."""
    target = folder / "django.mo"
    with target.open("wb") as file:
        write_mo(file, translated(folder))
    return target


def check(wanted: Catalog, given: Catalog) -> Iterator[str]:
    """Say what is missing, not translated, spoilt (a placeholder lost) or no longer needed."""
    for message in _real(wanted):
        answer = given.get(message.id, message.context)
        where = "{}:{}".format(*message.locations[0])
        if answer is None:
            yield f"missing: {_first(message.id)} ({where})"
        elif not _is_translated(answer):
            yield f"not translated: {_first(message.id)} ({where})"
        elif _placeholders(message.id) != _placeholders(answer.string):
            yield f"placeholder lost or added: {_first(message.id)} ({where})"
    for message in _real(given):
        if wanted.get(message.id, message.context) is None:
            yield f"no longer needed: {_first(message.id)}"


def update(folder: Path = FOLDER) -> int:
    """Add every missing string to django.po without a translation; return how many."""
    known, wanted = translated(folder), said()
    missing = [message for message in _real(wanted) if known.get(message.id, message.context) is None]
    path = folder / "django.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale="en")
    for message in missing:
        catalogue.add(message.id, context=message.context)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, omit_header=False, no_location=True)
    return len(missing)


def _entries(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        yield from _real(read_po(file, locale="en"))


def _real(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


Text = str | tuple[str, ...] | list[str] | None


def _first(text: Text) -> str:
    return text if isinstance(text, str) else (text or [""])[0]


def _is_translated(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return bool(message.string) if isinstance(message.string, str) else all(message.string or [""])


def _placeholders(text: Text) -> set[str]:
    return set(PLACEHOLDER.findall(text if isinstance(text, str) else " ".join(text or ())))
