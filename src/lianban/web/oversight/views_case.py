"""All cases, and one case with its whole record, checked while one looks."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.files import public as files
from lianban.apps.oversight import public as oversight
from lianban.core.proceedings.events import Actor, Role
from lianban.core.supervision.signals import Signal
from lianban.web.components.tables import Line, table
from lianban.web.oversight import shown
from lianban.web.oversight.frame import choices, first_page_with, frame, names, narrowed, page_of
from lianban.web.oversight.records import records
from lianban.web.portal.words import name_of, named, state_words
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work.clocks import badge
from lianban.web.work.who import reader_of

STATES: dict[str, bool | None] = {"open": True, "closed": False, "all": None}


@require_GET
@requires(Role.SUPERVISOR)
def listed(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show all items, what is due first."""
    reader, known, asked = reader_of(request, actor), names(), narrowed(request)
    text = request.GET.get("q", "").strip()
    state = request.GET.get("state", "all" if text else "open")
    is_open = STATES.get(state, True)
    wanted = docket.Wanted(parts=True, authority=asked.authority, chain=asked.chain, text=text, open=is_open)
    found = cases.all_cases(reader, wanted, page_of(request))
    told = {
        "filters": _filters(request, state),
        "choices": choices(known, asked),
        "kept": {"state": state, "q": text},
        **shown.cases_table(found.rows, known),
        "total": found.total,
        "page": Paginator(range(found.total), found.size).get_page(found.number),
        "text": text,
    }
    return render(request, "oversight/cases.html", {**frame(request), **told})


@require_GET
@requires(Role.SUPERVISOR)
def case(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """Show one case: warnings, items with their clocks, and the record with its chain of digests."""
    reader, known = reader_of(request, actor), names()
    view = _case(number, reader)
    signals = oversight.signals_of([view.number, *(item.number for item in view.items)], reader)
    heads = (_("事项"), _("部门"), _("状态"), _("时限"), _("预警"))
    told = {
        "view": view,
        "clock": badge(view.clock),
        "records": records(view, known),
        "items": table(heads, (_item(item, signals.get(item.number, ())) for item in view.items)),
        "signals": [_told(each) for each in signals.get(view.number, ())],
    }
    told["broken"] = [each for each in told["records"] if each.breaks]
    told["events"] = sum(len(each.lines) for each in told["records"])
    return render(request, "oversight/case.html", {**frame(request), **told})


@require_GET
@requires(Role.SUPERVISOR)
def evidence(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """Hand out the evidence package of a case; its papers name people, so the look goes into the access log first."""
    reader, here = reader_of(request, actor), entry(request)
    view = _case(number, reader)
    cases.note_look(view.number, _("证据包（含全部文书）"), reader, _("导出证据包"), here.request_id)
    package = oversight.package(view.number, here.now)
    return files.served(package, "application/zip", f"{view.number}.evidence.zip", attachment=True)


def _case(number: str, reader: cases.Reader) -> cases.CaseView:
    try:
        return cases.case(number, reader)
    except docket.NoSuchProceeding as unknown:
        raise Http404 from unknown


def _item(item: cases.ItemView, signals: tuple[Signal, ...]) -> Line:
    worst = signals[0] if signals else None
    tone = shown.TONES[worst.level] if worst else ""
    warning = f"{shown.level_name(worst.level)} · {name_of(worst.rule)}" if worst else "—"
    cells = (
        {"text": named(item.name), "address": f"#p-{item.number}"},
        named(item.authority_name),
        state_words(item.state),
        _clock(item),
        {"text": warning, "tone": tone},
    )
    return Line(cells, "late" if tone == "late" else "")


def _clock(item: cases.ItemView) -> dict[str, object]:
    """The badge of a running clock; of one that ended, the way to its certificate."""
    if not item.accepted_on:
        return {"text": "—"}
    address = shown.certificate(item.number)
    running = badge(item.clock, address)
    return {"clock": running} if running else {"text": _("时限证明"), "address": address}


def _told(signal: Any) -> dict[str, object]:
    return {
        "kind": shown.TONES[signal.level],
        "title": f"{shown.level_name(signal.level)} · {name_of(signal.rule)}",
        "clock": shown.signal_clock(signal),
    }


def _filters(request: HttpRequest, state: str) -> list[dict[str, object]]:
    titles = {"open": _("在办"), "closed": _("已办结"), "all": _("全部")}
    return [
        {"name": title, "address": first_page_with(request, "state", key), "count": None, "current": key == state}
        for key, title in titles.items()
    ]
