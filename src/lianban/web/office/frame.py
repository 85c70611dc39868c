"""The inbox of an authority, and what surrounds its pages."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.web.desk.frame import posts
from lianban.web.work.clocks import badge

SOON_DAYS = 2
"""Working days within which a due date counts as near."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A list of the inbox. slug: in the address."""

    slug: str
    name: Promise
    tone: str = ""


FILTERS: dict[str, Filter] = {
    each.slug: each
    for each in (
        Filter("open", gettext_lazy("待办")),
        Filter("soon", gettext_lazy("快到期")),
        Filter("late", gettext_lazy("已超期"), "late"),
        Filter("paused", gettext_lazy("特别程序")),
        Filter("done", gettext_lazy("已办")),
    )
}


def wanted(slug: str, reader: cases.Reader, text: str = "") -> docket.Wanted:
    """Return what a list of the inbox asks for."""
    said: dict[str, object] = {
        "procedure": "item_case",
        "parts": True,
        "asked": False,
        "open": slug != "done",
        "text": text,
    }
    if slug == "soon":
        said["due_by"] = reader.calendar.add_working_days(reader.today, SOON_DAYS)
    if slug == "late":
        said["due_by"] = reader.today - timedelta(days=1)
    if slug == "paused":
        said["states"] = ("special",)
    return docket.Wanted(**said)  # type: ignore[arg-type]


def inbox(request: HttpRequest, reader: cases.Reader, slug: str) -> dict[str, object]:
    """Return one list of the inbox as its page shows it."""
    text, number = request.GET.get("q", "").strip(), request.GET.get("page", "")
    place = int(number) if number.isdecimal() and len(number) < 6 else 1
    page = (
        cases.office_inbox(reader, "closed", text, place)
        if slug == "done"
        else cases.all_cases(reader, wanted(slug, reader, text), place)
    )
    counts = docket.count_lists(reader.actor, {key: wanted(key, reader) for key in FILTERS if key != "done"})
    paginator = Paginator(range(page.total), page.size)
    return {
        "slug": slug,
        "caption": FILTERS[slug].name,
        "columns": [{"name": n} for n in (_("事项"), _("编号"), _("状态"), _("来自"), _("办理期限"))],
        "rows": [_row(row, slug) for row in page.rows],
        "first": reverse("office:item", args=[page.rows[0].number]) if page.rows else "",
        "filters": _filters(counts, slug),
        "total": page.total,
        "text": text,
        "page": paginator.get_page(page.number),
        "pages": list(
            paginator.get_elided_page_range(min(page.number, paginator.num_pages), on_each_side=1, on_ends=1)
        ),
        **around(request, reader, counts["open"], text),
    }


def around(request: HttpRequest, reader: cases.Reader, waiting: int | None = None, text: str = "") -> dict[str, object]:
    """Return the context of the frame. waiting: how many wait; counted when not given."""
    if waiting is None:
        waiting = docket.count_lists(reader.actor, {"open": wanted("open", reader)})["open"]
    return {
        "work_nav": [
            {"address": reverse("office:inbox"), "name": _("收件箱"), "count": waiting},
        ],
        "work_search": {"address": reverse("office:inbox"), "label": _("编号、事项名称"), "value": text},
        **posts(request, reader.actor),
    }


def _filters(counts: dict[str, int], current: str) -> list[dict[str, object]]:
    home = reverse("office:inbox")
    return [
        {
            "name": each.name,
            "address": f"{home}?list={each.slug}",
            "count": counts.get(each.slug),
            "current": each.slug == current,
            "tone": each.tone if counts.get(each.slug) else "",
        }
        for each in FILTERS.values()
    ]


def _row(row: cases.TaskRow, slug: str) -> dict[str, object]:
    clock = badge(row.clock, reverse("office:clock", args=[row.number]))
    last: dict[str, object] = (
        {"label": _("办理期限"), "clock": clock} if clock else {"label": _("办理期限"), "text": "—"}
    )
    tones = {"granted": "done", "certified": "done", "delivered": "done", "refused": "late", "special": "soon"}
    return {
        "tone": "late" if clock and clock.state == "late" else "",
        "cells": [
            {"label": _("事项"), "text": row.title, "address": reverse("office:item", args=[row.number])},
            {"label": _("编号"), "text": row.number},
            {"label": _("状态"), "text": row.state_name, "tone": tones.get(row.state, "info")},
            {"label": _("来自"), "text": row.applicant or "—"},
            last,
        ],
    }
