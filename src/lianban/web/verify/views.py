"""Verification: no sign-in, a few per minute, and only what a stranger may see."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.accounts import public as accounts
from lianban.apps.documents import public as documents
from lianban.apps.roots import public as roots
from lianban.core.kernel.errors import DomainError
from lianban.core.supervision.evidence import fingerprint
from lianban.web.signin.entry import Entry, entry
from lianban.web.verify.shown import file_shown, grouped, roots_table, shown

CODES = accounts.Limit("verify-code", 60, timedelta(minutes=1))
DAYS = 30
FILES = accounts.Limit("verify-file", 20, timedelta(minutes=1))


@never_cache
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Ask for a code or a file; a code that was typed leads to its page."""
    code = "".join(request.GET.get("code", "").split())
    return redirect("verify:code", code=code) if code.strip("/") else _page(request, {})


@never_cache
@require_GET
def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a code stands for."""
    here = entry(request)
    if refused := _too_many(request, CODES, here):
        return refused
    try:
        found = documents.verify(code, here.now)
    except documents.NoSuchDocument:
        error = _("没有这份文书或证照。请核对验证码，或从办件页面重新打开。")
        return _page(request, {"code": code[:40], "error": error}, status=404)
    return render(request, "verify/result.html", {"result": shown(found)})


@never_cache
@require_POST
def by_file(request: HttpRequest) -> HttpResponse:
    """Check a file that somebody holds; nothing of it is kept."""
    here = entry(request)
    if refused := _too_many(request, FILES, here):
        return refused
    handed = request.FILES.get("file")
    if handed is None:
        return _page(request, {"file_error": _("请先选择要核验的 PDF 文件。")}, status=400)
    if handed.size is None or handed.size > settings.LIANBAN_FILE_LIMIT:
        limit = settings.LIANBAN_FILE_LIMIT // 2**20
        return _page(request, {"file_error": _("文件超过 %(limit)s MB，无法核验。") % {"limit": limit}}, status=400)
    pieces: Iterator[bytes] = handed.chunks()
    result = documents.check_file(b"".join(pieces), here.now)
    return render(request, "verify/file.html", {"result": file_shown(result)})


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show the latest daily roots of the record, for whoever keeps them."""
    found = roots.roots(latest=DAYS)
    told = {
        **roots_table(reversed(found)),
        "total": roots.count_roots(),
        "signer": found[-1].signer if found else "",
        "certificates": [grouped(fingerprint(each)) for each in found[-1].certificates] if found else [],
        "address": request.build_absolute_uri(reverse("rest:list_log_roots")),
    }
    return render(request, "verify/log.html", told)


def _page(request: HttpRequest, more: dict[str, object], status: int = 200) -> HttpResponse:
    return render(request, "verify/home.html", more, status=status)


def _too_many(request: HttpRequest, limit: accounts.Limit, here: Entry) -> HttpResponse | None:
    try:
        accounts.count(limit, here.client, here.now)
    except DomainError:
        return render(request, "429.html", status=429)
    return None
