"""Who helps, and how these pages serve everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lianban.apps.organs import public as organs


@require_safe
def helpers(request: HttpRequest) -> HttpResponse:
    """帮办代办: what staff do for people, where, and on which conditions (facts 0.24)."""
    english = (get_language() or "").startswith("en")
    places = [(hall.name_en if english and hall.name_en else hall.name, hall.address) for hall in organs.halls()]
    return render(request, "portal/helpers.html", {"places": places})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How the pages serve people who see, hear, move or read differently."""
    return render(request, "portal/accessibility.html")
