"""Signing in, registering and signing out."""

from collections.abc import Callable
from uuid import UUID

from allauth.account.internal.flows.logout import logout as leave
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from lianban.apps.accounts import public as accounts
from lianban.core.kernel.errors import DomainError
from lianban.web.components.fields import FieldView
from lianban.web.signin import forms
from lianban.web.signin.arriving import arrive, way_on
from lianban.web.signin.entry import entry

REFUSALS = (accounts.FieldRefused, accounts.NotSignedIn, accounts.TooMany, accounts.CannotRegister)
pages = require_http_methods(["GET", "POST"])


@never_cache
@pages
def with_code(request: HttpRequest) -> HttpResponse:
    """Citizens: ID number, then the code that was sent to the phone we know."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(way_on(request))
    posted, at = request.POST, entry(request)

    def send() -> None:
        accounts.send_sign_in_code(id_number=posted.get("id_number", ""), client=at.client, now=at.now)

    def enter() -> UUID:
        return accounts.sign_in_with_code(
            id_number=posted.get("id_number", ""), code=posted.get("code", ""), client=at.client, now=at.now
        )

    return _in_two_steps(request, "signin/code.html", [forms.id_number(request)], send, enter)


@never_cache
@pages
def register(request: HttpRequest) -> HttpResponse:
    """Citizens: ID number, name and phone, then the code that proves the phone."""
    posted, at = request.POST, entry(request)

    def send() -> None:
        accounts.send_registration_code(phone=posted.get("phone", ""), client=at.client, now=at.now)

    def enter() -> UUID:
        facts = {field: posted.get(field, "") for field in ("id_number", "name", "phone", "code")}
        return accounts.register(**facts, client=at.client, now=at.now)

    fields = [forms.name(request), forms.id_number(request), forms.phone(request)]
    return _in_two_steps(request, "signin/register.html", fields, send, enter)


@never_cache
@sensitive_post_parameters("password")
@pages
def with_password(request: HttpRequest) -> HttpResponse:
    """Citizens: ID number and password."""
    return _password(request, "signin/password.html", "id_number", staff=False)


@never_cache
@sensitive_post_parameters("password")
@pages
def staff(request: HttpRequest) -> HttpResponse:
    """Staff: user name and password; the second factor follows."""
    return _password(request, "signin/staff.html", "name", staff=True)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    leave(request, show_message=False)
    return HttpResponseRedirect("/")


def unknown_identity(request: HttpRequest) -> HttpResponse:
    """Say that a unified identity belongs to no account here."""
    return render(request, "signin/unknown_identity.html", status=403)


def _in_two_steps(
    request: HttpRequest,
    template: str,
    fields: list[FieldView],
    send: Callable[[], None],
    enter: Callable[[], UUID],
) -> HttpResponse:
    """Send the code, then let in who enters it. Nothing is kept between the steps but what the form carries."""
    refused: DomainError | None = None
    is_entering = request.POST.get("step") == "enter"
    is_sent = is_entering
    if request.method == "POST":
        try:
            if is_entering and "again" not in request.POST:
                return arrive(request, enter(), "code")
            send()
            is_sent = True
        except REFUSALS as error:
            refused = error
            is_sent = is_entering or isinstance(error, accounts.TooMany)
    shown = [*fields, forms.code(request)] if is_sent else fields
    return _page(request, template, shown, refused, is_sent=is_sent)


def _password(request: HttpRequest, template: str, field: str, *, staff: bool) -> HttpResponse:
    if request.user.is_authenticated:
        return HttpResponseRedirect(way_on(request))
    refused: DomainError | None = None
    if request.method == "POST":
        at, posted = entry(request), request.POST
        secret = posted.get("password", "")
        try:
            person = accounts.sign_in_with_password(
                name=posted.get(field, ""), password=secret, staff=staff, client=at.client, now=at.now
            )
            return arrive(request, person, "password")
        except REFUSALS as error:
            refused = error
    fields = [forms.user_name(request) if staff else forms.id_number(request)]
    return _page(request, template, fields, refused)


def _page(
    request: HttpRequest,
    template: str,
    fields: list[FieldView],
    refused: DomainError | None,
    *,
    is_sent: bool = False,
) -> HttpResponse:
    shown = {**forms.filled(fields, refused), "is_sent": is_sent, "next": way_on(request)}
    status = 429 if isinstance(refused, accounts.TooMany) else 422 if refused else 200
    return render(request, template, shown, status=status)
