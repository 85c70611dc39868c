"""The one-time notice: to read, to print, to go on from. Nothing on it says who asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.accounts import public as accounts
from lianban.apps.catalogue import public as catalogue
from lianban.apps.documents import public as documents
from lianban.apps.files import public as files
from lianban.apps.guides import public as guides
from lianban.web.portal.asking import write_address
from lianban.web.portal.qr import qr
from lianban.web.portal.shown_chain import pictures
from lianban.web.portal.shown_sheet import facts, figures_of
from lianban.web.portal.views_guide import NOTICES
from lianban.web.portal.words import spoken
from lianban.web.signin.entry import entry


@never_cache
@require_GET
def notice(request: HttpRequest, code: str) -> HttpResponse:
    """Show a notice as it was given, and what has changed since."""
    found = guides.notice(code)
    sheet = found.sheet
    context = {
        "crumbs": [
            {"name": _("首页"), "address": reverse("portal:home")},
            {"name": spoken(sheet.name.zh, sheet.name.en), "address": reverse("portal:chain", args=[found.chain])},
            {"name": _("一次性告知单"), "address": ""},
        ],
        "notice": found,
        "sheet": sheet,
        "facts": facts(sheet),
        "figures": [each for each in figures_of(sheet) if each["key"] != "fields"],
        "since": guides.since(code),
        "qr": qr(found.address),
        "change_address": write_address(reverse("portal:guide", args=[found.chain]), found.answers, **{"from": code}),
        "picture": _pictures(found),
        "joined": spoken("、", ", "),
    }
    return render(request, "portal/notice.html", context)


@never_cache
@require_GET
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Send the sealed paper."""
    found = guides.notice(code)
    content = documents.pdf_of(found.document, entry(request).now)
    return files.served(content, files.Media.PDF, f"notice-{found.code}.pdf")


@require_POST
def renew(request: HttpRequest, code: str) -> HttpResponse:
    """Give the same answers a notice of today's contents."""
    found = guides.notice(code)
    moment = entry(request)
    accounts.count(NOTICES, moment.client, moment.now)
    return redirect("portal:notice", code=guides.issue(found.chain, found.answers, now=moment.now, replaces=code))


def _pictures(found: guides.Notice) -> dict[str, SafeString]:
    known = guides.known_facts(found)
    if known is None or found.chain not in catalogue.current().chains:
        return {}
    return pictures(found.chain, known)
