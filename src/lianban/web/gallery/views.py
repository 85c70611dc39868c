"""Show one component in all its states, or one whole sample page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from lianban.web.gallery.pages import PAGES
from lianban.web.gallery.parts import PARTS


def index(request: HttpRequest) -> HttpResponse:
    """Show the tokens and the list of components."""
    return part_page(request, "tokens")


def part_page(request: HttpRequest, part: str) -> HttpResponse:
    """Show one component; ?stage=phone narrows its stage to a phone."""
    shown = next((one for one in PARTS if one.slug == part), None)
    if shown is None:
        raise Http404
    context = {"part": shown, "parts": PARTS, "pages": PAGES, "is_phone": request.GET.get("stage") == "phone"}
    return render(request, shown.template, {**context, **shown.sample()})


@require_POST
def autosave(request: HttpRequest) -> HttpResponse:
    """Acknowledge what a sample form saves, and keep nothing."""
    return HttpResponse(status=204)


def sample_page(request: HttpRequest, page: str) -> HttpResponse:
    """Show one whole page with sample values."""
    shown = next((one for one in PAGES if one.slug == page), None)
    if shown is None:
        raise Http404
    return render(request, shown.template, shown.sample())
