"""An item as its authority looks at it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.core.items.model import MaterialNeed
from lianban.web.desk.shown import lanes, rows
from lianban.web.office.acts import examined, next_step
from lianban.web.portal.words import authority_name, named
from lianban.web.work import together
from lianban.web.work.clocks import badge
from lianban.web.work.records import entries, papers

PICTURES = (".png", ".jpg", ".jpeg")


def item_context(view: cases.ItemCaseView, wanted: str) -> dict[str, Any]:
    """Return everything the page of one item shows. wanted: form, whole, log, papers, or the key of a material."""
    address = partial(paper_address, view.number)
    here = reverse("office:item", args=[view.number])
    parts = _parts(view, here, wanted)
    return {
        "view": view,
        "clock": badge(view.item.clock, reverse("office:clock", args=[view.number])),
        "here": here,
        "parts": parts,
        "wanted": wanted if wanted in {each["key"] for each in parts} else "form",
        "material": next((_material(view, each) for each in view.materials if f"m.{each.key}" == wanted), None),
        "form_rows": rows(view.form),
        "steps": _steps(view),
        "conditions": view.definition.conditions,
        "lanes": lanes(view.case, lambda each: _certificate(view, each)),
        "papers": papers(view.case, address, [view.item.item]),
        "entries_log": entries(view.case, address, view.item.item),
        "consultations": [{"asked": each, "whom": _called(each.authority)} for each in view.state.consultations],
        "together": together.shown(view.case.jointly.of(view.item.item)),
    }


def _called(authority: str) -> str:
    return authority_name(catalogue.current(), authority)


def _certificate(view: cases.ItemCaseView, each: cases.ItemView) -> str:
    """The certificate of the item itself; those of other authorities are theirs to show."""
    return reverse("office:clock", args=[each.number]) if each.number == view.number else ""


def paper_address(number: str, document: UUID) -> str:
    """Return where an item's authority opens a document of its case. number: of the item."""
    return reverse("office:paper", args=[number, document])


def _parts(view: cases.ItemCaseView, here: str, wanted: str) -> list[dict[str, Any]]:
    """What there is to look at: the form, each material, the whole, the record."""
    listed: list[tuple[str, str, str, str]] = [("form", _("申请表"), "list-checks", "")]
    listed += [(f"m.{each.key}", named(each.name), "file-text", _mark(each)) for each in view.materials]
    listed += [
        ("whole", _("整件进度"), "route", ""),
        ("papers", _("文书"), "file-check", ""),
        ("log", _("办理经过"), "clock", ""),
    ]
    return [
        {
            "key": key,
            "name": name,
            "icon": icon,
            "mark": mark,
            "address": f"{here}?show={key}",
            "current": key == wanted,
        }
        for key, name, icon, mark in listed
    ]


def _mark(each: cases.MaterialView) -> str:
    if each.checked is False:
        return _("窗口提示有问题")
    return {
        "missing": _("缺"),
        "gap": _("容缺"),
        "commitment": _("承诺"),
        "internal": _("内部"),
        "fetched": _("已核验"),
        "counter": _("纸质"),
    }.get(each.mode, "")


def _material(view: cases.ItemCaseView, each: cases.MaterialView) -> dict[str, Any]:
    need: MaterialNeed | None = next((one for one in view.definition.materials if one.name == each.name), None)
    return {
        "material": each,
        "standard": need.acceptance_standard if need else "",
        "mark": _mark(each),
        "files": [
            {
                "name": name,
                "address": reverse("office:file", args=[view.number, file]),
                "is_picture": name.lower().endswith(PICTURES),
            }
            for file, name in each.files
        ],
    }


def _steps(view: cases.ItemCaseView) -> list[dict[str, Any]]:
    """The steps of the item, each with what was written on it."""
    opinions: dict[str, list[Any]] = {}
    for each in view.state.opinions:
        opinions.setdefault(each.step, []).append(each)
    known = {each.name: each for each in examined(view)}
    now = next_step(view) if view.state.status == "accepted" else ""
    return [
        {
            "name": name,
            "role": known[name].role if name in known else "",
            "on_site": known[name].on_site if name in known else False,
            "opinions": opinions.get(name, []),
            "now": name == now,
        }
        for name in dict.fromkeys([*known, *opinions])
    ]
