"""查进度: whoever knows a number sees how far it is, and nothing of the person."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.web.components.fields import FieldView
from lianban.web.signin.entry import entry

LOOKUPS = accounts.Limit("track", 20, timedelta(minutes=1))


@never_cache
@require_http_methods(["GET", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for a number; show the state of what bears it."""
    number = "".join((request.POST.get("number") or request.GET.get("number", "")).split()).upper()[:40]
    if not number:
        asked = request.method == "POST" or "number" in request.GET
        return _page(request, number, _("请填写办件编号，它在收件凭证和短信里。") if asked else "", None)
    here = entry(request)
    try:
        accounts.count(LOOKUPS, here.client, here.now)
    except accounts.TooMany:
        return render(request, "429.html", status=429)
    found = cases.lookup(number)
    error = "" if found else _("没有查到这个编号。请对照收件凭证核对，注意数字 0 和字母 O。")
    return _page(request, number, error, found)


def _page(request: HttpRequest, number: str, error: str, found: cases.PublicStatus | None) -> HttpResponse:
    more = {
        "field": FieldView(
            "number",
            _("办件编号"),
            value=number,
            error=error,
            hint=_("在收件凭证、受理通知书和短信里，如 370304YJS2026112300001"),
        ),
        "errors": [{"anchor": "f-number", "text": error}] if error else [],
        "found": found,
    }
    return render(request, "portal/lookup/track.html", more, status=404 if error and number else 422 if error else 200)
