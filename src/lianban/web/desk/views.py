"""Pages of the window."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianban.apps.access.public import ReasonMissing
from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from lianban.web.desk import frame as around
from lianban.web.desk import representing, shown
from lianban.web.desk.accepting import ACCEPTING
from lianban.web.desk.following import ADDRESS, FOLLOWING
from lianban.web.desk.tabs import FIRST, OF_STAGE, TABS, Tab
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work import offers, opening
from lianban.web.work.actpage import Stage, show
from lianban.web.work.acts import Act
from lianban.web.work.records import paper_numbered
from lianban.web.work.who import by_of, reader_of

ACTS: dict[str, Act] = {act.slug: act for act in (*ACCEPTING, *FOLLOWING)}
DESK = (Role.CLERK, Role.ISSUER)
REASONS = (
    gettext_noop("核对身份"),
    gettext_noop("核对表单与材料是否一致"),
    gettext_noop("联系申请人"),
    gettext_noop("寄送结果"),
)
pages = require_http_methods(["GET", "POST"])


@never_cache
@require_GET
@requires(*DESK)
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send a clerk to what waits, and whoever hands out to the results."""
    return redirect("desk:queue", slug=FIRST if actor.role is Role.CLERK else "to-issue")


@never_cache
@require_GET
@requires(*DESK)
def queue(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    """One list. A search that finds a single case opens it."""
    tab = _tab(slug)
    context = around.frame(request, reader_of(request, actor), tab)
    lines = context["entries"]
    if request.GET.get("q", "").strip() and isinstance(lines, list) and len(lines) == 1:
        return HttpResponseRedirect(lines[0]["address"])
    return render(request, "desk/queue.html", context)


@never_cache
@require_GET
@requires(*DESK)
def find(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """Open a case from elsewhere, on the list where it stands."""
    view = cases.case(number, reader_of(request, actor))
    return redirect("desk:case", slug=OF_STAGE.get(view.stage, "closed"), number=number)


@never_cache
@require_GET
@requires(*DESK)
def case(request: HttpRequest, actor: Actor, slug: str, number: str) -> HttpResponse:
    """One case: what it is about, what to check, what may be done."""
    tab, reader = _tab(slug), reader_of(request, actor)
    view = cases.case(number, reader)
    context = {**around.frame(request, reader, tab, number), **shown.case_context(view, slug), **_offers(view, slug)}
    issued = paper_numbered(view, request.GET.get("paper", ""), partial(shown.paper_address, number))
    slug_done = request.GET.get("done", "")
    said = {"done": ACTS.get(slug_done) or representing.done(slug_done), "issued": issued}
    checks = context["is_open"] and actor.role is Role.CLERK
    own = representing.offered(view) if actor.role is Role.CLERK else []
    return render(request, "desk/case.html", {**context, **said, "may_check": checks, "own": own})


@never_cache
@pages
@requires(*DESK)
def act(request: HttpRequest, actor: Actor, slug: str, number: str, act: str) -> HttpResponse:
    """One lawful act on a case."""
    tab, reader = _tab(slug), reader_of(request, actor)
    if act not in ACTS:
        raise Http404
    view = cases.case(number, reader)

    def surroundings() -> dict[str, object]:
        return {**around.frame(request, reader, tab, number), **shown.case_context(view, slug)}

    ruled = offers.application(view)
    if ACTS[act].preview == ADDRESS and not ruled.why_not(ACTS[act].action) and view.delivery.get("address"):
        cases.note_look(number, "寄送地址和电话", reader, "邮寄办理结果", entry(request).request_id)
    back = reverse("desk:case", args=[slug, number])
    return show(request, ACTS[act], view, reader, Stage(ruled, back, "desk/act.html", surroundings))


@never_cache
@require_POST
@requires(Role.CLERK)
def check(request: HttpRequest, actor: Actor, slug: str, number: str) -> HttpResponse:
    """Keep what the clerk found on each material, then go on to the act that was chosen."""
    view, by = cases.case(number, reader_of(request, actor)), by_of(request, actor)
    every = "all" in request.POST
    for one in shown.checks(view):
        said = "ok" if every and one.is_here else request.POST.get(f"check.{one.key}", "")
        note = request.POST.get(f"note.{one.key}", "").strip()
        if said in ("ok", "no") and (said == "ok", note) != (one.ok, one.note):
            cases.check_material(number, one.key, ok=said == "ok", note=note, by=by)
    wanted = request.POST.get("then", "")
    if wanted in ACTS:
        return redirect("desk:act", slug=slug, number=number, act=wanted)
    return redirect("desk:case", slug=slug, number=number)


@never_cache
@pages
@requires(*DESK)
def full(request: HttpRequest, actor: Actor, slug: str, number: str) -> HttpResponse:
    """The form without masks, after a reason was given; the look is on record before it is shown."""
    tab, reader = _tab(slug), reader_of(request, actor)
    view = cases.case(number, reader)
    context = {**around.frame(request, reader, tab, number), **shown.case_context(view, slug)}
    reason = request.POST.get("reason", "").strip() or request.POST.get("other", "").strip()
    error = ""
    sections: list[dict[str, object]] = []
    if request.method == "POST":
        try:
            found = cases.full_values(number, reader, reason, by_of(request, actor))
            sections = shown.sections(found)
        except ReasonMissing as refused:
            error = refused.message
    said = {"unmasked": sections, "reason": reason, "reasons": REASONS, "error": error}
    return render(request, "desk/full.html", {**context, **said}, status=422 if error else 200)


@never_cache
@require_GET
@requires(*DESK)
def paper(request: HttpRequest, actor: Actor, number: str, document: UUID) -> HttpResponse:
    """A document of the case, as PDF."""
    reader = reader_of(request, actor)
    return opening.paper(cases.case(number, reader), document, reader, "窗口查看文书", entry(request).request_id)


@never_cache
@require_GET
@requires(*DESK)
def file(request: HttpRequest, actor: Actor, number: str, file: UUID) -> HttpResponse:
    """A material as it was handed in."""
    reader = reader_of(request, actor)
    view = cases.case(number, reader)
    return opening.material(number, view.materials, file, reader, "窗口核对申请材料", entry(request).request_id)


def _tab(slug: str) -> Tab:
    if slug not in TABS:
        raise Http404
    return TABS[slug]


def _offers(view: cases.CaseView, slug: str) -> dict[str, list[offers.Offer]]:
    """What may be done now, with its consequence; and what may not, with the reason."""

    def address(act: Act) -> str:
        return reverse("desk:act", args=[slug, view.number, act.slug])

    ruled = offers.application(view)
    return offers.offers(((act, ruled) for act in ACTS.values()), view, address)
