"""The vault (材料库): documents handed in once, used again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lianban.apps.files import public as files
from lianban.apps.intake import public as intake
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.application import owner_of
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry


@never_cache
@requires(Role.APPLICANT)
@require_safe
def vault(request: HttpRequest, actor: Actor) -> HttpResponse:
    """My documents."""
    held = intake.vault(owner_of(actor))
    cards = files.cards(one.file for one in held)
    rows = [{"held": one, "size": cards[one.file].size, "trust": _trust(cards[one.file])} for one in held]
    return render(request, "portal/vault/list.html", {"rows": rows})


@never_cache
@requires(Role.APPLICANT)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, actor: Actor, held: UUID) -> HttpResponse:
    """Ask, then take a document out."""
    found = next((one for one in intake.vault(owner_of(actor)) if one.id == held), None)
    if found is None:
        raise files.NoSuchFile
    if request.method == "POST":
        intake.remove_from_vault(owner_of(actor), held, entry(request).now)
        messages.success(request, _("已从材料库移除。"))
        return redirect("portal:vault")
    return render(request, "portal/vault/remove.html", {"held": found})


@never_cache
@requires(Role.APPLICANT)
@require_safe
def file(request: HttpRequest, actor: Actor, file: UUID) -> HttpResponse:
    """A file of one's own; anybody else's does not exist."""
    card = files.card(file)
    if card.owner != owner_of(actor):
        raise files.NoSuchFile
    return files.as_response(card, files.content_of(file), attachment="download" in request.GET)


def _trust(card: files.FileCard) -> str:
    words = {
        files.Trust.ISSUED: _("政府部门签发"),
        files.Trust.VERIFIED: _("窗口已核对原件"),
    }
    return words.get(card.trust, _("自己上传"))
