"""The switch between ordinary and large letters (长辈版). The language switch is Django's own."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from lianban.web.preferences.sizes import COOKIE, KEPT_SECONDS, SIZES


@require_POST
def choose_size(request: HttpRequest) -> HttpResponse:
    """Remember the letter size for a year and go back to the page the person was on."""
    size = request.POST.get("size", "")
    if size not in SIZES:
        return HttpResponseBadRequest()
    reply = HttpResponseRedirect(_way_back(request))
    reply.set_cookie(COOKIE, size, max_age=KEPT_SECONDS, samesite="Lax", secure=request.is_secure())
    return reply


def _way_back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else "/"
