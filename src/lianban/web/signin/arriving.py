"""From a proven account to a session, through allauth, so that a second factor is asked for where there is one."""

import uuid

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from lianban.apps.organs.public import Post
from lianban.core.proceedings.events import Role

WORKPLACES = {
    Role.CLERK: "desk:home",
    Role.ISSUER: "desk:home",
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
    """Return the first page of a post, or None where its role works on no page of ours."""
    name = WORKPLACES.get(post.role)
    return reverse(name) if name else None
