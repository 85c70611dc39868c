"""The verifier's view of limits: what the form takes every department takes, and no more is refused than must be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from lianban.core.chains.plan import FieldUse, MergedField
from lianban.core.chains.units import factor
from lianban.core.chains.verifier_reading import Objection
from lianban.core.items.model import FormField
from lianban.core.vocabulary.model import Column, DataElement, Option, ValueType

_T = ValueType
_LISTS = (_T.CHOICE, _T.CHOICES)
_NUMBERS = (_T.INTEGER, _T.NUMBER, _T.MONEY)
_FITS = {
    (_T.NUMBER, _T.MONEY), (_T.NUMBER, _T.INTEGER), (_T.MONEY, _T.INTEGER), (_T.DATE, _T.DATETIME),
    (_T.CHOICES, _T.CHOICE),
}  # fmt: skip
_Fitting = Sequence[tuple[FieldUse, FormField]]


def takes(wanted: ValueType, given: ValueType) -> bool:
    """Return whether a department that wants the one can be given the other."""
    free = wanted in (_T.TEXT, _T.LONG_TEXT) and given is not _T.TABLE
    return free or wanted is given or (wanted, given) in _FITS


def limit_objections(field: MergedField, uses: _Fitting, elements: Mapping[str, DataElement]) -> Iterator[Objection]:
    """Yield where the merged field takes what a department does not, or refuses what all of them take."""
    where = f"fields/{field.key}"
    named = {own.element for _, own in uses}
    element = elements.get(min(named)) if len(named) == 1 else None
    if field.type is _T.TABLE or len(named) > 1:
        sound = _is_sound_group(field, uses, elements) if len(named) > 1 else _is_sound_table(field, uses, element)
        if not sound:
            yield _objection(where, "表格各列与部门表单不符。")
        return
    types = [_type(own, element) for _, own in uses]
    wider = [each for each in _T if takes(each, field.type) and not takes(field.type, each)]
    if not _all_take(types, field.type) or any(_all_take(types, each) for each in wider):
        yield _objection(where, "字段类型比部门要求的宽或窄。")
    lists = field.type in _LISTS
    if not (_are_sound_options(field, uses, element) if lists else not field.options and not _codes(uses)):
        yield _objection(where, "可选项与部门的可选项不符。")
    if (field.unit, field.minimum, field.maximum) != _bounds(field, [own for _, own in uses], element):
        yield _objection(where, "取值范围或单位与部门要求不符。")
    lengths = [own.max_length for _, own in uses if own.max_length is not None]
    if field.max_length != min(lengths, default=None) or field.columns or any(use.columns for use, _ in uses):
        yield _objection(where, "长度与部门要求不符。")


def are_at_odds(fields: Sequence[FormField], element: DataElement | None) -> bool:
    """Return whether no single field could serve all of these."""
    types = [_type(own, element) for own in fields]
    fitting = [each for each in _T if _all_take(types, each)]
    if not fitting or (all(own.type is _T.TABLE for own in fields) and _columns_clash(fields, element)):
        return True
    lists = _lists(fields, element)
    if lists and _common(lists) not in lists and all(each in _LISTS for each in fitting):
        return True
    return all(each in _NUMBERS for each in fitting) and _numbers_clash(fields, element, fitting)


def _objection(where: str, message: str) -> Objection:
    return Objection(rule="FIELD_LIMITS", where=where, message=message)


def _type(own: FormField, element: DataElement | None) -> ValueType:
    entries = own.options or (element.options if element else ())
    return own.type if own.type not in _LISTS or entries else _T.TEXT


def _all_take(wanted: Iterable[ValueType], given: ValueType) -> bool:
    return all(takes(each, given) for each in wanted)


def _codes(uses: _Fitting) -> bool:
    return any(use.options for use, _ in uses)


def _plain(text: str) -> str:
    return "".join(text.translate(str.maketrans("（）：，；", "():,;")).split())


def _meaning(option: Option, standard: Iterable[Option]) -> str:
    """What a choice is, whatever its code: the standard's choice of the same name, else its own name."""
    telling = len(option.value) > 2 and not any(sign.isdigit() for sign in option.value)
    for known in standard:
        if _plain(known.label) == _plain(option.label) or (telling and known.value == option.value):
            return known.value
    return _plain(option.label)


