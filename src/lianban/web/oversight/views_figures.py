"""The figures of a month, each with its definition and the cases behind it."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.oversight import public as oversight
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.model import ServiceItem
from lianban.core.proceedings.events import Actor, Role
from lianban.core.supervision.figures import Counted, Measure
from lianban.web.components.language import is_english
from lianban.web.components.times import day_words
from lianban.web.oversight import shown
from lianban.web.oversight.figured import address, shares_shown
from lianban.web.oversight.frame import Names, choices, frame, month_of, names, narrowed, page_of
from lianban.web.portal.words import name_of
from lianban.web.signin.doors import requires
from lianban.web.work.who import reader_of

PAGE_SIZE = 50


@require_GET
@requires(Role.SUPERVISOR)
def figures(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the figures of all offices and of each."""
    reader, known, asked, month = reader_of(request, actor), names(), narrowed(request), month_of(request)
    together, offices = oversight.figures_by_authority(reader, month, asked)
    told = {
        "shares": shares_shown(together, month, asked),
        **_by_authority(offices, month, asked, known),
        **month_links("oversight:figures", reader, month, asked),
        "choices": choices(known, asked),
        "kept": {"month": str(month)},
    }
    return render(request, "oversight/figures.html", {**frame(request), **told})


@require_GET
@requires(Role.SUPERVISOR)
def measure(request: HttpRequest, actor: Actor, measure: str) -> HttpResponse:
    """Show the cases behind one figure: those that missed it first."""
    if measure not in set(Measure):
        raise Http404
    reader, known, asked, month = reader_of(request, actor), names(), narrowed(request), month_of(request)
    part = "above" if request.GET.get("part") == "above" else "rest"
    at = {"above": part == "above", "first": (page_of(request) - 1) * PAGE_SIZE, "limit": PAGE_SIZE}
    behind = oversight.measured(reader, month, Measure(measure), asked, **at)
    found = behind.tally
    parts = {"rest": (_("未计入分子的"), found.below - found.above), "above": (_("计入分子的"), found.above)}
    told = {
        "share": found,
        "name": shown.measure_name(found.measure),
        "means": shown.measure_means(found.measure),
        "percent": shown.percent_words(found.percent),
        "filters": [
            {"name": title, "address": address("oversight:measure", month, asked, measure, part=key),
             "count": count, "current": key == part}
            for key, (title, count) in parts.items()
        ],
        "columns": _counted_columns(),
        "rows": [_counted_row(each, known) for each in behind.counted],
        "page": Paginator(range(parts[part][1]), PAGE_SIZE).get_page(page_of(request)),
        "where": _where(asked, known, month),
        "back": address("oversight:figures", month, asked),
    }  # fmt: skip
    return render(request, "oversight/measure.html", {**frame(request), **told})


@require_GET
@requires(Role.SUPERVISOR)
def shortened(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the items behind 承诺提速率."""
    known, asked, month = names(), narrowed(request), month_of(request)
    found = oversight.shortened_limits(asked.authority)
    items = catalogue.current().items
    columns = [
        {"name": _("事项")},
        {"name": _("部门")},
        *({"name": n, "numeric": True} for n in (_("法定"), _("承诺"))),
    ]
    told = {
        "name": _("承诺提速率"),
        "percent": shown.percent_words(found.percent),
        "means": _("1 − 承诺时限合计 ÷ 法定时限合计（目录中法定时限大于零、单位相同的事项）"),
        "columns": columns,
        "rows": [_shortened_row(items[key], known) for key in found.items],
        "where": _where(asked, known, None),
        "back": address("oversight:figures", month, asked),
    }
    return render(request, "oversight/measure.html", {**frame(request), **told})


def _shortened_row(item: ServiceItem, known: Names) -> dict[str, object]:
    return {
        "cells": [
            {"label": _("事项"), "text": name_of(item)},
            {"label": _("部门"), "text": known.authority(item.authority)},
            {"label": _("法定"), "text": _days(item.statutory_limit), "numeric": True},
            {"label": _("承诺"), "text": _days(item.promised_limit), "numeric": True},
        ]
    }


def _by_authority(
    found: Iterable[oversight.Figures], month: oversight.Month, asked: oversight.Narrowed, known: Names
) -> dict[str, Any]:
    columns = [{"name": _("部门")}, *({"name": shown.measure_name(each), "numeric": True} for each in Measure)]
    rows = [_office_row(each, month, asked, known) for each in found]
    return {"columns": [*columns, {"name": _("承诺提速率"), "numeric": True}], "rows": rows}


def _office_row(
    figures: oversight.Figures, month: oversight.Month, asked: oversight.Narrowed, known: Names
) -> dict[str, Any]:
    own = oversight.Narrowed(figures.authority, asked.chain)
    cells: list[dict[str, object]] = [{"label": _("部门"), "text": known.authority(figures.authority)}]
    for each in figures.shares:
        text = f"{shown.percent_words(each.percent)}（{each.above}/{each.below}）"
        to = address("oversight:measure", month, own, each.measure.value)
        cells.append({"label": shown.measure_name(each.measure), "text": text, "address": to, "numeric": True})
    to = address("oversight:shortened", month, own)
    text = shown.percent_words(figures.shortened.percent)
    return {"cells": [*cells, {"label": _("承诺提速率"), "text": text, "address": to, "numeric": True}]}


def month_links(
    name: str, reader: cases.Reader, month: oversight.Month, asked: oversight.Narrowed
) -> dict[str, object]:
    """Return the month in words, and the ways to the one before and the one after it."""
    later = month.following
    return {
        "month": month,
        "month_name": _month_words(month),
        "earlier": address(name, month.before, asked),
        "later": address(name, later, asked) if later.first <= reader.today else "",
    }


def _month_words(month: oversight.Month) -> str:
    return f"{month.first:%B %Y}" if is_english() else f"{month.year}年{month.month}月"


def _where(asked: oversight.Narrowed, known: Names, month: oversight.Month | None) -> str:
    told = (
        _month_words(month) if month else "",
        known.authority(asked.authority) if asked.authority else _("全部部门"),
        known.chain(asked.chain) if asked.chain else "",
    )
    return " · ".join(filter(None, told))


def _counted_columns() -> list[dict[str, object]]:
    return [{"name": each} for each in (_("编号"), _("部门"), _("一件事"), _("受理"), _("期限"), _("办结"))]


def _counted_row(each: Counted, known: Names) -> dict[str, Any]:
    case = each.number.rsplit("-", 1)[0]
    closed = day_words(each.closed_on) if each.closed_on else _("未办结")
    return {
        "tone": "" if each.finished_by(each.due_on) else "late",
        "cells": [
            {
                "label": _("编号"),
                "text": each.number,
                "address": reverse("oversight:case", args=[case]) + f"#p-{each.number}",
            },
            {"label": _("部门"), "text": known.authority(each.authority)},
            {"label": _("一件事"), "text": known.chain(each.chain)},
            {"label": _("受理"), "text": day_words(each.accepted_on)},
            {"label": _("期限"), "text": day_words(each.due_on)},
            {"label": _("办结"), "text": closed},
        ],
    }


def _days(limit: TimeLimit | None) -> str:
    return f"{limit.length:f}" if limit else "—"
