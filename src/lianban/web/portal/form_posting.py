"""What a posted section of the form says: which fields it held, what was typed, which were left as shown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from lianban.apps.intake import public as intake
from lianban.core.chains.plan import MergedField
from lianban.web.components.numbers import whole_number
from lianban.web.portal.form_fields import is_locked, stamp


@dataclass(frozen=True)
class Posted:
    """typed: element key → value. untouched: keys whose value is the one the page showed. page: made when shown."""

    typed: Mapping[str, object]
    untouched: frozenset[str]
    version: int | None
    page: str
    added: str = ""
    removed: str = field(default="")


def posted_of(view: intake.DraftView, section: str, post: QueryDict) -> Posted:
    """Read a posted section. Fields that the page did not hold, and those nobody may edit, stay out."""
    shown = _stamps(post.get("shown", ""))
    typed: dict[str, object] = {}
    for merged in _fields(view, section):
        held = merged.key in shown or intake.is_posted(merged, post)
        if held and not is_locked(merged, view.sources.get(merged.key, ""), view.plan):
            typed[merged.key] = intake.read_field(merged, post)
    removed = post.get("remove", "")
    _take_row(typed, removed)
    return Posted(
        typed=typed,
        untouched=frozenset(key for key, value in typed.items() if shown.get(key) == stamp(value)),
        version=whole_number(post.get("version", "")),
        page=post.get("page", "")[:40],
        added=post.get("add", ""),
        removed=removed,
    )


def stamps_of(section: intake.FormSection, values: Mapping[str, object]) -> str:
    """Return what the page carries so that `posted_of` sees which fields were changed."""
    return json.dumps({each.key: stamp(values.get(each.key)) for each in section.fields})


def with_row(values: Mapping[str, object], group: str) -> dict[str, object]:
    """Return the values with one empty row more."""
    rows = values.get(group)
    return {**values, group: [*(rows if isinstance(rows, list) and rows else [{}]), {}]}


def _take_row(typed: dict[str, object], removed: str) -> None:
    group, _, index = removed.rpartition(".")
    rows = typed.get(group)
    if isinstance(rows, list):
        typed[group] = [row for place, row in enumerate(rows) if place != whole_number(index)]


def _fields(view: intake.DraftView, section: str) -> tuple[MergedField, ...]:
    return next((each.fields for each in view.plan.sections if each.key == section), ())


def _stamps(text: str) -> dict[str, str]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
