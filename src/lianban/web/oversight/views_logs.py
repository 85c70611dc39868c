"""Who looked at whose data and why; and what people said of the service."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianban.apps.access import public as access
from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.tables import Line, table
from lianban.web.components.times import moment_words
from lianban.web.oversight import shown
from lianban.web.oversight.frame import Names, frame, month_of, names, narrowed, page_of
from lianban.web.oversight.records import role_name
from lianban.web.oversight.views_figures import month_links
from lianban.web.signin.doors import requires
from lianban.web.work.who import reader_of

PAGE_SIZE = 50


@require_GET
@requires(Role.SUPERVISOR)
def ratings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show a month's ratings: the share of good ones, how many of each, the bad ones first."""
    reader, month = reader_of(request, actor), month_of(request)
    last = month.following.first.fromordinal(month.following.first.toordinal() - 1)
    turned = page_of(request)
    found = cases.ratings(reader, month.first, last, skip=(turned - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    counts, total = found.stars.stars, sum(found.stars.stars)
    told = {
        "percent": shown.percent_words(found.stars.percent),
        "good": found.stars.good,
        "total": total,
        "levels": [(stars, shown.stars_name(stars), counts[stars - 1]) for stars in (5, 4, 3, 2, 1)],
        "given": found.given,
        "page": Paginator(range(total), PAGE_SIZE).get_page(turned),
        **month_links("oversight:ratings", reader, month, narrowed(request)),
    }
    return render(request, "oversight/ratings.html", {**frame(request), **told})


@require_GET
@requires(Role.SUPERVISOR)
def access_log(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show who looked at whose personal values, and why."""
    page, known = page_of(request), names()
    found = access.list_views(actor, first=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE + 1)
    people = accounts.cards({each.person for each in found} | {each.whose for each in found if each.whose})
    called = {key: card.name for key, card in people.items()}
    heads = (_("时间"), _("谁看的"), _("看了什么"), _("谁的"), _("为什么"), _("办件"))
    told = {
        **table(heads, (_line(each, called, known) for each in found[:PAGE_SIZE])),
        "number": page,
        "has_next": len(found) > PAGE_SIZE,
    }
    return render(request, "oversight/access.html", {**frame(request), **told})


def _line(view: access.View, called: dict[UUID, str], known: Names) -> Line:
    who = " · ".join(filter(None, (called.get(view.person, ""), role_name(view.role), known.authority(view.authority))))
    case = view.proceeding.split("-")[0]
    link = reverse("oversight:case", args=[case]) if case else ""
    whose = called.get(view.whose, "—") if view.whose else "—"
    opened = {"text": view.proceeding or "—", "address": link}
    return Line((moment_words(view.at), who, view.what, whose, view.reason, opened))
