"""The fields of the one form as a person meets them: in the language of the page, with the source of each value."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from lianban.apps.intake import public as intake
from lianban.core.chains.plan import MergedField, Plan
from lianban.core.vocabulary.model import Column, Option, ValueType
from lianban.web.components.fields import Choice, FieldView, Row
from lianban.web.portal.words import item_names, join, name_of, spoken

BUSINESS_NUMBER = "entity.uscc"
SHARED_BY = 2
"""From so many departments on, a field says whom it serves."""


def section_fields(
    view: intake.DraftView, section: intake.FormSection, values: Mapping[str, object], errors: Mapping[str, str]
) -> tuple[FieldView, ...]:
    """Return a section's fields with what was typed and what is wrong with it."""
    return tuple(
        field_view(
            field,
            values.get(field.key),
            required=field.key in section.required,
            source=view.sources.get(field.key, ""),
            plan=view.plan,
            errors=errors,
        )
        for field in section.fields
    )


def field_view(
    field: MergedField, value: object, *, required: bool, source: str, plan: Plan, errors: Mapping[str, str]
) -> FieldView:
    """Return one field."""
    locked = is_locked(field, source, plan)
    return FieldView(
        name=field.key,
        label=spoken(field.label, field.label_en),
        kind=field.type,
        value=_shown(field.type, value),
        required=required,
        options=_choices(field.options),
        rows=_rows(field, value, required, errors) if field.type is ValueType.TABLE else (),
        row_name=_row_name(field),
        unit=field.unit,
        hint=spoken(field.hint, field.hint_en),
        why=_why(field, plan),
        source="" if locked or not source else _("来自%(source)s，可以修改") % {"source": _(source)},
        readonly=locked,
        locked=_("来自%(source)s，以登记为准，这里不能改") % {"source": _(source)} if locked else "",
        error=errors.get(field.key, ""),
    )


def is_locked(field: MergedField, source: str, plan: Plan) -> bool:
    """Whether a value is a registry's and stays so: what it registered, and who signed in when they act themselves."""
    if not source or not field.authority or field.key == BUSINESS_NUMBER:
        return False
    if field.authority == "business":
        return True
    return field.key.startswith("applicant.") and plan.facts.get("agent.used") is not True


def named(section: intake.FormSection) -> intake.FormSection:
    """Return a section whose fields bear their names in the language of the page, so that errors name them so."""
    fields = tuple(
        field.model_copy(
            update={
                "label": spoken(field.label, field.label_en),
                "columns": tuple(c.model_copy(update={"name": name_of(c)}) for c in field.columns),
            }
        )
        for field in section.fields
    )
    return replace(section, fields=fields)


def stamp(value: object) -> str:
    """Return a short mark by which it is seen whether a field still says what the page showed."""
    if intake.is_empty(value):
        return ""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]


def _row_name(field: MergedField) -> str:
    """What one row is called: the label without its bracket and without the word for a list."""
    name = field.label.partition("（")[0].removesuffix("名单").removesuffix("列表") or field.label
    return spoken(name, field.label_en)


def _shown(kind: ValueType, value: object) -> object:
    if value is None or kind is ValueType.TABLE:
        return ""
    return value if isinstance(value, bool | list) else str(value)


def _choices(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(option.value, spoken(option.label, option.label_en), option.note) for option in options)


def _rows(field: MergedField, value: object, required: bool, errors: Mapping[str, str]) -> tuple[Row, ...]:
    given = value if isinstance(value, list) and value else [{}] if required else []
    return tuple(
        Row(index, tuple(_cell(field, column, index, row, errors) for column in field.columns))
        for index, row in enumerate(given)
    )


def _cell(
    field: MergedField, column: Column, index: int, row: Mapping[str, object], errors: Mapping[str, str]
) -> FieldView:
    name = f"{field.key}.{index}.{column.key}"
    return FieldView(
        name=name,
        label=name_of(column),
        kind=column.type,
        value=_shown(column.type, row.get(column.key)),
        required=column.required,
        options=_choices(column.options),
        error=errors.get(name, ""),
    )


def _why(field: MergedField, plan: Plan) -> str:
    names = item_names(plan)
    used = list(dict.fromkeys(names[use.item] for use in field.uses if use.item in names))
    if len(used) < SHARED_BY:
        return ""
    return _("填一次，%(n)d 个事项共用：%(items)s。") % {"n": len(used), "items": join(used)}
