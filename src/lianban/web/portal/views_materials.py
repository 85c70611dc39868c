"""The materials page: upload, use again, promise, bring later."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lianban.apps.intake import public as intake
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.circumstances import circumstances
from lianban.web.portal.materials_page import groups, row_anchor
from lianban.web.portal.surface import Surface, head, online
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry


@never_cache
@requires(Role.APPLICANT)
@require_safe
def materials(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Everything that is handed in, and what needs nothing."""
    return listing(request, draft, online(actor))


@never_cache
@requires(Role.APPLICANT)
@require_POST
def act(request: HttpRequest, actor: Actor, draft: UUID, key: str) -> HttpResponse:
    """Do one thing about one material."""
    return acting(request, draft, key, online(actor))


@never_cache
@requires(Role.APPLICANT)
@require_POST
def circumstance(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Say what a circumstance is on which materials hang."""
    return stating(request, draft, online(actor))


def listing(request: HttpRequest, draft: UUID, surface: Surface) -> HttpResponse:
    """Show the set of materials of a draft."""
    view = intake.read(surface.keeper, draft, entry(request).today)
    if view.case_number:
        return redirect(surface.case, number=view.case_number)
    return _page(request, view, {}, surface)


def acting(request: HttpRequest, draft: UUID, key: str, surface: Surface) -> HttpResponse:
    """Do one thing about one material; what is refused is said beside it, everything else stays."""
    try:
        _obey(request, surface.keeper, draft, key)
    except (intake.NoSuchDraft, intake.AlreadySubmitted):
        raise
    except DomainError as refused:
        view = intake.read(surface.keeper, draft, entry(request).today)
        return _page(request, view, {key: refused.message}, surface, status=422)
    return HttpResponseRedirect(f"{surface.to('apply_materials', draft)}#{row_anchor(key)}")


def stating(request: HttpRequest, draft: UUID, surface: Surface) -> HttpResponse:
    """Take what was said of a circumstance."""
    fact, said = request.POST.get("fact", "")[:100], request.POST.getlist("holds")
    try:
        intake.declare(surface.keeper, draft, fact, ",".join(each.strip() for each in said), entry(request).now)
    except intake.CircumstanceRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("材料清单已按您的情况更新。"))
    return HttpResponseRedirect(surface.to("apply_materials", draft))


class NoFile(DomainError):
    """Nothing was chosen."""

    code = "NO_FILE"


def _obey(request: HttpRequest, keeper: intake.Keeper, draft: UUID, key: str) -> None:
    now, post = entry(request).now, request.POST
    if mode := post.get("mode"):
        intake.promise(keeper, draft, key, mode, now)
    elif post.get("reuse"):
        intake.reuse(keeper, draft, key, _uuid(post["reuse"]), now)
    elif post.get("remove"):
        intake.take_back(keeper, draft, _uuid(post["remove"]), now)
    else:
        handed = request.FILES.get("file")
        if handed is None:
            raise NoFile(_("还没有选文件。请先选择文件，或拍一张照片，再点“上传”。"))
        intake.upload(keeper, draft, key, handed.chunks(), handed.name or "", now)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _page(
    request: HttpRequest, view: intake.DraftView, errors: dict[str, str], surface: Surface, status: int = 200
) -> HttpResponse:
    found, asked = groups(view, errors, at_counter=surface.at_counter), circumstances(view)
    more = {
        **head(view, "materials", surface),
        "groups": found,
        "circumstances": asked,
        "unsaid": [one for one in asked if not one.said],
        "left": sum(1 for line in found["wanted"] if not line.done),
        "errors": [{"anchor": row_anchor(key), "text": text} for key, text in errors.items()],
    }
    return render(request, "portal/apply/materials.html", more, status=status)
