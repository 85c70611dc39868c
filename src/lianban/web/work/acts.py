"""An act as a page: what it asks, what it does, and how it answers when the rules refuse."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.core.kernel.errors import DomainError
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView, Row

Words = str | Promise
Fields = tuple[FieldView, ...]
E = TypeVar("E", bound=Enum)
YEARS = (1900, 2199)
"""First and last year that a day of an act can lie in; clocks count on from what is written."""
LONGEST_NUMBER = 4
"""Digits of the longest number that an act of ours asks for: days, places in a list."""


class NotAChoice(DomainError):
    """A form came back with a choice that its page never offered."""

    code = "NOT_A_CHOICE"

    def __init__(self, field: str) -> None:
        super().__init__("所选的内容不在可选范围内。请从页面列出的选项中重新选择。", field=field)


@dataclass(frozen=True)
class Asked:
    """What somebody sent. view: the case or item as they see it. expected: the version their page showed."""

    view: Any
    posted: QueryDict
    by: cases.By
    expected: int | None
    reader: cases.Reader

    def text(self, name: str) -> str:
        """What was written."""
        return self.posted.get(name, "").strip()

    def chosen(self, name: str) -> tuple[str, ...]:
        """What was ticked."""
        return tuple(self.posted.getlist(name))

    def is_yes(self, name: str) -> bool:
        """Whether yes was answered."""
        return self.posted.get(name) == "yes"

    def day(self, name: str) -> date:
        """The day that was chosen; the form was checked before."""
        return date.fromisoformat(self.text(name))

    def one_of(self, kinds: type[E], name: str) -> E:
        """The member of an enumeration that was chosen by its name. Raises NotAChoice."""
        found = kinds.__members__.get(self.text(name))
        if found is None:
            raise NotAChoice(name)
        return found

    def whole_number(self, name: str) -> int:
        """The whole number that was written. Raises NotAChoice."""
        if not _is_number(self.text(name)):
            raise NotAChoice(name)
        return int(self.text(name))

    def listed(self, name: str) -> tuple[str, ...]:
        """What was written one after the other, with a mark of enumeration or a comma between."""
        found = self.text(name).replace("，", "、").replace(",", "、").split("、")
        return tuple(each.strip() for each in found if each.strip())

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a repeated group."""
        found: dict[int, dict[str, str]] = {}
        for key in self.posted:
            if match := re.fullmatch(rf"{re.escape(name)}\.(\d{{1,3}})\.(\w+)", key):
                found.setdefault(int(match[1]), {})[match[2]] = self.text(key)
        return [found[index] for index in sorted(found)]


def first_of(options: Sequence[Choice]) -> str:
    """Return what is chosen before anybody chose: the first option; empty when there is none."""
    return options[0].value if options else ""


def no_fields(view: Any, reader: cases.Reader) -> Fields:
    """Return no fields: the act asks nothing."""
    return ()


def nothing_more(view: Any, reader: cases.Reader) -> dict[str, object]:
    """Return nothing to show beside the form."""
    return {}


def always(view: Any) -> bool:
    """Say that an act is offered whenever the rules allow it."""
    return True


@dataclass(frozen=True)
class Act:
    """One lawful act. action: its name in the table. key: the key that opens it.

    does: what the act is for, in plain words. preview: a template shown with the form; more: what that template needs.
    unless: why it is not offered, when it is not. Words are lazy, because acts are made once per process.
    """

    slug: str
    action: str
    title: Words
    button: Words
    does: Words
    perform: Callable[[Asked], Any]
    fields: Callable[[Any, cases.Reader], Fields] = no_fields
    key: str = ""
    tone: str = ""
    preview: str = ""
    more: Callable[[Any, cases.Reader], dict[str, object]] = nothing_more
    offered: Callable[[Any], bool] = always
    unless: Words = ""


def filled(fields: Fields, posted: QueryDict) -> Fields:
    """Return the fields with what was sent; a group gets a row more or less when that was asked for."""
    return tuple(_filled(each, posted) for each in fields)


def wrong(fields: Fields, *, fresh: bool = True) -> dict[str, str]:
    """Return what is missing, cannot be read or was never offered, by the name of the field.

    fresh: the case stands as the page showed it; otherwise the choices may have changed since, which the rules answer.
    """
    found: dict[str, str] = {}
    for each in fields:
        for row in each.rows:
            found |= wrong(row.fields, fresh=fresh)
        if problem := _problem(each, fresh=fresh):
            found[each.name] = problem
    return found


def _problem(each: FieldView, *, fresh: bool) -> str:
    empty = each.value in ("", None, [], ())
    if each.kind is ValueType.TABLE:
        return _("请至少写一项。") if each.required and not each.rows else ""
    if empty:
        ask = _("请选择“%(label)s”。") if each.is_set or each.options else _("请填写“%(label)s”。")
        return ask % {"label": each.label} if each.required else ""
    if each.kind is ValueType.DATE and not _is_day(str(each.value)):
        return _("请写成年-月-日，年份在%(first)s至%(last)s之间。") % {"first": YEARS[0], "last": YEARS[1]}
    if each.kind is ValueType.INTEGER:
        return _number_problem(each)
    if each.kind in (ValueType.CHOICE, ValueType.CHOICES) and fresh and not _is_offered(each):
        return _("请从列出的选项中选择。")
    if each.max_length and len(str(each.value)) > each.max_length:
        return _("请不要超过%(n)s个字。") % {"n": each.max_length}
    return ""


def _number_problem(each: FieldView) -> str:
    if not _is_number(str(each.value)):
        return _("请填写整数。")
    least, most = each.minimum, each.maximum
    if (least is not None and int(str(each.value)) < least) or (most is not None and int(str(each.value)) > most):
        return _("请填写%(least)s至%(most)s之间的整数。") % {"least": least, "most": most}
    return ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER


def _is_offered(each: FieldView) -> bool:
    return set(each.chosen) <= {option.value for option in each.options}


def _is_day(text: str) -> bool:
    try:
        return YEARS[0] <= date.fromisoformat(text).year <= YEARS[1]
    except ValueError:
        return False


def _filled(each: FieldView, posted: QueryDict) -> FieldView:
    match each.kind:
        case ValueType.TABLE:
            return replace(each, rows=_rows(each, posted))
        case ValueType.BOOLEAN:
            return replace(each, value={"yes": True, "no": False}.get(posted.get(each.name, ""), ""))
        case ValueType.CHOICES:
            return replace(each, value=posted.getlist(each.name))
    return replace(each, value=posted.get(each.name, "").strip())


def _rows(group: FieldView, posted: QueryDict) -> tuple[Row, ...]:
    written = sorted({int(m[1]) for key in posted if (m := re.match(rf"{re.escape(group.name)}\.(\d{{1,3}})\.", key))})
    removed = posted.get("remove", "")
    kept = [index for index in written if removed != f"{group.name}.{index}"]
    rows = [_row(group, index, place, posted) for place, index in enumerate(kept)]
    if posted.get("add") == group.name:
        rows.append(_row(group, len(written) + 100, len(rows), posted))
    return tuple(rows)


def _row(group: FieldView, sent: int, place: int, posted: QueryDict) -> Row:
    fields = group.pattern or group.rows[0].fields
    pattern: Mapping[str, FieldView] = {each.name.rpartition(".")[2]: each for each in fields}
    return Row(
        place,
        tuple(
            replace(
                each, name=f"{group.name}.{place}.{key}", value=posted.get(f"{group.name}.{sent}.{key}", "").strip()
            )
            for key, each in pattern.items()
        ),
    )
