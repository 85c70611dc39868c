"""An applicant acts on one item of their own: says what follows first, then does it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.fields import with_errors
from lianban.web.components.numbers import whole_number
from lianban.web.portal.application import crumbs
from lianban.web.portal.own_acts import OWN_ACTS
from lianban.web.portal.words import name_of
from lianban.web.signin.doors import requires
from lianban.web.work import offers
from lianban.web.work.actpage import form_of
from lianban.web.work.acts import Act, Asked, Fields, filled, wrong
from lianban.web.work.who import by_of, reader_of


@never_cache
@requires(Role.APPLICANT)
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, actor: Actor, number: str, act: str) -> HttpResponse:
    """One act of the applicant on one of their items. number: of the item."""
    if act not in OWN_ACTS or "-" not in number:
        raise Http404
    mine, chosen = reader_of(request, actor), OWN_ACTS[act]
    view = cases.item_case(number, mine)
    fields = chosen.fields(view, mine)
    if request.method != "POST":
        return _page(request, chosen, view, fields)
    fields = filled(fields, request.POST)
    if errors := wrong(fields):
        return _page(request, chosen, view, with_errors(fields, errors), status=422)
    version = whole_number(request.POST.get("version", ""))
    asked = Asked(view, request.POST, by_of(request, actor), version, mine)
    try:
        chosen.perform(asked)
    except docket.VersionConflict as changed:
        return _page(request, chosen, view, fields, refused=changed.message, status=409)
    except DomainError as refused:
        return _page(request, chosen, view, fields, refused=refused.message, status=422)
    messages.success(request, _("已提交，办理经过里能看到。"))
    return redirect("portal:case", number=view.case.number)


def _page(
    request: HttpRequest, chosen: Act, view: cases.ItemCaseView, fields: Fields, *, refused: str = "", status: int = 200
) -> HttpResponse:
    item = next(each for each in view.case.plan.items if each.key == view.item.item)
    back = reverse("portal:case", args=[view.case.number])
    more = {
        **form_of(chosen, fields, offers.item(view), request, refused),
        "view": view,
        "name": name_of(item),
        "back": back,
        "crumbs": crumbs((name_of(view.case.plan), back), (chosen.title, "")),
    }
    return render(request, "portal/cases/own_act.html", more, status=status)
