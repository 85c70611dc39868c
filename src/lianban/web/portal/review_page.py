"""Everything on one page before it is handed in, and how the results are to come."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.apps.intake import public as intake
from lianban.apps.organs import public as organs
from lianban.core.chains.plan import MergedField
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView, anchor
from lianban.web.portal.materials_page import modes, row_anchor
from lianban.web.portal.surface import Surface
from lianban.web.portal.words import join, name_of, spoken

WAYS = ("pickup", "post")
PARTICULARS = ("way", "hall", "recipient", "phone", "address")
OWN_PLACE = ("declaration", "confirmation", "mandate")
"""Problems with a place on the page itself."""
OWN_PHONE, OWN_NAME = "contact.phone", "contact.name"


def summaries(view: intake.DraftView, surface: Surface) -> list[dict[str, object]]:
    """Return the filled form, section by section."""
    return [
        {
            "title": spoken(section.title, section.title_en),
            "address": surface.section(view, section.key),
            "problems": section.problems,
            "rows": [
                row
                for field in section.fields
                if field.key in section.required or not intake.is_empty(view.values.get(field.key))
                for row in _rows(view, surface.section(view, section.key), field)
            ],
        }
        for section in view.sections
    ]


def material_rows(view: intake.DraftView, surface: Surface) -> list[dict[str, str]]:
    """Return what is handed in of every material that needs something."""
    page, words = surface.to("apply_materials", view.id), modes(at_counter=surface.at_counter)
    return [
        {
            "key": name_of(row.material),
            "value": join([card.file_name or words[card.mode] for card in row.done]),
            "change": f"{page}#{row_anchor(row.material.key)}",
        }
        for row in view.materials
        if row.wanted and (row.applies or row.done)
    ]


def delivery_fields(view: intake.DraftView, errors: Mapping[str, str]) -> tuple[FieldView, ...]:
    """Return the questions on how the results are to come."""
    given = {"way": "pickup", **view.delivery}
    places = sorted(organs.halls(), key=lambda hall: hall.key != settings.LIANBAN_HALL)
    halls = tuple(Choice(hall.key, name_of(hall), hall.address) for hall in places)
    own = {"recipient": view.values.get(OWN_NAME, ""), "phone": view.values.get(OWN_PHONE, "")}
    ways = (
        Choice("pickup", _("自己到大厅取"), _("办好后发短信通知，凭身份证领取，也可以委托他人")),
        Choice("post", _("邮寄给我"), _("办好后寄到下面的地址")),
    )
    kind = ValueType
    return (
        FieldView("delivery.way", _("结果怎么给您"), kind.CHOICE, given["way"], options=ways),
        FieldView("delivery.hall", _("在哪个大厅取"), kind.CHOICE, given.get("hall") or _first(halls), False, halls),
        FieldView("delivery.recipient", _("收件人"), kind.TEXT, given.get("recipient") or own["recipient"], False),
        FieldView("delivery.phone", _("收件人电话"), kind.PHONE, given.get("phone") or own["phone"], False),
        FieldView(
            "delivery.address",
            _("邮寄地址"),
            kind.ADDRESS,
            given.get("address", ""),
            required=False,
            hint=_("选邮寄时必填，写到门牌号或村组"),
            error=errors.get("delivery.address", ""),
        ),
    )


def delivery_of(post: QueryDict) -> dict[str, str]:
    """Return what was chosen."""
    given = {name: post.get(f"delivery.{name}", "").strip()[:200] for name in PARTICULARS}
    given["way"] = given["way"] if given["way"] in WAYS else "pickup"
    return {name: value for name, value in given.items() if value}


def error_links(view: intake.DraftView, problems: Mapping[str, str], surface: Surface) -> list[dict[str, str]]:
    """Return every problem with the place where it is put right."""
    return [{"address": _place(view, name, surface), "text": text} for name, text in problems.items()]


def _place(view: intake.DraftView, name: str, surface: Surface) -> str:
    if name in OWN_PLACE or name.startswith("delivery."):
        return f"#{anchor(name)}"
    for section in view.sections:
        if any(name == field.key or name.startswith(f"{field.key}.") for field in section.fields):
            return f"{surface.section(view, section.key)}#{anchor(name)}"
    return f"{surface.to('apply_materials', view.id)}#{row_anchor(name)}"


def _rows(view: intake.DraftView, page: str, field: MergedField) -> Iterator[dict[str, object]]:
    value, label = view.values.get(field.key), spoken(field.label, field.label_en)
    change = f"{page}#{anchor(field.key)}"
    source = view.sources.get(field.key, "")
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        for place, row in enumerate((row for row in value if not intake.is_empty(row)), 1):
            cells = [cases.words(row.get(column.key), column.options) for column in field.columns]
            yield {"key": f"{label} {place}", "value": join([c for c in cells if c]), "change": change}
        return
    text = "" if intake.is_empty(value) else _words(field, value)
    yield {"key": label, "value": text, "source": _(source) if source else "", "change": change}


def _words(field: MergedField, value: object) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if field.type is ValueType.DATETIME:
        return str(value).replace("T", " ")
    labels = {option.value: spoken(option.label, option.label_en) for option in field.options}
    if isinstance(value, list):
        between = " – " if field.type is ValueType.DATE_RANGE else ""
        said = [labels.get(str(each), str(each)) for each in value]
        return between.join(said) if between else join(said)
    return f"{labels.get(str(value), str(value))} {field.unit}".strip()


def _first(halls: tuple[Choice, ...]) -> str:
    return halls[0].value if halls else ""
