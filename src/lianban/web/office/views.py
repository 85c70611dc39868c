"""Pages of the offices."""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lianban.apps.cases import public as cases
from lianban.core.proceedings.chain_case.state import ChainStatus
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.procedure import OpenAction
from lianban.web.office import frame as around
from lianban.web.office import shown
from lianban.web.office.deciding import ACTS
from lianban.web.office.together import TOGETHER
from lianban.web.portal.words import name_of
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work import opening
from lianban.web.work.actpage import Stage, show
from lianban.web.work.acts import Act
from lianban.web.work.consequences import consequence
from lianban.web.work.who import reader_of

pages = require_http_methods(["GET", "POST"])
OFFERED: dict[str, Act] = {**TOGETHER, **ACTS}
"""What an office may do with its item, and with the whole it belongs to; by the name in the address."""


class Ruled(NamedTuple):
    """Which proceeding an act is about: by what table it is ruled, how it stands, what is open there."""

    procedure: str
    number: str
    version: int
    status: str
    actions: tuple[OpenAction, ...]


@never_cache
@require_GET
@requires(Role.APPROVER)
def item(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """One item: its own form, its materials, what to check, what may be done."""
    reader = reader_of(request, actor)
    view = _own(number, reader)
    context = shown.item_context(view, request.GET.get("show", "form"))
    if context["wanted"] == "form" and view.form:
        cases.note_own_form(number, reader, entry(request).request_id)
    issued = shown.paper_numbered(view, request.GET.get("paper", ""))
    said = {"done": OFFERED.get(request.GET.get("done", "")), "issued": issued}
    return render(request, "office/item.html", {**around.around(request, reader), **context, **_offers(view), **said})


@never_cache
@pages
@requires(Role.APPROVER)
def act(request: HttpRequest, actor: Actor, number: str, act: str) -> HttpResponse:
    """One lawful act on an item."""
    if act not in OFFERED:
        raise Http404
    reader = reader_of(request, actor)
    view = _own(number, reader)
    ruled = _ruled(OFFERED[act], view)
    why_not = next((each.why_not for each in ruled.actions if each.action == OFFERED[act].action), "")

    def surroundings() -> dict[str, object]:
        return {**around.around(request, reader), **shown.item_context(view, "form")}

    back = reverse("office:item", args=[number])
    page = (back, "office/act.html", surroundings, why_not)
    stage = Stage(ruled.number, ruled.version, ruled.procedure, ruled.status, *page)
    return show(request, OFFERED[act], view, reader, stage)


@never_cache
@require_GET
@requires(Role.APPROVER)
def paper(request: HttpRequest, actor: Actor, number: str, document: UUID) -> HttpResponse:
    """A document of the case, as PDF."""
    reader = reader_of(request, actor)
    return opening.paper(_own(number, reader).case, document, reader, "审查时查看文书", entry(request).request_id)


@never_cache
@require_GET
@requires(Role.APPROVER)
def file(request: HttpRequest, actor: Actor, number: str, file: UUID) -> HttpResponse:
    """A material this item asked for, as it was handed in."""
    reader = reader_of(request, actor)
    materials = _own(number, reader).materials
    return opening.material(number, materials, file, reader, "审查申请材料", entry(request).request_id)


def _own(number: str, reader: cases.Reader) -> cases.ItemCaseView:
    """Return an item of one's own authority; those of others in the same case are none of its business."""
    view = cases.item_case(number, reader)
    if view.item.authority != reader.actor.authority:
        raise Http404
    return view


def _ruled(act: Act, view: cases.ItemCaseView) -> Ruled:
    if act.slug in TOGETHER:
        return Ruled("chain_case", view.case.number, view.case.version, ChainStatus.ACCEPTED.value, view.case.actions)
    return Ruled("item_case", view.number, view.version, view.state.status.value, view.actions)


def _offers(view: cases.ItemCaseView) -> dict[str, object]:
    found = ((act, rule) for act in OFFERED.values() for rule in _ruled(act, view).actions if rule.action == act.action)
    made = [_offer(act, rule, view) for act, rule in found]
    open_acts = [each for each in made if each["offered"] and not each["why_not"]]
    shut = [each for each in made if each["why_not"] or not each["offered"]]
    is_ready = bool(view.state.opinions) and view.state.opinions[-1].passed
    first = {"find-jointly", *(("grant",) if is_ready or view.state.on_the_spot else ("review", "resume"))}
    open_acts.sort(key=lambda each: each["act"].slug not in first)
    return {"acts": open_acts, "shut": shut, "first": open_acts[0]["act"].slug if open_acts else ""}


def _offer(act: Act, rule: OpenAction, view: cases.ItemCaseView) -> dict[str, Any]:
    offered, ruled = act.offered(view), _ruled(act, view)
    return {
        "act": act,
        "name": name_of(rule),
        "why_not": rule.why_not or ("" if offered else act.unless or _("本件现在没有可以这样办的内容。")),
        "offered": offered,
        "follows": consequence(ruled.procedure, ruled.status, act.action),
        "address": reverse("office:act", args=[view.number, act.slug]),
    }