def _lists(fields: Iterable[FormField], element: DataElement | None) -> list[set[str]]:
    standard = element.options if element else ()
    return [{_meaning(each, standard) for each in own.options} for own in fields if own.options and own.type in _LISTS]


def _common(lists: Sequence[set[str]]) -> set[str]:
    return set.intersection(*lists)


def _are_sound_options(field: MergedField, uses: _Fitting, element: DataElement | None) -> bool:
    standard = element.options if element else ()
    offered = [option.value for option in field.options]
    lists = _lists([own for _, own in uses], element)
    expected = _common(lists) if lists else {option.value for option in standard}
    named = _are_named(field.options, standard, [own for _, own in uses])
    if set(offered) != expected or len(set(offered)) != len(offered) or not named:
        return False
    return all(_is_mapped(offered, use.options, own.options, standard) for use, own in uses)


def _is_mapped(
    offered: Sequence[str], codes: Mapping[str, str], own: Sequence[Option], standard: Sequence[Option]
) -> bool:
    meanings = {option.value: _meaning(option, standard) for option in own}
    if not own:
        return not codes
    wanted = {each for each in offered if each in meanings.values()}
    return codes.keys() == wanted and all(meanings.get(code) == value for value, code in codes.items())


def _bounds(
    field: MergedField, fields: Sequence[FormField], element: DataElement | None
) -> tuple[str, Decimal | None, Decimal | None]:
    if field.type not in _NUMBERS:
        return "", None, None
    standard = element.unit if element else ""
    counted = [own for own in fields if own.type in _NUMBERS]
    if field.unit not in {own.unit or standard for own in counted}:
        return "?", None, None
    times = [factor(own.unit or standard, field.unit) or Decimal("NaN") for own in counted]
    low = [own.minimum * by for own, by in zip(counted, times, strict=True) if own.minimum is not None]
    high = [own.maximum * by for own, by in zip(counted, times, strict=True) if own.maximum is not None]
    return field.unit, max(low, default=None), min(high, default=None)


def _numbers_clash(fields: Sequence[FormField], element: DataElement | None, fitting: Sequence[ValueType]) -> bool:
    standard = element.unit if element else ""
    counted = [own for own in fields if own.type in _NUMBERS]
    units = {own.unit or standard for own in counted}
    unit = min(units)
    times = [factor(own.unit or standard, unit) for own in counted]
    if None in times or (len(units) > 1 and list(fitting) == [_T.INTEGER]):
        return True
    low = [own.minimum * (by or 1) for own, by in zip(counted, times, strict=True) if own.minimum is not None]
    high = [own.maximum * (by or 1) for own, by in zip(counted, times, strict=True) if own.maximum is not None]
    return bool(low) and bool(high) and max(low) > min(high)


def _column_key(column: Column, element: DataElement | None) -> str:
    standard = element.columns if element else ()
    found = (e.key for e in standard if e.key == column.key or _plain(e.name) == _plain(column.name))
    return next(found, column.key)


def _columns_of(fields: Iterable[FormField], element: DataElement | None) -> dict[str, list[Column]]:
    found: dict[str, list[Column]] = {}
    for own in fields:
        for column in own.columns:
            found.setdefault(_column_key(column, element), []).append(column)
    return found


def _column_lists(columns: Iterable[Column], known: Column | None) -> list[set[str]]:
    standard = known.options if known else ()
    return [{_meaning(option, standard) for option in each.options} for each in columns if each.options]


def _columns_clash(fields: Sequence[FormField], element: DataElement | None) -> bool:
    known = {each.key: each for each in element.columns} if element else {}
    for key, columns in _columns_of(fields, element).items():
        lists = _column_lists(columns, known.get(key))
        if not any(_all_take([each.type for each in columns], t) for t in _T) or (
            lists and _common(lists) not in lists
        ):
            return True
    return False


def _is_bare(field: MergedField) -> bool:
    limits = (field.unit, field.minimum, field.maximum, field.max_length, field.options)
    keys = [column.key for column in field.columns]
    return field.type is _T.TABLE and limits == ("", None, None, None, ()) and len(set(keys)) == len(keys)


