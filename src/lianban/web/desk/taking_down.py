"""代录 at the window: who came, their form and their materials, on the pages of the portal in the window's frame."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from lianban.apps.accounts import public as accounts
from lianban.apps.files import public as files
from lianban.apps.guides import public as guides
from lianban.apps.intake import public as intake
from lianban.core.proceedings.chain_case.at_counter import Capacity
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.fields import with_errors
from lianban.web.desk import frame as around
from lianban.web.desk.arrival_form import arrival_of, capacity_of, capacity_words, choices, fields
from lianban.web.portal.filling import discarding, filling, resuming, saving
from lianban.web.portal.surface import Surface
from lianban.web.portal.views_materials import acting, listing, stating
from lianban.web.portal.words import spoken
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work.actpage import anchored
from lianban.web.work.acts import Fields, filled, wrong
from lianban.web.work.who import by_of, reader_of

HOME, KEPT = _("代录"), _("已保存。下次从“代录”接着填，本大厅的窗口都可以。")
pages = require_http_methods(["GET", "POST"])


def counter(request: HttpRequest, actor: Actor) -> Surface:
    """Return the window where a clerk takes down."""
    return Surface(
        keeper=intake.Counter(actor.hall),
        space="desk",
        frame="desk/guided.html",
        around=around.outside(request, reader_of(request, actor)),
        home="desk:apply_list",
        home_name=HOME,
        case="desk:find",
        file="desk:apply_file",
        kept=KEPT,
    )


def seen(request: HttpRequest, actor: Actor, draft: UUID, what: str) -> Surface:
    """Return the window, once it is on record that a clerk sees this part of a draft. Raises NoSuchDraft."""
    intake.note_look(intake.Counter(actor.hall), draft, what, by_of(request, actor))
    return counter(request, actor)


@never_cache
@require_GET
@requires(Role.CLERK)
def unfinished(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What this hall began for people who came, and did not hand in yet."""
    rows = [
        {
            "card": each,
            "name": spoken(each.name, each.name_en),
            "capacity": capacity_words(Capacity(each.capacity)),
        }
        for each in intake.unfinished(intake.Counter(actor.hall), UUID(actor.person))
    ]
    bars = around.outside(request, reader_of(request, actor))
    return render(request, "desk/apply/list.html", {**bars, "rows": rows})


@never_cache
@pages
@requires(Role.CLERK)
def begin(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """From a notice: who came, compared with their documents; then their form."""
    told = guides.notice(code)
    capacity = capacity_of(request.GET.get("as", ""))
    asked = fields(capacity)
    if request.method == "GET":
        return _arrival(request, actor, told, capacity, asked)
    asked = filled(asked, request.POST)
    errors = wrong(asked)
    if errors:
        return _arrival(request, actor, told, capacity, asked, errors)
    try:
        came, by = arrival_of(capacity, request.POST), by_of(request, actor)
        draft = intake.take_down(came, told.chain, told.answers, told.number[:60], by)
    except accounts.FieldRefused as refused:
        return _arrival(request, actor, told, capacity, asked, {str(refused.facts["field"]): refused.message})
    return redirect("desk:apply", draft=draft)


@never_cache
@requires(Role.CLERK)
@require_safe
def resume(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Go on where something is missing."""
    return resuming(request, draft, counter(request, actor))


@never_cache
@pages
@requires(Role.CLERK)
def form(request: HttpRequest, actor: Actor, draft: UUID, section: str) -> HttpResponse:
    """One section of the form."""
    return filling(request, draft, section, seen(request, actor, draft, "申请表"))


@never_cache
@require_POST
@requires(Role.CLERK)
def save(request: HttpRequest, actor: Actor, draft: UUID, section: str) -> HttpResponse:
    """Save while the clerk types; it shows nothing."""
    return saving(request, draft, section, counter(request, actor))


@never_cache
@requires(Role.CLERK)
@require_safe
def materials(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """What was scanned, what was handed over on paper, what needs nothing."""
    return listing(request, draft, seen(request, actor, draft, "材料"))


@never_cache
@require_POST
@requires(Role.CLERK)
def material(request: HttpRequest, actor: Actor, draft: UUID, key: str) -> HttpResponse:
    """Do one thing about one material."""
    return acting(request, draft, key, seen(request, actor, draft, "材料"))


@never_cache
@require_POST
@requires(Role.CLERK)
def circumstance(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Say what a circumstance is on which materials hang."""
    return stating(request, draft, counter(request, actor))


@never_cache
@pages
@requires(Role.CLERK)
def discard(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Ask, then throw a draft away: the person does not want it any more."""
    return discarding(request, draft, counter(request, actor))


@never_cache
@require_GET
@requires(Role.CLERK)
def file(request: HttpRequest, actor: Actor, file: UUID) -> HttpResponse:
    """A file of what is being taken down; the look is on record before it is shown."""
    if not intake.holds(intake.Counter(actor.hall), file):
        raise Http404
    here = entry(request)
    card, content = files.read_personal(
        file, actor=actor, reason="窗口代录申请", now=here.now, request_id=here.request_id
    )
    return files.as_response(card, content)


def _arrival(
    request: HttpRequest,
    actor: Actor,
    told: guides.Notice,
    capacity: Capacity,
    asked: Fields,
    errors: dict[str, str] | None = None,
) -> HttpResponse:
    more = {
        **around.outside(request, reader_of(request, actor)),
        "notice": told,
        "choices": choices(told.code, capacity),
        "fields": with_errors(asked, errors) if errors else asked,
        "errors": anchored(errors or {}),
        "back": reverse("desk:notice", args=[told.code]),
    }
    return render(request, "desk/apply/arrival.html", more, status=422 if errors else 200)
