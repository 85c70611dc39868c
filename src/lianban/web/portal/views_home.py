"""The ways in: home, every 一件事, search."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianban.apps.catalogue import public as catalogue
from lianban.core.chains.model import Chain
from lianban.web.portal import life_stages
from lianban.web.portal.shown_chain import audience_of, card, tile
from lianban.web.portal.shown_search import found

SUGGESTED, LONGEST = 8, 100


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Show the search box, the events of life, and what each 一件事 saves."""
    offered = catalogue.current().chains
    audience = _audience(request)
    hot = [offered[key] for key in life_stages.ON_THE_HOME_PAGE if key in offered]
    search = reverse("portal:search")
    context = {
        "search_address": search,
        "suggestions": reverse("portal:suggestions"),
        "hot_words": [
            {"text": _(word), "address": f"{search}?{urlencode({'q': _(word)})}"} for word in life_stages.HOT_WORDS
        ],
        "audiences": _audiences(reverse("portal:home"), audience),
        "events": [tile(chain) for chain in _ranked(offered.values(), audience)],
        "chains": [card(chain) for chain in hot],
        "chains_address": reverse("portal:chains"),
        "links": _links(request),
    }
    return render(request, "portal/home.html", context)


@require_GET
def chains(request: HttpRequest) -> HttpResponse:
    """Show every 一件事 for one audience."""
    audience = _audience(request)
    offered = _ranked(catalogue.current().chains.values(), audience)
    context = {
        "audiences": _audiences(reverse("portal:chains"), audience),
        "chains": [card(chain) for chain in offered],
        "search_address": reverse("portal:search"),
        "suggestions": reverse("portal:suggestions"),
    }
    return render(request, "portal/chains.html", context)


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Show what fits what was typed."""
    wanted = request.GET.get("q", "").strip()[:LONGEST]
    context = {
        "wanted": wanted,
        "hits": found(wanted, limit=20),
        "search_address": reverse("portal:search"),
        "suggestions": reverse("portal:suggestions"),
        "chains_address": reverse("portal:chains"),
    }
    return render(request, "portal/search.html", context)


@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """Return the first hits as a list under the search box."""
    wanted = request.GET.get("q", "").strip()[:LONGEST]
    return render(request, "portal/suggestions.html", {"hits": found(wanted, limit=SUGGESTED), "wanted": wanted})


def _audience(request: HttpRequest) -> str:
    asked = request.GET.get("for", "")
    return asked if asked in life_stages.AUDIENCES else life_stages.PERSON


def _audiences(page: str, current: str) -> list[dict[str, object]]:
    return [
        {"name": name, "icon": icon, "address": f"{page}?for={key}", "current": key == current}
        for key, (name, icon) in life_stages.AUDIENCES.items()
    ]


def _ranked(offered: Iterable[Chain], audience: str) -> list[Chain]:
    order = {key: place for place, key in enumerate(life_stages.STAGES)}
    ours = [chain for chain in offered if audience_of(chain) == audience]
    return sorted(ours, key=lambda chain: (order.get(chain.key, len(order)), chain.key))


def _links(request: HttpRequest) -> list[dict[str, object]]:
    mine = (_("我的办件"), "folder", _("接着办、看结果"), reverse("portal:my_cases"))
    found = (
        (_("查进度"), "route", _("凭编号或扫码"), reverse("portal:track")),
        *(() if getattr(request.user, "kind", "") == "staff" else (mine,)),
        (_("证照核验"), "qr-code", _("扫码辨真假"), reverse("verify:home")),
        (_("12345 热线"), "phone", _("有事找政府"), "tel:12345"),
    )
    return [{"name": name, "icon": icon, "note": note, "address": place} for name, icon, note, place in found]
