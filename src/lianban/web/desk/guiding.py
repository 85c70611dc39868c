"""Guidance at the window: the same questions as everywhere, answered by keyboard while the person stands there."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides import public as guides
from lianban.core.proceedings.events import Actor, Role
from lianban.web.desk import frame as around
from lianban.web.portal.asking import write_address
from lianban.web.portal.qr import qr
from lianban.web.portal.shown_chain import homes, summary
from lianban.web.portal.shown_sheet import facts
from lianban.web.portal.views_guide import Surface, asking, telling
from lianban.web.portal.words import name_of
from lianban.web.signin.doors import requires
from lianban.web.work.who import reader_of

DESK = (Role.CLERK, Role.ISSUER)
SURFACE = Surface(
    guide="desk:guide",
    tell="desk:tell",
    start="desk:begin",
    told="desk:notice",
    frame="desk/guided.html",
    end="desk/guide_end.html",
    rushed=True,
)
OFFERED, LONGEST = 9, 300


@never_cache
@require_GET
@requires(*DESK)
def assist(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Begin with somebody at the counter: from their notice, scanned or typed, or from what they want done."""
    said = request.GET.get("q", "").strip()[:LONGEST]
    if said and (code := guides.code_of(said)):
        return redirect("desk:notice", code=code)
    offers = _offers(said)
    if len(offers) == 1:
        return HttpResponseRedirect(str(offers[0]["address"]))
    every = [] if said else _every()
    context = {"said": said, "offers": offers, "every": every, **_around(request, actor)}
    return render(request, "desk/assist.html", context)


@never_cache
@require_GET
@requires(*DESK)
def begin(request: HttpRequest, actor: Actor, chain: str) -> HttpResponse:
    """Lead to the first question; whoever goes back before it comes to the choice of what is wanted."""
    catalogue.current().chain(chain)
    return redirect("desk:assist")


@never_cache
@require_GET
@requires(*DESK)
def guide(request: HttpRequest, actor: Actor, chain: str) -> HttpResponse:
    """Ask the next question at the window."""
    return asking(request, chain, SURFACE, _around(request, actor))


@never_cache
@require_POST
@requires(*DESK)
def tell(request: HttpRequest, actor: Actor, chain: str) -> HttpResponse:
    """Give the notice and show it at the window."""
    return telling(request, chain, SURFACE)


@never_cache
@require_GET
@requires(*DESK)
def notice(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """Show a notice with what can be done from it: print it, change an answer, let the person go on by phone."""
    found = guides.notice(code)
    context = {
        "notice": found,
        "sheet": found.sheet,
        "facts": facts(found.sheet),
        "since": guides.since(code),
        "qr": qr(found.address),
        "paper": reverse("portal:notice_pdf", args=[code]),
        "change": write_address(
            reverse("desk:guide", args=[found.chain]),
            found.answers,
            **{"from": code, "edit": next(iter(found.answers), "")},
        ),
        "again": reverse("desk:assist"),
        "take_down": reverse("desk:apply_begin", args=[code]) if actor.role is Role.CLERK else "",
        **_around(request, actor),
    }
    return render(request, "desk/notice.html", context)


def _offers(said: str) -> list[dict[str, object]]:
    """Return the 一件事 that somebody may mean, best first, each once; the key that chooses it stands beside it."""
    definitions = catalogue.current()
    wanted: dict[str, None] = {}
    for hit in catalogue.search(said, 20) if said else ():
        keys = [hit.key] if hit.kind == "chain" else [each.key for each in homes(definitions, hit.key)]
        wanted.update(dict.fromkeys(keys))
    return [_offer(definitions, key, place) for place, key in enumerate(list(wanted)[:OFFERED], 1)]


def _offer(definitions: catalogue.Definitions, key: str, place: int) -> dict[str, object]:
    chain = definitions.chain(key)
    note, address = summary(chain, catalogue.plan(key, {})), reverse("desk:guide", args=[key])
    return {"key": str(place), "name": name_of(chain), "note": note, "address": address}


def _every() -> list[dict[str, object]]:
    chains = catalogue.current().chains.values()
    return [{"name": name_of(each), "address": reverse("desk:guide", args=[each.key])} for each in chains]


def _around(request: HttpRequest, actor: Actor) -> dict[str, object]:
    keys = [{"key": "t", "does": _("导引：扫告知单、查要办的事")}]
    return {**around.outside(request, reader_of(request, actor)), "keys": keys}
