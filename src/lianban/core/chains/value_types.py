"""Which kinds of value can stand in for which."""

from collections.abc import Iterable
from functools import lru_cache

from lianban.core.vocabulary.model import ValueType

_T = ValueType
_ANY_SCALAR = frozenset(_T) - {_T.TABLE}
ACCEPTED: dict[ValueType, frozenset[ValueType]] = {each: frozenset({each}) for each in _T} | {
    _T.TEXT: _ANY_SCALAR,
    _T.LONG_TEXT: _ANY_SCALAR,
    _T.NUMBER: frozenset({_T.NUMBER, _T.MONEY, _T.INTEGER}),
    _T.MONEY: frozenset({_T.MONEY, _T.INTEGER}),
    _T.DATE: frozenset({_T.DATE, _T.DATETIME}),
    _T.CHOICES: frozenset({_T.CHOICES, _T.CHOICE}),
}
"""For each type a department asks for, the types whose values it can be given: a moment tells the day, any value can
be written out as text, one choice is a choice among many."""

NUMERIC = frozenset({_T.INTEGER, _T.NUMBER, _T.MONEY})
LISTED = frozenset({_T.CHOICE, _T.CHOICES})


def meet_of(types: Iterable[ValueType]) -> ValueType | None:
    """Return the widest type whose every value each of these takes; None when there is none."""
    return _meet_of(frozenset(types))


@lru_cache(maxsize=1024)
def _meet_of(types: frozenset[ValueType]) -> ValueType | None:
    if len(types) == 1:
        return next(iter(types))
    common = frozenset.intersection(*(ACCEPTED[each] for each in types))
    return max((each for each in _T if each in common), key=lambda each: len(ACCEPTED[each]), default=None)
