"""The page of an act, from the first look to the answer of the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.documents import public as documents
from lianban.apps.files import public as files
from lianban.core.kernel.errors import DomainError
from lianban.web.components.fields import anchored, with_errors
from lianban.web.components.numbers import whole_number
from lianban.web.work.acts import Act, Asked, Fields, filled, wrong
from lianban.web.work.offers import Ruled
from lianban.web.work.records import faster
from lianban.web.work.who import by_of, key_of


@dataclass(frozen=True)
class Stage:
    """Where an act takes place. ruled: the proceeding it is about. back: the page of its case.

    frame: makes what surrounds it; an act that is done goes elsewhere and needs none.
    """

    ruled: Ruled
    back: str
    template: str
    frame: Callable[[], dict[str, object]]


def show(request: HttpRequest, act: Act, view: Any, reader: cases.Reader, stage: Stage) -> HttpResponse:
    """Draw the form, or do the act and go back to the case."""
    fields = act.fields(view, reader)
    if request.method != "POST":
        return _page(request, act, view, reader, stage, fields)
    fields = filled(fields, request.POST)
    if "add" in request.POST or "remove" in request.POST:
        return _page(request, act, view, reader, stage, fields)
    errors = wrong(fields, fresh=request.POST.get("version") == str(stage.ruled.version))
    if errors:
        return _page(request, act, view, reader, stage, with_errors(fields, errors), status=422)
    try:
        if "rehearse" in request.POST:
            return _rehearsed(request, act, view, reader)
        done = act.perform(_asked(request, view, reader))
    except docket.VersionConflict:
        return overtaken(request, reader, stage)
    except DomainError as refused:
        return _page(request, act, view, reader, stage, *_refused(fields, refused), status=422)
    return HttpResponseRedirect(_way_back(stage.back, act, done))


def _rehearsed(request: HttpRequest, act: Act, view: Any, reader: cases.Reader) -> HttpResponse:
    """The document as it would be issued, without number and seal; nothing is done."""
    asked = _asked(request, view, reader)
    pages = documents.rehearse(lambda: str(getattr(act.perform(asked), "document", "")), reader.now)
    if pages is None:
        raise Http404
    return files.served(pages, files.Media.PDF, "preview.pdf")


def overtaken(request: HttpRequest, reader: cases.Reader, stage: Stage) -> HttpResponse:
    """Say that somebody was faster, who that was, and where the case stands now."""
    shown = {**stage.frame(), "faster": faster(stage.ruled.number, reader), "back": stage.back}
    shown["number"] = stage.ruled.number
    return render(request, "work/overtaken.html", shown, status=409)


def _asked(request: HttpRequest, view: Any, reader: cases.Reader) -> Asked:
    version = whole_number(request.POST.get("version", ""))
    return Asked(view, request.POST, by_of(request, reader.actor), version, reader)


def _refused(fields: Fields, refused: DomainError) -> tuple[Fields, str]:
    at = str(refused.facts.get("field", ""))
    known = {each.name for each in fields}
    return with_errors(fields, {at: refused.message}) if at in known else fields, refused.message


def _page(
    request: HttpRequest,
    act: Act,
    view: Any,
    reader: cases.Reader,
    stage: Stage,
    fields: Fields,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    more = {**stage.frame(), **act.more(view, reader), "back": stage.back}
    shown = form_of(act, fields, stage.ruled, request, refused)
    shown["version"] = request.POST.get("version") or stage.ruled.version
    return render(request, stage.template, {**more, **shown}, status=status)


def form_of(act: Act, fields: Fields, ruled: Ruled, request: HttpRequest, refused: str = "") -> dict[str, object]:
    """Return an act as work/form.html draws it, with what follows from it. refused: why it was not done."""
    errors = {each.name: each.error for field in fields for each in (field, *_inner(field)) if each.error}
    return {
        "act": act,
        "fields": fields,
        "errors": anchored(errors),
        "refused": refused,
        "follows": ruled.consequence(act.action),
        "why_not": ruled.why_not(act.action),
        "key": key_of(request),
        "version": ruled.version,
    }


def _inner(field: Any) -> list[Any]:
    return [each for row in field.rows for each in row.fields]


def _way_back(back: str, act: Act, done: object) -> str:
    said = {"done": act.slug, "paper": getattr(done, "document", "")}
    return f"{back}?{urlencode({name: value for name, value in said.items() if value})}"
