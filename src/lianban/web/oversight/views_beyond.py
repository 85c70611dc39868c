"""What was asked beyond one-time notices: who asked for what, why, under which law, and when the applicant was told."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.oversight import public as oversight
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.tables import Line, table
from lianban.web.components.times import moment_words
from lianban.web.oversight.frame import Names, choices, frame, month_of, names, narrowed, page_of
from lianban.web.oversight.views_figures import month_links
from lianban.web.portal.words import named
from lianban.web.signin.doors import requires
from lianban.web.work.who import reader_of

PAGE_SIZE = 30


@require_GET
@requires(Role.SUPERVISOR)
def beyond(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show a month's demands beyond the list, the latest first, by authority and chain."""
    reader, known, asked, month = reader_of(request, actor), names(), narrowed(request), month_of(request)
    found = in_month(reader, month, asked)
    page = Paginator(found, PAGE_SIZE).get_page(page_of(request))
    called = _called(page.object_list)
    heads = (_("要求了什么"), _("理由"), _("依据"), _("谁提出的"), _("什么时候"), _("告知申请人"), _("办件"))
    told = {
        "total": len(found),
        **table(heads, (_line(each, called, known) for each in page.object_list)),
        "page": page,
        "choices": choices(known, asked),
        "kept": {"month": str(month)},
        **month_links("oversight:beyond", reader, month, asked),
    }
    return render(request, "oversight/beyond.html", {**frame(request), **told})


def in_month(reader: cases.Reader, month: oversight.Month, asked: oversight.Narrowed) -> tuple[cases.BeyondNotice, ...]:
    """Return what was asked beyond the list in a month, narrowed to an authority and a chain."""
    last = month.following.first.fromordinal(month.following.first.toordinal() - 1)
    found = cases.beyond_notices(reader, month.first, last)
    return tuple(each for each in found if asked.authority in ("", each.authority) and asked.chain in ("", each.chain))


def _called(found: list[cases.BeyondNotice]) -> dict[str, str]:
    people = accounts.cards({UUID(each.person) for each in found if each.person})
    return {str(key): card.name for key, card in people.items()}


def _line(each: cases.BeyondNotice, called: dict[str, str], known: Names) -> Line:
    return Line((
        each.name,
        each.reason or "—",
        "、".join(each.basis) or "—",
        " · ".join(filter(None, (called.get(each.person, ""), known.authority(each.authority)))),
        moment_words(each.asked_at),
        _told(each),
        {"text": f"{named(each.title)} {each.number}", "address": reverse("oversight:case", args=[each.number])},
    ))  # fmt: skip


def _told(each: cases.BeyondNotice) -> dict[str, object]:
    if each.not_told:
        return {"text": _("未能送达：%(why)s") % {"why": each.not_told}, "tone": "late"}
    if each.told_at is None:
        return {"text": _("短信待发"), "tone": "soon"}
    return {"text": moment_words(each.told_at)}
