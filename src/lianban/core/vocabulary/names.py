"""What a department's own choice or column is called in the vocabulary: the same name is the same thing."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lianban.core.vocabulary.model import Column, Option

_WIDTHS = str.maketrans("（）：，；　", "():,; ")


@lru_cache(maxsize=4096)
def name_of(text: str) -> str:
    """Return a name without what does not distinguish it: spaces and the width of its punctuation."""
    return "".join(text.translate(_WIDTHS).split())


def is_telling(value: str) -> bool:
    """Return whether a code says by itself what it means: a word, not `1` or `A`."""
    return len(value) > 2 and not any(sign.isdigit() for sign in value)


def is_same(one: Option, other: Option) -> bool:
    """Return whether two options are one choice: the same label, or the same telling value (never a bare number)."""
    if name_of(one.label) == name_of(other.label):
        return True
    return one.value == other.value and is_telling(one.value)


def choice_of(option: Option, standard: Sequence[Option]) -> str:
    """Return what a choice is, whatever its code: the standard's value for it, or its own name where it has none."""
    return next((each.value for each in standard if is_same(each, option)), None) or name_of(option.label)


def choices_of(options: Iterable[Option], standard: Sequence[Option]) -> dict[str, Option]:
    """Return a department's options by what each is; the first of those that are one."""
    found: dict[str, Option] = {}
    for option in options:
        found.setdefault(choice_of(option, standard), option)
    return found


def column_of(column: Column, standard: Sequence[Column]) -> Column | None:
    """Return the standard's column that a department's own column is, by key or by name; None where it has none."""
    named = name_of(column.name)
    return next((each for each in standard if each.key == column.key or name_of(each.name) == named), None)
