"""Lists to choose from: what one department calls 1 and another A is the same choice when it has the same name."""

from collections.abc import Iterable, Mapping, Sequence

from lianban.core.chains.built import built
from lianban.core.vocabulary.model import Option

_WIDTHS = str.maketrans("（）：，；　", "():,; ")


def name_of(text: str) -> str:
    """Return a name without what does not distinguish it: spaces and the width of its punctuation."""
    return "".join(text.translate(_WIDTHS).split())


def is_same(one: Option, other: Option) -> bool:
    """Return whether two options are one choice: the same label, or the same telling value (never a bare number)."""
    if name_of(one.label) == name_of(other.label):
        return True
    return one.value == other.value and is_telling(one.value)


def is_telling(value: str) -> bool:
    """Return whether a code says by itself what it means: a word, not `1` or `A`."""
    return len(value) > 2 and not any(sign.isdigit() for sign in value)


def canonical(options: Iterable[Option], standard: Sequence[Option]) -> dict[str, Option]:
    """Return a department's options by the value the merged form stores: the standard's where it has the choice."""
    found: dict[str, Option] = {}
    for option in options:
        known = next((each for each in standard if is_same(each, option)), None)
        found.setdefault(known.value if known else name_of(option.label), option)
    return found


def meet(lists: Sequence[Mapping[str, Option]], standard: Sequence[Option]) -> tuple[Option, ...] | None:
    """Return the choices that every department offers, when one of the lists is contained in all the others.

    None when each list has a choice the other lacks: then nobody but their authors can say which choice of the one
    is which of the other.
    """
    shortest = min(lists, key=lambda each: (len(each), sorted(each)))
    if not all(shortest.keys() <= each.keys() for each in lists):
        return None
    known = {option.value: option for option in standard}
    longest = max(lists, key=lambda each: (len(each), sorted(each)))
    order = [option.value for option in standard] + list(longest)
    kept = sorted(shortest, key=order.index)
    return tuple(known.get(value) or _named(value, shortest[value]) for value in kept)


def _named(value: str, option: Option) -> Option:
    return built(Option, value=value, label=option.label, label_en=option.label_en, note=option.note)
