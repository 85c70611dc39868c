"""Changed definitions: uploaded by one administrator, published by another who has seen the difference."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.catalogue import public as catalogue
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.words import name_of
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.studio import shown
from lianban.web.studio.frame import READERS, editor, frame, signed

LARGEST = 2_000_000


@never_cache
@require_GET
@requires(*READERS)
def changes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what waits for a second person, and where to upload."""
    return _list(request, actor)


def _list(request: HttpRequest, actor: Actor, refused: DomainError | None = None, status: int = 200) -> HttpResponse:
    found = getattr(refused, "findings", ())
    told = {
        "changes": [_line(each) for each in catalogue.open_changes()],
        "refused": refused.message if refused else "",
        "findings": shown.findings(found),
    }
    return render(request, "studio/changes.html", {**frame(actor), **told}, status=status)


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def propose(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take an uploaded definition, or say everything that is wrong with it."""
    file = request.FILES.get("file")
    text = file.read(LARGEST).decode("utf-8", "replace") if file else request.POST.get("text", "")
    try:
        made = catalogue.propose(text, editor(actor), entry(request).now)
    except DomainError as refused:
        return _list(request, actor, refused, status=422)
    return redirect("studio:change", change=made)


@never_cache
@require_GET
@requires(*READERS)
def change(request: HttpRequest, actor: Actor, change: UUID) -> HttpResponse:
    """Show what a change changes and what is wrong with it."""
    view = catalogue.change(change)
    told = {
        **_line(view),
        "change": view,
        "findings": shown.findings(view.findings),
        "is_own": view.person == UUID(actor.person),
        "is_overtaken": view.version != view.based_on,
    }
    return render(request, "studio/change.html", {**frame(actor), **told})


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def publish(request: HttpRequest, actor: Actor, change: UUID) -> HttpResponse:
    """Publish what another administrator proposed."""
    view = catalogue.change(change)
    catalogue.publish_change(change, editor(actor), entry(request).now)
    messages.success(request, _("“%(name)s”已发布。正在办理的件仍按受理时的版本。") % {"name": name_of(view)})
    return redirect(f"studio:{view.kind}", key=view.key)


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def take_back(request: HttpRequest, actor: Actor, change: UUID) -> HttpResponse:
    """Take a change back."""
    catalogue.take_back_change(change, editor(actor), entry(request).now)
    messages.success(request, _("已撤回。"))
    return redirect("studio:changes")


def _line(view: catalogue.ChangeView) -> dict[str, object]:
    return {
        "id": view.id,
        "name": name_of(view),
        "kind": _("一件事") if view.kind == "chain" else _("事项"),
        "by": signed(view.person, view.proposed_at),
        "count": len(view.differences),
        "warnings": len(view.findings),
    }
