"""The figures of a month, each with its definition and the cases behind it."""

from collections.abc import Iterable

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
from lianban.web.components.tables import Head, Line, table
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
    heads = (_("编号"), _("部门"), _("一件事"), _("受理"), _("期限"), _("办结"))
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
        **table(heads, (_counted(each, known) for each in behind.counted)),
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
    heads = (_("事项"), _("部门"), Head(_("法定"), numeric=True), Head(_("承诺"), numeric=True))
    told = {
        "name": _("承诺提速率"),
        "percent": shown.percent_words(found.percent),
        "means": _("1 − 承诺时限合计 ÷ 法定时限合计（目录中法定时限大于零、单位相同的事项）"),
        **table(heads, (_shortened(items[key], known) for key in found.items)),
        "where": _where(asked, known, None),
        "back": address("oversight:figures", month, asked),
    }
    return render(request, "oversight/measure.html", {**frame(request), **told})


def _shortened(item: ServiceItem, known: Names) -> Line:
    limits = (_days(item.statutory_limit), _days(item.promised_limit))
    return Line((name_of(item), known.authority(item.authority), *limits))


def _by_authority(
    found: Iterable[oversight.Figures], month: oversight.Month, asked: oversight.Narrowed, known: Names
) -> dict[str, list[object]]:
    measured = (*(shown.measure_name(each) for each in Measure), _("承诺提速率"))
    heads = (_("部门"), *(Head(each, numeric=True) for each in measured))
    return table(heads, (_office(each, month, asked, known) for each in found))


def _office(figures: oversight.Figures, month: oversight.Month, asked: oversight.Narrowed, known: Names) -> Line:
    own = oversight.Narrowed(figures.authority, asked.chain)
    shares = (
        {
            "text": f"{shown.percent_words(each.percent)}（{each.above}/{each.below}）",
            "address": address("oversight:measure", month, own, each.measure.value),
        }
        for each in figures.shares
    )
    text = shown.percent_words(figures.shortened.percent)
    shortened = {"text": text, "address": address("oversight:shortened", month, own)}
    return Line((known.authority(figures.authority), *shares, shortened))


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


def _counted(each: Counted, known: Names) -> Line:
    case = reverse("oversight:case", args=[each.number.rsplit("-", 1)[0]])
    cells = (
        {"text": each.number, "address": f"{case}#p-{each.number}"},
        known.authority(each.authority),
        known.chain(each.chain),
        day_words(each.accepted_on),
        day_words(each.due_on),
        day_words(each.closed_on) if each.closed_on else _("未办结"),
    )
    return Line(cells, "" if each.finished_by(each.due_on) else "late")


def _days(limit: TimeLimit | None) -> str:
    return f"{limit.length:f}" if limit else "—"
