"""Check everything on one page, hand it in once, and hold the receipt."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lianban.apps.cases import public as cases
from lianban.apps.intake import public as intake
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.application import owner_of
from lianban.web.portal.qr import qr
from lianban.web.portal.review_page import delivery_fields, delivery_of, error_links, material_rows, summaries
from lianban.web.portal.surface import Surface, head, online
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work.who import by_of, key_of, reader_of

RECEIPT = "收件凭证"


@never_cache
@requires(Role.APPLICANT)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Everything on one page; handing in is confirmed anew each time."""
    owner, here = owner_of(actor), entry(request)
    view = intake.read(owner, draft, here.today)
    if view.case_number:
        return redirect("portal:submitted", number=view.case_number)
    if request.method == "GET":
        return _page(request, view, intake.open_problems(owner, draft, here.today), online(actor), status=200)
    intake.choose_delivery(owner, draft, delivery_of(request.POST), here.now)
    declared = request.POST.get("declaration") == "yes"
    try:
        receipt = intake.hand_in(owner, draft, by_of(request, actor), declared=declared)
    except intake.NotReady as refused:
        return _page(request, intake.read(owner, draft, here.today), refused.problems, online(actor), status=422)
    return redirect("portal:submitted", number=receipt.number)


@never_cache
@requires(Role.APPLICANT)
@require_safe
def submitted(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """The receipt: number, QR code, what happens next."""
    view = cases.case(number, reader_of(request, actor))
    addresses = {"follow": reverse("portal:case", args=[number]), "document": "portal:document"}
    return render(request, "portal/apply/submitted.html", {**receipt(view), **addresses, "frame": "base.html"})


def receipt(view: cases.CaseView) -> dict[str, object]:
    """Return what the page of a receipt shows."""
    paper = next((each for each in view.documents if each.kind == RECEIPT), None)
    track = f"{settings.LIANBAN_PUBLIC_URL}{reverse('portal:track')}?number={view.number}"
    return {"case": view, "receipt": paper, "qr": qr(track), "promise": view.plan.process.promise}


def overview(view: intake.DraftView, problems: dict[str, str], surface: Surface) -> dict[str, object]:
    """Return everything on one page before it is handed in: the form, the materials, how the results are to come."""
    return {
        **head(view, "review", surface),
        "sections": summaries(view, surface),
        "materials": material_rows(view, surface),
        "delivery": delivery_fields(view, problems),
    }


def _page(
    request: HttpRequest, view: intake.DraftView, problems: dict[str, str], surface: Surface, status: int
) -> HttpResponse:
    was_sent = status != 200
    links = error_links(view, problems, surface)
    more = {
        **overview(view, problems, surface),
        "errors": links if was_sent else [],
        "missing": links if not was_sent else [],
        "key": key_of(request),
        "declared": request.POST.get("declaration") == "yes",
        "declaration_error": problems.get("declaration", ""),
    }
    return render(request, "portal/apply/review.html", more, status=status)
