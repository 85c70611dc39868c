"""What is late, first; why; and whose turn it is."""

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.oversight import public as oversight
from lianban.core.clocks.remaining import WarningLevel
from lianban.core.proceedings.events import Actor, Role
from lianban.core.supervision.rules import RULES
from lianban.web.components.tables import Line, table
from lianban.web.oversight import shown
from lianban.web.oversight.figured import shares_shown
from lianban.web.oversight.frame import choices, first_page_with, frame, month_of, names, narrowed, page_of
from lianban.web.oversight.views_beyond import in_month
from lianban.web.portal.words import name_of, spoken
from lianban.web.signin.doors import requires
from lianban.web.work.who import reader_of

LEVELS = {"red": WarningLevel.RED, "yellow": WarningLevel.YELLOW, "notice": WarningLevel.NOTICE}
FIRST_ONES = 12
PAGE_SIZE = 30


@require_GET
@requires(Role.SUPERVISOR)
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Lead to today's page, whose address is no beginning of any other."""
    return redirect("oversight:today")


@require_GET
@requires(Role.SUPERVISOR)
def today(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what is late and the month's figures."""
    reader, known = reader_of(request, actor), names()
    found, counts = oversight.warned(reader, at_most=FIRST_ONES), oversight.count_warned(reader)
    month, more = month_of(request), sum(counts.values()) - FIRST_ONES
    shown_first = {
        "metrics": [*_levels(counts), _beyond(reader, month), _open_ones(reader)],
        **shown.warnings_table(found, known),
        "more": max(0, more),
        "shares": shares_shown(oversight.figures(reader, month), month, oversight.Narrowed()),
        "today": reader.today,
    }
    return render(request, "oversight/home.html", {**frame(request), **shown_first})


@require_GET
@requires(Role.SUPERVISOR)
def warnings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show every warning, by level, authority and chain."""
    reader, known, asked = reader_of(request, actor), names(), narrowed(request)
    counts = oversight.count_warned(reader, asked)
    level, turned = LEVELS.get(request.GET.get("level", ""), WarningLevel.NONE), page_of(request)
    first = (turned - 1) * PAGE_SIZE
    found = oversight.warned(reader, asked, level=level, first=first, at_most=PAGE_SIZE)
    total = counts[level] if level else sum(counts.values())
    listed = {
        "filters": _filters(request, counts),
        "choices": choices(known, asked),
        "kept": {"level": request.GET.get("level", "")},
        **shown.warnings_table(found, known),
        "page": Paginator(range(max(total, first + len(found))), PAGE_SIZE).get_page(turned),
    }
    return render(request, "oversight/warnings.html", {**frame(request), **listed})


@require_GET
@requires(Role.SUPERVISOR)
def rules(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the rules by which warnings are given."""
    heads = (_("规则"), _("编号"), _("类别"), _("内容"), _("依据"))
    lines = (
        Line((name_of(rule), rule.code, shown.scope_name(rule), spoken(rule.means, rule.means_en), rule.basis))
        for rule in RULES
    )
    return render(request, "oversight/rules.html", {**frame(request), **table(heads, lines)})


def _levels(counts: Mapping[WarningLevel, int]) -> list[dict[str, object]]:
    address = reverse("oversight:warnings")
    notes = {
        WarningLevel.RED: _("超过法定期限，或者超过承诺三个工作日以上"),
        WarningLevel.YELLOW: _("超过承诺期限，或者程序超期"),
        WarningLevel.NOTICE: _("快到期，还来得及"),
    }
    return [
        {"name": shown.level_name(level), "value": counts[level], "unit": _("件"), "note": notes[level],
         "address": f"{address}?level={name}"}
        for name, level in LEVELS.items()
    ]  # fmt: skip


def _open_ones(reader: cases.Reader) -> dict[str, object]:
    count = docket.count_lists(reader.actor, {"open": docket.Wanted(parts=True, open=True)})["open"]
    note = _("正在办理的事项，点开看全部")
    return {"name": _("在办"), "value": count, "unit": _("项"), "note": note, "address": reverse("oversight:cases")}


def _beyond(reader: cases.Reader, month: oversight.Month) -> dict[str, object]:
    count = len(in_month(reader, month, oversight.Narrowed()))
    note = _("本月要了告知单没有的东西")
    return {
        "name": _("清单之外"), "value": count, "unit": _("项"), "note": note, "address": reverse("oversight:beyond"),
    }  # fmt: skip


def _filters(request: HttpRequest, counts: Mapping[WarningLevel, int]) -> list[dict[str, object]]:
    chosen = request.GET.get("level", "")
    every = sum(counts.values())
    return [
        {
            "name": shown.level_name(level) if level else _("全部"),
            "address": first_page_with(request, "level", name),
            "count": counts[level] if level else every,
            "current": chosen == name,
            "tone": "late" if level is WarningLevel.RED and counts[level] else "",
        }
        for name, level in (("", None), *LEVELS.items())
    ]
