"""Whoever came confirms what was taken down, and it is handed in for them: read back, printed, signed or by a code."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from lianban.apps.cases import public as cases
from lianban.apps.intake import public as intake
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.desk import frame as around
from lianban.web.desk.arrival_form import capacity_words, power_words
from lianban.web.desk.taking_down import seen
from lianban.web.portal.review_page import delivery_of, error_links
from lianban.web.portal.surface import Surface
from lianban.web.portal.views_materials import NoFile
from lianban.web.portal.views_review import overview, receipt
from lianban.web.portal.words import join, name_of
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work.who import by_of, key_of, reader_of

PROMISES = ("commitment", "gap")
"""Ways to deal with a material that the sheet spells out, because they bind whoever signs."""


@never_cache
@require_http_methods(["GET", "POST"])
@requires(Role.CLERK)
def review(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Everything on one page, the person's confirmation, and handing in."""
    surface = seen(request, actor, draft, "核对页")
    view = intake.read(surface.keeper, draft, entry(request).today)
    if view.case_number:
        return redirect("desk:apply_receipt", number=view.case_number)
    asked = request.POST.get("do") or request.GET.get("do", "")
    if request.method != "POST" or asked not in STEPS:
        return _page(request, actor, view, surface)
    try:
        return HttpResponseRedirect(STEPS[asked](request, actor, draft))
    except intake.NotReady as refused:
        return _page(request, actor, view, surface, problems=refused.problems)
    except (intake.NoSuchDraft, intake.AlreadySubmitted):
        raise
    except DomainError as refused:
        return _page(request, actor, view, surface, refused={FIELDS.get(asked, "confirm"): refused.message})


@never_cache
@require_GET
@requires(Role.CLERK)
def sheet(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """The sheet that the person reads and signs; it opens only as it was printed."""
    surface = seen(request, actor, draft, "申请确认单")
    visit = intake.visit(intake.Counter(actor.hall), draft)
    if not visit.is_printed:
        return redirect("desk:apply_review", draft=draft)
    view = intake.read(surface.keeper, draft, entry(request).today)
    more = {
        **overview(view, {}, surface),
        **_who(visit),
        **{mode: _named(view, mode) for mode in PROMISES},
        "clerk": str(request.user),
        "today": entry(request).today,
        "delivery_words": _delivery(view),
        "back": surface.to("apply_review", draft),
    }
    return render(request, "desk/apply/sheet.html", more)


@never_cache
@require_safe
@requires(Role.CLERK)
def done(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """The receipt, to print for the person."""
    reader = reader_of(request, actor)
    more = {
        **around.outside(request, reader),
        **receipt(cases.case(number, reader)),
        "frame": "desk/guided.html",
        "follow": reverse("desk:find", args=[number]),
        "document": "desk:paper",
        "again": reverse("desk:assist"),
    }
    return render(request, "portal/apply/submitted.html", more)


def _choose(request: HttpRequest, actor: Actor, draft: UUID) -> str:
    intake.choose_delivery(intake.Counter(actor.hall), draft, delivery_of(request.POST), entry(request).now)
    messages.success(request, _("领取方式已保存。"))
    return reverse("desk:apply_review", args=[draft])


def _print(request: HttpRequest, actor: Actor, draft: UUID) -> str:
    intake.print_sheet(intake.Counter(actor.hall), draft, entry(request).now)
    return reverse("desk:apply_sheet", args=[draft])


def _sign(request: HttpRequest, actor: Actor, draft: UUID) -> str:
    scan = request.FILES.get("sheet")
    if scan is None:
        raise NoFile(_("还没有选文件。请扫描签好字的申请确认单，再点“上传”。"))
    intake.sign(intake.Counter(actor.hall), draft, scan.chunks(), scan.name or "", entry(request).now)
    return reverse("desk:apply_review", args=[draft]) + "#confirm"


def _send(request: HttpRequest, actor: Actor, draft: UUID) -> str:
    intake.send_code(intake.Counter(actor.hall), draft, entry(request).now)
    messages.success(request, _("验证码已发送。请把所填内容读给来办的人听，没有错再请他说出验证码。"))
    return reverse("desk:apply_review", args=[draft]) + "#confirm"


def _confirm(request: HttpRequest, actor: Actor, draft: UUID) -> str:
    code = request.POST.get("code", "")[:20]
    intake.confirm_with_code(intake.Counter(actor.hall), draft, code, entry(request).now)
    return reverse("desk:apply_review", args=[draft]) + "#confirm"


def _hand_in(request: HttpRequest, actor: Actor, draft: UUID) -> str:
    handed = intake.hand_in_for(intake.Counter(actor.hall), draft, by_of(request, actor))
    return reverse("desk:apply_receipt", args=[handed.number])


STEPS: dict[str, Callable[[HttpRequest, Actor, UUID], str]] = {
    "delivery": _choose,
    "print": _print,
    "sign": _sign,
    "send": _send,
    "confirm": _confirm,
    "hand_in": _hand_in,
}
"""What the review page can be asked; each returns where to go on."""
FIELDS = {"sign": "sheet", "send": "code", "confirm": "code"}
"""Where a refusal stands, by what was asked."""
NOTHING: Mapping[str, str] = {}


def _page(
    request: HttpRequest,
    actor: Actor,
    view: intake.DraftView,
    surface: Surface,
    *,
    problems: Mapping[str, str] = NOTHING,
    refused: Mapping[str, str] = NOTHING,
) -> HttpResponse:
    counter = intake.Counter(actor.hall)
    found = dict(problems or intake.counter_problems(counter, view.id, entry(request).today))
    links = error_links(view, found, surface)
    at = [{"anchor": f"f-{name}", "text": text} for name, text in refused.items()]
    more = {
        **overview(view, found, surface),
        **_who(intake.visit(counter, view.id)),
        "errors": [*at, *(links if problems else [])],
        "missing": [] if problems else links,
        "refused": refused,
        "review": surface.to("apply_review", view.id),
        "materials_address": surface.to("apply_materials", view.id),
        "key": key_of(request),
    }
    return render(request, "desk/apply/review.html", more, status=422 if at or problems else 200)


def _who(visit: intake.VisitView) -> dict[str, object]:
    return {
        "visit": visit,
        "capacity": capacity_words(visit.capacity),
        "powers": join([power_words(each) for each in visit.powers]),
    }


def _named(view: intake.DraftView, mode: str) -> str:
    """The materials that are dealt with in a way, in words."""
    rows = (row for row in view.materials if any(card.mode == mode for card in row.done))
    return join([name_of(row.material) for row in rows])


def _delivery(view: intake.DraftView) -> str:
    given = {"way": "pickup", **view.delivery}
    if given["way"] != "post":
        return _("自己到大厅取")
    return join([_("邮寄给我"), *(given[name] for name in ("recipient", "phone", "address") if given.get(name))])
