"""Pages of the offices."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from lianban.web.office import frame as around
from lianban.web.office import shown
from lianban.web.office.deciding import ACTS
from lianban.web.office.together import TOGETHER
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work import offers, opening
from lianban.web.work.actpage import Stage, show
from lianban.web.work.acts import Act
from lianban.web.work.offers import Ruled
from lianban.web.work.records import paper_numbered
from lianban.web.work.who import reader_of

pages = require_http_methods(["GET", "POST"])
OFFERED: dict[str, Act] = {**TOGETHER, **ACTS}
"""What an office may do with its item, and with the whole it belongs to; by the name in the address."""


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
    issued = paper_numbered(view.case, request.GET.get("paper", ""), partial(shown.paper_address, number))
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

    def surroundings() -> dict[str, object]:
        return {**around.around(request, reader), **shown.item_context(view, "form")}

    back, ruled = reverse("office:item", args=[number]), _ruled(OFFERED[act], view)
    return show(request, OFFERED[act], view, reader, Stage(ruled, back, "office/act.html", surroundings))


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
    return offers.application(view.case) if act.slug in TOGETHER else offers.item(view)


def _offers(view: cases.ItemCaseView) -> dict[str, object]:
    """What may be done; what is next stands first, and its button shows it."""

    def address(act: Act) -> str:
        return reverse("office:act", args=[view.number, act.slug])

    made = offers.offers(((act, _ruled(act, view)) for act in OFFERED.values()), view, address)
    is_ready = bool(view.state.opinions) and view.state.opinions[-1].passed
    next_ones = {"find-jointly", *(("grant",) if is_ready or view.state.on_the_spot else ("review", "resume"))}
    acts = sorted(made["acts"], key=lambda each: each.act.slug not in next_ones)
    return {"acts": acts, "shut": made["shut"], "first": acts[0].act.slug if acts else ""}
