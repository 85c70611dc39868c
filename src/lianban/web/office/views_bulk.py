"""One act on many items: look at what will pass, say it once, see what became of each."""

import re
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianban.apps.cases import public as cases
from lianban.apps.worklists import public as worklists
from lianban.core.proceedings.events import Actor, Role
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import FieldView, anchored, with_errors
from lianban.web.components.numbers import whole_number
from lianban.web.office.frame import around
from lianban.web.office.holding import people
from lianban.web.signin.doors import requires
from lianban.web.work.acts import Fields, filled, wrong
from lianban.web.work.consequences import consequence
from lianban.web.work.who import by_of, fresh_key, reader_of

NAMES: dict[str, Promise] = {
    "claim": gettext_lazy("认领"),
    "assign": gettext_lazy("分办、改派"),
    "review": gettext_lazy("写审查意见"),
    "sign": gettext_lazy("会签"),
    "grant": gettext_lazy("准予"),
}
KEY = re.compile(r"[0-9a-f]{32}")
TONES = {"done": "done", "refused": "late", "overtaken": "soon", "waiting": ""}


@never_cache
@require_GET
@requires(Role.APPROVER)
def preview(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Which of the chosen items the act will pass on, and why not the others."""
    reader = reader_of(request, actor)
    act, numbers = request.GET.get("act", ""), request.GET.getlist("n")
    if act not in NAMES:
        raise Http404
    return _page(request, reader, act, numbers, _fields(act, reader))


@never_cache
@require_POST
@requires(Role.APPROVER)
def begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Write the run down, then show it: it does the first acts at once."""
    reader, act = reader_of(request, actor), request.POST.get("act", "")
    if act not in NAMES:
        raise Http404
    versions = _versions(request)
    fields = filled(_fields(act, reader), request.POST)
    if errors := wrong(fields):
        return _page(request, reader, act, list(versions), with_errors(fields, errors), errors, 422)
    key = request.POST.get("key", "")
    by = by_of(request, actor, key if KEY.fullmatch(key) else fresh_key())
    said = {each.name: str(each.value) for each in fields}
    run = worklists.begin_run(act, said, versions, reader, by)
    worklists.go_on(run, by)
    return HttpResponseRedirect(reverse("office:run", args=[run]))


@never_cache
@require_http_methods(["GET", "POST"])
@requires(Role.APPROVER)
def run(request: HttpRequest, actor: Actor, run: UUID) -> HttpResponse:
    """How far a run has come, and what became of each item; a POST does the next ones."""
    reader = reader_of(request, actor)
    if request.method == "POST":
        worklists.go_on(run, by_of(request, actor))
        return HttpResponseRedirect(reverse("office:run", args=[run]))
    card = worklists.run_of(run, reader)
    total = len(card.lines)
    shown = {
        "run": card,
        "name": NAMES[card.act],
        "total": total,
        "over": total - card.waiting,
        "outcomes": [(label, card.count(key)) for key, label in _outcomes().items() if card.count(key)],
        "lines": [_line(each) for each in card.lines],
        **around(request, reader),
    }
    return render(request, "office/run.html", shown)


def _page(
    request: HttpRequest,
    reader: cases.Reader,
    act: str,
    numbers: list[str],
    fields: Fields,
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    found: tuple[cases.Openness, ...] = ()
    refused = ""
    try:
        found = worklists.preview_run(act, numbers, reader)
    except worklists.RunRefused as not_together:
        refused, status = not_together.message, 422
    action = worklists.BULK[act].action
    shown = {
        "act": act,
        "name": NAMES[act],
        "passing": [each for each in found if not each.why_not],
        "staying": [each for each in found if each.why_not],
        "refused": refused,
        "fields": fields,
        "errors": anchored(errors or {}),
        "follows": consequence("item_case", "accepted", action),
        "key": fresh_key(),
        **around(request, reader),
    }
    return render(request, "office/bulk.html", shown, status=status)


def _fields(act: str, reader: cases.Reader) -> Fields:
    if act == "review":
        return (FieldView("opinion", _("审查意见"), ValueType.LONG_TEXT, max_length=1000, hint=_("写入每一件")),)
    if act == "assign":
        return (
            FieldView("holder", _("由谁承办"), ValueType.CHOICE, "", options=people(reader)),
            FieldView(
                "reason",
                _("理由"),
                ValueType.LONG_TEXT,
                required=False,
                max_length=300,
                hint=_("其中已有人承办的，必须写明"),
            ),
        )
    return ()


def _versions(request: HttpRequest) -> dict[str, int]:
    """The items that were chosen, each with the version its page showed."""
    found = {key.removeprefix("v."): value for key, value in request.POST.items() if key.startswith("v.")}
    return {number: seen for number, text in found.items() if (seen := whole_number(text)) is not None}


def _outcomes() -> dict[str, str]:
    return {"done": _("已办"), "overtaken": _("已有变化"), "refused": _("不能办"), "waiting": _("还没办")}


def _line(each: worklists.LineCard) -> dict[str, object]:
    return {
        "line": each,
        "tone": TONES[each.outcome],
        "outcome": _outcomes()[each.outcome],
        "address": reverse("office:item", args=[each.number]),
    }
