"""The inbox, its lists, and what is kept of them."""

import csv
import io
from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.cases import public as cases
from lianban.apps.files import public as files
from lianban.apps.worklists import public as worklists
from lianban.core.proceedings.events import Actor, Role
from lianban.web.office import inbox as lists
from lianban.web.portal.words import state_words
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work.who import reader_of

ROWS_AT_MOST = 1000
"""Lines of a downloaded list."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""


@never_cache
@require_GET
@requires(Role.APPROVER)
def inbox(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits for this authority, what the law makes due first on top."""
    asked = _asked(request.GET)
    return render(request, "office/inbox.html", lists.inbox(request, reader_of(request, actor), asked))


@never_cache
@require_GET
@requires(Role.APPROVER)
def download(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A list as a table for a spreadsheet, names masked as on the page."""
    asked = _asked(request.GET)
    reader = reader_of(request, actor)
    written = io.StringIO()
    csv.writer(written).writerows(_table(asked, reader))
    name = f"inbox-{reader.today.isoformat()}.csv"
    return files.served("\ufeff" + written.getvalue(), "text/csv; charset=utf-8", name, attachment=True)


@require_POST
@requires(Role.APPROVER)
def keep(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep the list one looks at under a name."""
    asked = _asked(QueryDict(request.POST.get("query", "")))
    shared = request.POST.get("shared") == "yes"
    name = request.POST.get("name", "")
    worklists.keep_list(actor, name, asked.query, shared=shared, now=entry(request).now)
    return HttpResponseRedirect(asked.address)


@require_POST
@requires(Role.APPROVER)
def drop(request: HttpRequest, actor: Actor, saved: UUID) -> HttpResponse:
    """Remove a list one keeps."""
    worklists.remove_list(actor, saved)
    return HttpResponseRedirect(reverse("office:inbox"))


def _asked(query: QueryDict) -> lists.Asked:
    """Return which list is asked for. Raises Http404 where there is no such list."""
    asked = lists.asked_for(query)
    if not asked.is_known:
        raise Http404
    return asked


def _table(asked: lists.Asked, reader: cases.Reader) -> Iterator[list[str]]:
    yield [_("事项"), _("编号"), _("状态"), _("来自"), _("承办人"), _("承诺期限"), _("法定期限"), _("暂定")]
    for row in lists.every_row(asked, reader, ROWS_AT_MOST):
        clock = row.clock
        days = (clock.due_on, clock.statutory_due_on)
        told = [row.title, row.number, state_words(row.state), row.applicant, row.holder]
        told += [each.isoformat() if each else "" for each in days]
        yield [_harmless(each) for each in (*told, _("是") if clock.provisional else "")]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
