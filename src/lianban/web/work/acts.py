"""An act as a page: what it asks, what it does, and how it answers when the rules refuse."""

import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import FieldView, Row

Words = str | Promise
Fields = tuple[FieldView, ...]


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

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a repeated group."""
        found: dict[int, dict[str, str]] = {}
        for key in self.posted:
            if match := re.fullmatch(rf"{re.escape(name)}\.(\d{{1,3}})\.(\w+)", key):
                found.setdefault(int(match[1]), {})[match[2]] = self.text(key)
        return [found[index] for index in sorted(found)]


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


def fresh_key() -> str:
    """Return a key for one act, made when its page is drawn."""
    return uuid.uuid4().hex


def filled(fields: Fields, posted: QueryDict) -> Fields:
    """Return the fields with what was sent; a group gets a row more or less when that was asked for."""
    return tuple(_filled(each, posted) for each in fields)


def wrong(fields: Fields) -> dict[str, str]:
    """Return what is missing or cannot be read, by the name of the field."""
    found: dict[str, str] = {}
    for each in fields:
        for row in each.rows:
            found |= wrong(row.fields)
        if problem := _problem(each):
            found[each.name] = problem
    return found


def _problem(each: FieldView) -> str:
    empty = each.value in ("", None, [], ())
    if each.kind is ValueType.TABLE:
        return _("请至少写一项。") if each.required and not each.rows else ""
    if empty:
        return _("请填写“%(label)s”。") % {"label": each.label} if each.required else ""
    if each.kind is ValueType.DATE and not _is_day(str(each.value)):
        return _("请写成年-月-日。")
    if each.kind is ValueType.INTEGER and not str(each.value).isdigit():
        return _("请填写整数。")
    return ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


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
