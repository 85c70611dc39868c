"""Pages of the self-service machine. Nobody signs in here: what comes out is printed or taken along by phone."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides import public as guides
from lianban.core.chains.model import Chain
from lianban.web.portal import life_stages
from lianban.web.portal.qr import qr
from lianban.web.portal.shown_chain import audience_of, tile
from lianban.web.portal.shown_sheet import facts
from lianban.web.portal.views_guide import Surface, asking, telling
from lianban.web.preferences.sizes import LARGE

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, P], HttpResponse]
SURFACE = Surface(
    guide="kiosk:guide", tell="kiosk:tell", start="kiosk:begin", told="kiosk:notice", frame="kiosk/frame.html"
)
IDLE_SECONDS, COUNTDOWN_SECONDS = 60, 15
"""How long nobody touches the screen before it asks, and how long it then waits before it forgets everything."""

MARK = "lianban_kiosk"
"""The cookie by which a browser is known to be at a machine: only there is everything cleared."""

FOUND, LONGEST = 8, 40


def at_the_machine(page: Page[P]) -> Page[P]:
    """Keep a page out of every cache and remember that this browser stands in a hall."""

    @wraps(page)
    def shown(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        reply = page(request, *args, **kwargs)
        reply.set_cookie(MARK, "1", path=reverse("kiosk:home"), samesite="Strict", httponly=True)
        return reply

    return never_cache(shown)


@at_the_machine
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Show what one can do here, for people and for businesses."""
    chains = list(catalogue.current().chains.values())
    groups = [
        {"name": name, "tiles": [_tile(chain) for chain in chains if audience_of(chain) == audience]}
        for audience, (name, _icon) in life_stages.AUDIENCES.items()
    ]
    return render(request, "kiosk/home.html", {**_around(), "groups": groups, "said": "", "is_home": True})


@at_the_machine
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Show the 一件事 that fit what was typed, be it only the first letters of its sounds."""
    said = request.GET.get("q", "").strip()[:LONGEST]
    definitions = catalogue.current()
    keys = [hit.key for hit in catalogue.search(said, FOUND * 2) if hit.kind == "chain"] if said else []
    groups = [{"name": _("找到的"), "tiles": [_tile(definitions.chain(key)) for key in keys[:FOUND]]}] if keys else []
    return render(request, "kiosk/home.html", {**_around(), "groups": groups, "said": said})


@at_the_machine
@require_GET
def begin(request: HttpRequest, chain: str) -> HttpResponse:
    """Lead back to what one can do here; whoever goes back before the first question comes by."""
    catalogue.current().chain(chain)
    return redirect("kiosk:home")


@at_the_machine
@require_GET
def guide(request: HttpRequest, chain: str) -> HttpResponse:
    """Ask the next question."""
    return asking(request, chain, SURFACE, _around())


@at_the_machine
@require_POST
def tell(request: HttpRequest, chain: str) -> HttpResponse:
    """Give the notice."""
    return telling(request, chain, SURFACE)


@at_the_machine
@require_GET
def notice(request: HttpRequest, code: str) -> HttpResponse:
    """Show a notice: to print, or to go on from by phone."""
    found = guides.notice(code)
    context = {**_around(), "notice": found, "sheet": found.sheet, "facts": facts(found.sheet), "qr": qr(found.address)}
    return render(request, "kiosk/notice.html", context)


@never_cache
@require_GET
def clear(request: HttpRequest) -> HttpResponse:
    """Forget everything at a machine and begin anew; anywhere else nothing is touched."""
    reply = HttpResponseRedirect(reverse("kiosk:home"))
    if MARK not in request.COOKIES:
        return reply
    request.session.flush()
    for name in request.COOKIES:
        reply.delete_cookie(name)
    reply.delete_cookie(MARK, path=reverse("kiosk:home"))
    reply["Clear-Site-Data"] = '"cookies", "storage"'
    return reply


def _tile(chain: Chain) -> dict[str, object]:
    return {**tile(chain), "address": reverse("kiosk:guide", args=[chain.key])}


def _around() -> dict[str, object]:
    return {
        "page_size": LARGE,
        "idle": IDLE_SECONDS,
        "countdown": COUNTDOWN_SECONDS,
        "clear_address": reverse("kiosk:clear"),
    }
