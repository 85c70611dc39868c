"""Lists to choose from: what every department offers, by what the choices are, whatever their codes."""

from collections.abc import Mapping, Sequence

from lianban.core.chains.built import built
from lianban.core.vocabulary.model import Option


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
