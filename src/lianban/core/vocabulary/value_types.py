"""Which kinds of value can stand in for which."""

from lianban.core.vocabulary.model import ValueType

_T = ValueType
ACCEPTED: dict[ValueType, frozenset[ValueType]] = {each: frozenset({each}) for each in _T} | {
    _T.TEXT: frozenset(_T) - {_T.TABLE},
    _T.LONG_TEXT: frozenset(_T) - {_T.TABLE},
    _T.NUMBER: frozenset({_T.NUMBER, _T.MONEY, _T.INTEGER}),
    _T.MONEY: frozenset({_T.MONEY, _T.INTEGER}),
    _T.DATE: frozenset({_T.DATE, _T.DATETIME}),
    _T.CHOICES: frozenset({_T.CHOICES, _T.CHOICE}),
}
"""For each type a department asks for, the types whose values it can be given: a moment tells the day, any value can
be written out as text, one choice is a choice among many."""

NUMERIC = frozenset({_T.INTEGER, _T.NUMBER, _T.MONEY})
LISTED = frozenset({_T.CHOICE, _T.CHOICES})
