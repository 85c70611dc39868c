"""Pages of the offices."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.procedure import OpenAction
from lianban.web.office import frame as around
from lianban.web.office import shown
from lianban.web.office.deciding import ACTS
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work import opening
from lianban.web.work.actpage import Stage, show
from lianban.web.work.acts import Act
from lianban.web.work.consequences import consequence, name_of

pages = require_http_methods(["GET", "POST"])


@never_cache
@require_GET
@requires(Role.APPROVER)
def item(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """One item: its own form, its materials, what to check, what may be done."""
    reader = _reader(request, actor)
    view = _own(number, reader)
    context = shown.item_context(view, request.GET.get("show", "form"))
    if context["wanted"] == "form" and view.form:
        cases.note_own_form(number, reader, entry(request).request_id)
    issued = shown.paper_numbered(view, request.GET.get("paper", ""))
    said = {"done": ACTS.get(request.GET.get("done", "")), "issued": issued}
    return render(request, "office/item.html", {**around.around(request, reader), **context, **_offers(view), **said})


@never_cache
@pages
@requires(Role.APPROVER)
def act(request: HttpRequest, actor: Actor, number: str, act: str) -> HttpResponse:
    """One lawful act on an item."""
    if act not in ACTS:
        raise Http404
    reader = _reader(request, actor)
    view = _own(number, reader)
    why_not = next((each.why_not for each in view.actions if each.action == ACTS[act].action), "")

    def surroundings() -> dict[str, object]:
        return {**around.around(request, reader), **shown.item_context(view, "form")}

    back = reverse("office:item", args=[number])
    stage = Stage(
        number, view.version, "item_case", view.state.status.value, back, "office/act.html", surroundings, why_not
    )
    return show(request, ACTS[act], view, reader, stage)


@never_cache
@require_GET
@requires(Role.APPROVER)
def paper(request: HttpRequest, actor: Actor, number: str, document: UUID) -> HttpResponse:
    """A document of the case, as PDF."""
    reader = _reader(request, actor)
    return opening.paper(_own(number, reader).case, document, reader, "审查时查看文书", entry(request).request_id)


@never_cache
@require_GET
@requires(Role.APPROVER)
def file(request: HttpRequest, actor: Actor, number: str, file: UUID) -> HttpResponse:
    """A material this item asked for, as it was handed in."""
    reader = _reader(request, actor)
    materials = _own(number, reader).materials
    return opening.material(number, materials, file, reader, "审查申请材料", entry(request).request_id)


def _reader(request: HttpRequest, actor: Actor) -> cases.Reader:
    return cases.Reader(actor, entry(request).now)


def _own(number: str, reader: cases.Reader) -> cases.ItemCaseView:
    """Return an item of one's own authority; those of others in the same case are none of its business."""
    view = cases.item_case(number, reader)
    if view.item.authority != reader.actor.authority:
        raise Http404
    return view


def _offers(view: cases.ItemCaseView) -> dict[str, object]:
    rules = {each.action: each for each in view.actions}
    made = [_offer(each, rules[each.action], view) for each in ACTS.values() if each.action in rules]
    open_acts = [each for each in made if each["offered"] and not each["why_not"]]
    shut = [each for each in made if each["why_not"] or not each["offered"]]
    is_ready = bool(view.state.opinions) and view.state.opinions[-1].passed
    first = {"grant"} if is_ready or view.state.on_the_spot else {"review", "resume"}
    open_acts.sort(key=lambda each: each["act"].slug not in first)
    return {"acts": open_acts, "shut": shut, "first": open_acts[0]["act"].slug if open_acts else ""}


def _offer(act: Act, rule: OpenAction, view: cases.ItemCaseView) -> dict[str, Any]:
    offered = act.offered(view)
    return {
        "act": act,
        "name": name_of(rule),
        "why_not": rule.why_not or ("" if offered else act.unless or _("本件现在没有可以这样办的内容。")),
        "offered": offered,
        "follows": consequence("item_case", view.state.status.value, act.action),
        "address": reverse("office:act", args=[view.number, act.slug]),
    }
