"""Recorded paths (这样回答 → 应当得到): list and run them, walk the guide and keep where it led."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.catalogue import public as catalogue
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.asking import read_address, write_address
from lianban.web.portal.views_guide import Surface, asking
from lianban.web.portal.words import name_of
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.studio import shown
from lianban.web.studio.answers import answers_shown
from lianban.web.studio.frame import READERS, frame, signed

RECORDING = Surface(
    guide="studio:record",
    tell="studio:keep_path",
    start="studio:paths",
    frame="studio/page.html",
    end="studio/path_end.html",
    rushed=True,
)


@never_cache
@require_GET
@requires(*READERS)
def paths(request: HttpRequest, actor: Actor, chain: str) -> HttpResponse:
    """Run every recorded path now and show how it comes out."""
    definitions = catalogue.current()
    wanted, runs = definitions.chain(chain), catalogue.run_paths(chain)
    told = {
        "chain": wanted,
        "name": name_of(wanted),
        "runs": [_run(definitions, chain, each) for each in runs],
        "broken": sum(bool(each.findings) for each in runs),
    }
    return render(request, "studio/paths.html", {**frame(actor), **told})


@never_cache
@require_GET
@requires(Role.ITEM_ADMIN)
def record(request: HttpRequest, actor: Actor, chain: str) -> HttpResponse:
    """Walk the guide; the last page asks for a name."""
    return asking(request, chain, RECORDING, frame(actor))


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def keep(request: HttpRequest, actor: Actor, chain: str) -> HttpResponse:
    """Keep where the answers led as what they must lead to."""
    here = read_address(catalogue.current().chain(chain), request.POST)
    try:
        path = catalogue.record_path(
            chain, request.POST.get("name", "")[:100], here.spelt, person=UUID(actor.person), now=entry(request).now
        )
    except DomainError as refused:
        messages.error(request, refused.message)
        return HttpResponseRedirect(write_address(reverse("studio:record", args=[chain]), here.spelt))
    messages.success(request, _("已记录“%(name)s”，以后每次发布都会核对。") % {"name": path.name})
    return redirect("studio:paths", chain=chain)


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def remove(request: HttpRequest, actor: Actor, chain: str, path: UUID) -> HttpResponse:
    """Let a path count no more."""
    catalogue.remove_path(path, person=UUID(actor.person), now=entry(request).now)
    messages.success(request, _("已停用。记录还在，只是发布时不再核对。"))
    return redirect("studio:paths", chain=chain)


def _run(definitions: catalogue.Definitions, chain: str, run: catalogue.PathRun) -> dict[str, object]:
    path, items = run.path, definitions.items
    return {
        "id": run.id,
        "name": path.name,
        "answers": answers_shown(definitions.chain(chain), path.answers),
        "items": [name_of(items[key]) for key in path.items if key in items],
        "possible": [name_of(items[key]) for key in path.possible if key in items],
        "materials": None if path.materials is None else len(path.materials),
        "findings": shown.findings(run.findings),
        "by": signed(run.person, run.recorded_at) if run.recorded_at else _("写在定义里"),
        "version": run.chain_version,
        "walk": write_address(reverse("studio:record", args=[chain]), path.answers),
    }