def _is_sound_table(field: MergedField, uses: _Fitting, element: DataElement | None) -> bool:
    asked = _columns_of([own for _, own in uses], element)
    known = {each.key: each for each in element.columns} if element else {}
    if not _is_bare(field) or any(own.type is not _T.TABLE for _, own in uses):
        return False
    if not asked and known:
        return field.columns == tuple(known.values()) and not any(use.columns for use, _ in uses)
    if not asked:
        rows = {Column(key="value", name=own.name) for _, own in uses}
        return set(field.columns) <= rows and all(dict(use.columns) == {"value": own.key} for use, own in uses)
    mapped = all(dict(use.columns) == _own_columns(field, own, element) and not use.options for use, own in uses)
    offered = {column.key: column for column in field.columns}
    sound = (
        _is_sound_column(offered[key], columns, known.get(key)) for key, columns in asked.items() if key in offered
    )
    return mapped and offered.keys() == asked.keys() and all(sound)


def _own_columns(field: MergedField, own: FormField, element: DataElement | None) -> dict[str, str]:
    if not own.columns and [column.key for column in field.columns] == ["value"]:
        return {"value": own.key}
    return {_column_key(each, element): each.key for each in own.columns}


def _is_sound_column(column: Column, asked: Sequence[Column], known: Column | None) -> bool:
    lists = _column_lists(asked, known)
    standard = known.options if known else ()
    expected = _common(lists) if lists else {option.value for option in standard}
    wider = [each for each in _T if takes(each, column.type) and not takes(column.type, each)]
    types = [each.type for each in asked]
    typed = _all_take(types, column.type) and not any(_all_take(types, each) for each in wider)
    names = {(known.name, known.name_en)} if known else {(each.name, each.name_en) for each in asked}
    named = (column.name, column.name_en) in names and _are_named(column.options, standard, asked)
    required = column.required == any(each.required for each in asked)
    offered = [option.value for option in column.options]
    return typed and named and required and set(offered) == expected and len(offered) == len(expected)


def _are_named(offered: Iterable[Option], standard: Iterable[Option], asked: Iterable[Column | FormField]) -> bool:
    known = {option.value: (option.label, option.label_en, option.note) for option in standard}
    told = {(option.label, option.label_en, option.note) for each in asked for option in each.options}
    words = {option.value: (option.label, option.label_en, option.note) for option in offered}
    return all(each in ({known[value]} if value in known else told) for value, each in words.items())


def _is_sound_group(field: MergedField, uses: _Fitting, elements: Mapping[str, DataElement]) -> bool:
    offered = {column.key: column for column in field.columns}
    by_fact: dict[str, list[tuple[FieldUse, FormField]]] = {}
    for use, own in uses:
        role, _, fact = own.element.partition(".")
        if role != field.key or own.type is not _T.TABLE or own.columns:
            return False
        by_fact.setdefault(fact, []).append((use, own))
    sound = all(_is_group_column(offered[fact], each, elements) for fact, each in by_fact.items() if fact in offered)
    return _is_bare(field) and offered.keys() == by_fact.keys() and sound


def _is_group_column(column: Column, uses: _Fitting, elements: Mapping[str, DataElement]) -> bool:
    element = elements.get(f"{uses[0][1].element}")
    standard = element.options if element else ()
    lists = [{_meaning(option, standard) for option in own.options} for _, own in uses if own.options]
    offered = [option.value for option in column.options]
    expected = _common(lists) if lists else {option.value for option in standard}
    if set(offered) != expected or len(offered) != len(expected):
        return False
    free = element is None or element.type in (*_LISTS, _T.TABLE)
    plain = _T.TEXT if element is None or free else element.type
    listed = element.type if element and element.type in _LISTS else _T.CHOICE
    mapped = all(
        dict(use.columns) == {column.key: own.key} and _is_mapped(offered, use.options, own.options, standard)
        for use, own in uses
    )
    names = {(element.name, element.name_en)} if element else {(own.name, own.name_en) for _, own in uses}
    named = (column.name, column.name_en) in names and _are_named(column.options, standard, [own for _, own in uses])
    required = column.required == any(own.required for _, own in uses)
    return mapped and named and required and column.type is (listed if offered else plain)
