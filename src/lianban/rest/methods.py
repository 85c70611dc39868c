"""Methods of HTTP that the framework leaves to us: HEAD wherever GET is, and refusals that say what is allowed."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from lianban.rest.problems import MethodRefused, problem

View = Callable[..., HttpResponse]


def served(view: View) -> View:
    """Return a view that answers HEAD as GET (the server leaves the body out) and refuses methods with a problem."""

    @wraps(view)
    def answered(request: HttpRequest, **given: object) -> HttpResponse:
        asked = request.method or ""
        if asked == "HEAD":
            request.method = "GET"
        answer = view(request, **given)
        return answer if answer.status_code != 405 else _refused(asked, answer["Allow"])

    return answered


def _refused(method: str, allowed: str) -> HttpResponse:
    answer = problem(MethodRefused(method, allowed))
    answer["Allow"] = allowed
    return answer
