"""The doors of the pages: who may come in, and in what capacity they then act.

@requires(Role.CLERK)
def accept(request, actor, number): …
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode, urlsplit

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Actor, Channel, Role
from lianban.web.signin.entry import entry

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Actor, P], HttpResponseBase]
CHANNELS = {
    Role.APPLICANT: Channel.ONLINE,
    Role.CLERK: Channel.WINDOW,
    Role.ISSUER: Channel.WINDOW,
    Role.HOTLINE: Channel.WINDOW,
}
POST_KEY = "post"
OPEN_ROLES = "lianban_roles"
"""The attribute by which a test finds which roles a view opens to."""


def requires(*roles: Role) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Open a view to people in one of these roles; it is called with the request and the actor.

    Whoever is not signed in is sent to sign in and comes back. Staff who still use the password they were handed, or
    have no second factor, are sent to set up their own.
    Anybody else gets the page that says so (403).
    """

    def door(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _to("account_login" if Role.APPLICANT in roles else "account_staff_login", request)
            if first := still_to_do(request):
                return _to(first, request)
            return view(request, from_where(request, acting(request, *roles)), *args, **kwargs)

        setattr(entered, OPEN_ROLES, roles)
        return entered

    return door


def acting(request: HttpRequest, *roles: Role) -> Actor:
    """Return who is signed in, as the first of the roles they hold; the chosen post goes first.

    Raises PermissionDenied when they hold none of them.
    """
    person, today = request.user, entry(request).today
    if person.kind == "citizen":
        if Role.APPLICANT in roles:
            return organs.actor_of(person.pk, Role.APPLICANT, today)
        raise PermissionDenied
    held = [post for post in posts_held(request) if post.role in roles]
    if not held:
        raise PermissionDenied
    chosen = next((post for post in held if str(post.id) == request.session.get(POST_KEY)), None)
    post = chosen or min(held, key=lambda each: roles.index(each.role))
    return post.actor(person.pk)


def posts_held(request: HttpRequest) -> tuple[organs.Post, ...]:
    """Return every capacity in which whoever is signed in works today; read once per request."""
    held = getattr(request, "_posts", None)
    if held is None:
        held = organs.posts_of(request.user.pk, entry(request).today)
        request._posts = held  # type: ignore[attr-defined]
    return held


def from_where(request: HttpRequest, actor: Actor) -> Actor:
    """Return who acts with the way they came: for the record, which keeps a keyed digest of the address, not it."""
    client = entry(request).client
    channel = Channel.KIOSK if client in settings.LIANBAN_KIOSKS else CHANNELS.get(actor.role, Channel.OFFICE)
    return actor.model_copy(update={"channel": channel, "origin": accounts.origin_of(client)})


def still_to_do(request: HttpRequest) -> str:
    """Return the name of the page where somebody finishes setting up their account, "" when there is nothing to do."""
    if getattr(request.user, "must_change_password", False):
        return "account_password"
    return "mfa_activate_totp" if needs_second_factor(request) else ""


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether a member of staff is signed in who must set up a second factor first."""
    if not settings.LIANBAN_STAFF_SECOND_FACTOR or getattr(request.user, "kind", "") != "staff":
        return False
    return not is_mfa_enabled(request.user)


def _to(page: str, request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse(page)}?{urlencode({'next': _page_of(request)})}")


def _page_of(request: HttpRequest) -> str:
    """The page somebody is on: what they asked for, or where the form stands that they sent."""
    if request.method == "GET":
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc != request.get_host():
        return "/"
    query = f"?{came_from.query}" if came_from.query else ""
    return f"/{came_from.path.lstrip('/')}{query}"
