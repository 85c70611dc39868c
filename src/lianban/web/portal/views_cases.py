"""My space: what is under way, one case, its documents, taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lianban.apps.cases import public as cases
from lianban.apps.documents import public as documents
from lianban.apps.intake import public as intake
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.fields import FieldView
from lianban.web.components.numbers import whole_number
from lianban.web.components.times import day_words
from lianban.web.portal import case_page
from lianban.web.portal.application import crumbs, owner_of
from lianban.web.portal.materials_page import mode_words
from lianban.web.portal.qr import qr
from lianban.web.portal.words import name_of, state_words
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work import opening
from lianban.web.work.clocks import badge
from lianban.web.work.who import by_of, key_of, reader_of

COMPOSITE = documents.PaperKind.COMPOSITE.value
PAPER_READERS = (Role.APPLICANT, Role.CLERK, Role.ISSUER, Role.APPROVER, Role.SUPERVISOR)
ENDED = (gettext_noop("撤销"), gettext_noop("注销"), gettext_noop("失效"), gettext_noop("暂扣"), gettext_noop("吊销"))
"""States of a licence that no longer holds, for whoever reads English."""
RECENT = 8
"""So much of the story is open; the rest is folded."""


@never_cache
@requires(Role.APPLICANT)
@require_safe
def my_cases(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everything I began or handed in."""
    mine = reader_of(request, actor)
    rows = cases.my_cases(mine)
    more = {
        "drafts": intake.open_drafts(owner_of(actor)),
        "running": [_row(row) for row in rows if row.closed_at is None],
        "closed": [_row(row) for row in rows if row.closed_at is not None],
    }
    return render(request, "portal/cases/list.html", more)


@never_cache
@requires(Role.APPLICANT)
@require_safe
def case(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """One application: where it is, who has it, what came out."""
    mine = reader_of(request, actor)
    view = cases.case(number, mine)
    open_now = {action.action for action in view.actions if action.is_open}
    composite = next((paper for paper in view.documents if paper.kind == COMPOSITE), None)
    entries = case_page.timeline(view)
    name = name_of(view.plan)
    more = {
        "case": view,
        "title": name,
        "stage": state_words(view.stage),
        "crumbs": crumbs((name, "")),
        "facts": case_page.facts(view),
        "plan": case_page.lane_plan(view, mine),
        "entries": entries[:RECENT],
        "earlier": entries[RECENT:],
        "owed": case_page.to_supply(view) if open_now & {"supplement", "supply_gap"} else [],
        "refusals": case_page.refusals(view),
        "licences": [_licence(view.number, each) for each in case_page.licences_now(view)],
        "composite": composite,
        "papers": [paper for paper in view.documents if paper.kind != COMPOSITE],
        "materials": [_material(each) for each in view.materials],
        "delivered": bool(view.items) and all(item.delivered for item in view.items if item.outcome),
        "can_withdraw": "withdraw" in open_now,
        "own": case_page.own_acts(view),
        "can_rate": "rate" in open_now and not view.rated and case_page.is_over(view),
        "sections": view.sections,
    }
    return render(request, "portal/cases/case.html", more)


@never_cache
@requires(*PAPER_READERS)
@require_safe
def document(request: HttpRequest, actor: Actor, number: str, document: UUID) -> HttpResponse:
    """A sealed document, for those who may see its case."""
    reader = reader_of(request, actor)
    kept, view = "download" in request.GET, cases.case(number, reader)
    return opening.paper(view, document, reader, "查看文书", entry(request).request_id, attachment=kept)


@never_cache
@requires(Role.APPLICANT)
@require_safe
def composite(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """行业综合许可证: every licence of the trade on one card."""
    view = cases.case(number, reader_of(request, actor))
    paper = next((each for each in view.documents if each.kind == COMPOSITE), None)
    if paper is None:
        raise documents.NoSuchDocument
    found = documents.document(paper.id)
    address = documents.verification_url(found.verification_code)
    more = {
        "case": view,
        "card": found,
        "qr": qr(address),
        "verify": address,
        "licences": view.licences,
        "crumbs": crumbs((view.title, reverse("portal:case", args=[number])), (COMPOSITE, "")),
    }
    return render(request, "portal/cases/composite.html", more)


@never_cache
@requires(Role.APPLICANT)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """Say what follows, then take the application back."""
    view = cases.case(number, reader_of(request, actor))
    if request.method == "POST":
        reason = request.POST.get("reason", "").strip()[:500]
        expected = whole_number(request.POST.get("version", ""))
        cases.withdraw(number, reason or "申请人撤回", by_of(request, actor), expected)
        messages.success(request, _("申请已撤回。"))
        return redirect("portal:case", number=number)
    more = {
        "case": view,
        "key": key_of(request),
        "reason": FieldView("reason", _("撤回原因"), required=False),
        "consequences": [
            _("还没办完的事项停止办理；已经办好的证照仍然有效"),
            _("办理时限终止，重新申请时从头计算"),
            _("会给您出具撤回确认文书；材料还在您的材料库里"),
        ],
    }
    return render(request, "portal/cases/withdraw.html", more)


def _row(row: cases.TaskRow) -> dict[str, object]:
    return {
        "name": row.title,
        "number": row.number,
        "address": reverse("portal:case", args=[row.number]),
        "status": state_words(row.state),
        "clock": badge(row.clock),
        "opened_at": row.opened_at,
        "closed": row.closed_at is not None,
    }


def _licence(number: str, one: cases.LicenceView) -> dict[str, object]:
    paper = reverse("portal:document", args=[number, one.document_id])
    address = documents.verification_url(one.verification_code)
    check = reverse("verify:code", args=[one.verification_code])
    return {
        "name": one.name,
        "number": one.number,
        "issuer": one.authority,
        "state": "" if one.in_force else _(one.state),
        "issued_on": one.issued_on,
        "valid": _("至%(day)s") % {"day": day_words(one.valid_until)} if one.valid_until else _("长期"),
        "qr": qr(address),
        "actions": [
            {"text": _("查看"), "address": paper, "icon": "eye"},
            {"text": _("下载"), "address": f"{paper}?download=1", "icon": "download"},
            {
                "text": _("核验"),
                "address": check,
                "icon": "shield-check",
            },
            *(case_page.asks_of(one) if one.in_force else ()),
        ],
    }


def _material(one: cases.MaterialView) -> dict[str, object]:
    return {
        "name": name_of(one),
        "state": mode_words(one.mode),
        "files": one.files,
        "wrong": one.checked is False,
        "note": one.check_note if one.checked is False else "",
    }
