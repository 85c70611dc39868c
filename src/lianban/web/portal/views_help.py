"""Who helps, and how these pages serve everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lianban.apps.cases import public as cases
from lianban.apps.organs import public as organs
from lianban.web.portal.words import name_of
from lianban.web.signin.entry import entry


@require_safe
def helpers(request: HttpRequest) -> HttpResponse:
    """帮办代办: what staff do for people, where, and on which conditions (facts 0.24)."""
    places = [(name_of(hall), hall.address) for hall in organs.halls()]
    return render(request, "portal/helpers.html", {"places": places})


@require_safe
def hearings(request: HttpRequest) -> HttpResponse:
    """听证公告: hearings that authorities hold of their own accord, announced to everybody (行政许可法 Art. 46)."""
    return render(request, "portal/hearings.html", {"hearings": cases.hearings(entry(request).now)})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How the pages serve people who see, hear, move or read differently."""
    return render(request, "portal/accessibility.html")
