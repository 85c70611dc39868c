"""A refusal of the rules that no view dealt with becomes a page that says what happened and what to do next."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from lianban.core.kernel.errors import DomainError

STATUSES = {
    "ACTION_NOT_OPEN": 409,
    "FOREIGN_COMMAND": 409,
    "VERSION_CONFLICT": 409,
    "NOT_ASSIGNED": 403,
    "NOT_FOR_YOU": 403,
    "ROLE_NOT_ALLOWED": 403,
    "TOO_MANY": 429,
}


class Refusals:
    """Middleware: turns a DomainError into its page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refused: Exception) -> HttpResponseBase | None:
        """Answer with the message, the code and a fitting status; leave every other exception alone."""
        if not isinstance(refused, DomainError):
            return None
        return render(
            request, "signin/refused.html", {"refused": refused, "back": _back(request)}, status=status_of(refused)
        )


def _back(request: HttpRequest) -> str:
    """Return the page somebody came from, when it is one of ours."""
    came_from = request.META.get("HTTP_REFERER", "")
    return came_from if url_has_allowed_host_and_scheme(came_from, {request.get_host()}) else "/"


def status_of(refused: DomainError) -> int:
    """Return the HTTP status of a refusal: 404 for what is not there, 409 for what changed, 422 for all others."""
    if refused.code.startswith(("NO_SUCH_", "UNKNOWN_")):
        return 404
    return STATUSES.get(refused.code, 422)
