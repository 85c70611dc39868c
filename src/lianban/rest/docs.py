"""The page that lists the operations; it loads nothing from elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lianban.rest.api import api
from lianban.rest.operations import operations
from lianban.rest.problems import KINDS, AddressUnknown, problem


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """List what the API offers and how it refuses."""
    chinese = (get_language() or "").startswith("zh")
    listed = [(each, each.summary if chinese else each.description) for each in operations(api.get_openapi_schema())]
    refusals = [(code, status, title) for code, (status, title) in KINDS.items()]
    return render(request, "rest/docs.html", {"operations": listed, "refusals": refusals})


def unknown(request: HttpRequest) -> HttpResponse:
    """Answer for every other address."""
    return problem(AddressUnknown(request.path[:200]))
