"""From a proven account to a session, through allauth, so that a second factor is asked for where there is one."""

import uuid

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from lianban.apps.organs.public import Post
from lianban.core.proceedings.events import Role

WORKPLACES = {
    Role.CLERK: "desk:home",
    Role.ISSUER: "desk:issue",
    Role.APPROVER: "office:inbox",
    Role.SUPERVISOR: "oversight:home",
    Role.ITEM_ADMIN: "studio:home",
    Role.ENGINEER: "studio:home",
    Role.HOTLINE: "portal:track",
}


def arrive(request: HttpRequest, person: uuid.UUID, method: str) -> HttpResponse:
    """Sign a person in and send them where they wanted to go. method: how they proved it (`code`, `password`)."""
    found = get_user_model().objects.get(pk=person)
    record_authentication(request, found, method, reauthenticated=True)
    return perform_login(request, found, redirect_url=way_on(request))


def way_on(request: HttpRequest) -> str:
    """Return the page the person was on their way to: one of ours, or their own first page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else reverse("account_home")


def workplace(post: Post) -> str | None:
    """Return the first page of a post, or None while that part of the platform is not installed."""
    for name in (WORKPLACES.get(post.role, ""), f"{WORKPLACES.get(post.role, '').partition(':')[0]}:home"):
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return None
