"""The wording of papers: read, changed, checked against the law's list, published by a second person."""

import difflib
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.documents import public as documents
from lianban.apps.files import public as files
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.times import moment_words
from lianban.web.portal.words import paper_words
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.studio import shown
from lianban.web.studio.frame import READERS, frame, signed

KINDS = {each.name.lower().replace("_", "-"): each for each in documents.EDITABLE}
"""Papers by the last part of their addresses."""


@never_cache
@require_GET
@requires(*READERS)
def papers(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List the papers, and whose wording each has."""
    now = entry(request).now
    lines = [
        {"slug": slug, "name": paper_words(kind.value), "words": _whose(documents.template(kind, now))}
        for slug, kind in KINDS.items()
    ]
    return render(request, "studio/papers.html", {**frame(actor), "papers": lines})


@never_cache
@require_GET
@requires(*READERS)
def paper(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Show a paper's template, what the law asks of it, and its versions."""
    return _page(request, actor, kind)


@never_cache
@require_POST
@requires(*READERS)
def sample(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Show the paper as it would look; every content stands there by its name."""
    try:
        pages = documents.sample_of(_kind(kind), request.POST.get("source", ""), entry(request).now)
    except DomainError as refused:
        return _page(request, actor, kind, refused)
    return files.served(pages, files.Media.PDF, f"{kind}.pdf")


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def propose(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """Keep a changed template for a second person, or say everything that is wrong with it."""
    source, note = request.POST.get("source", "").replace("\r\n", "\n"), request.POST.get("note", "")[:300]
    try:
        documents.propose_template(_kind(kind), source, note, person=UUID(actor.person), now=entry(request).now)
    except DomainError as refused:
        return _page(request, actor, kind, refused)
    messages.success(request, _("已保存，等另一位事项管理员发布。"))
    return redirect("studio:paper", kind=kind)


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def publish(request: HttpRequest, actor: Actor, kind: str, version: UUID) -> HttpResponse:
    """Put a version into force that somebody else proposed."""
    documents.publish_template(version, person=UUID(actor.person), now=entry(request).now)
    messages.success(request, _("已发布。从现在起出具的文书用新的模板。"))
    return redirect("studio:paper", kind=kind)


def _page(request: HttpRequest, actor: Actor, slug: str, refused: DomainError | None = None) -> HttpResponse:
    kind, now = _kind(slug), entry(request).now
    current = documents.template(kind, now)
    told = {
        "slug": slug,
        "name": paper_words(kind.value),
        "words": _whose(current),
        "wanted": list(documents.wanted_of(kind).items()),
        "source": request.POST.get("source", current.source),
        "note": request.POST.get("note", ""),
        "versions": [_line(each, current, actor) for each in documents.template_versions(kind)],
        "refused": refused.message if refused else "",
        "findings": shown.findings(getattr(refused, "findings", ())),
    }
    return render(request, "studio/paper.html", {**frame(actor), **told}, status=422 if refused else 200)


def _line(view: documents.TemplateView, current: documents.TemplateView, actor: Actor) -> dict[str, object]:
    is_open = view.published_at is None and view.version > current.version
    changed = difflib.unified_diff(current.source.splitlines(), view.source.splitlines(), lineterm="", n=1)
    return {
        "id": view.id,
        "version": view.version,
        "note": view.note,
        "by": signed(view.proposed_by, view.proposed_at),
        "published": moment_words(view.published_at) if view.published_at else "",
        "changed": [line for line in list(changed)[2:] if not line.startswith("@@")] if is_open else [],
        "is_open": is_open,
        "is_own": view.proposed_by == UUID(actor.person),
    }


def _whose(view: documents.TemplateView) -> str:
    if not view.version:
        return _("随附的模板")
    return _("本地第 %(n)d 版，%(day)s发布") % {"n": view.version, "day": moment_words(view.published_at)}


def _kind(slug: str) -> documents.Kind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]
