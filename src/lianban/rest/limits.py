"""How often a stranger may try numbers and codes. The pages count under the same names: a stranger has one account."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lianban.apps.accounts import public as accounts

CASES = accounts.Limit("track", 20, timedelta(minutes=1))
DOCUMENTS = accounts.Limit("verify-code", 60, timedelta(minutes=1))

View = Callable[..., HttpResponse]


def limited(limit: accounts.Limit) -> Callable[[View], View]:
    """Count every call of an operation by network address. The operation raises TooMany beyond the limit."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **given: object) -> HttpResponse:
            accounts.count(limit, accounts.client_address(request.META), timezone.now())
            return view(request, **given)

        return guarded

    return guard
