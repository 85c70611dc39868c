"""The materials page: upload, use again, promise, bring later."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lianban.apps.intake import public as intake
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.application import frame, owner_of
from lianban.web.portal.circumstances import circumstances
from lianban.web.portal.materials_page import groups
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry


@never_cache
@requires(Role.APPLICANT)
@require_safe
def materials(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Everything that is handed in, and what needs nothing."""
    view = intake.read(owner_of(actor), draft, entry(request).today)
    if view.case_number:
        return redirect("portal:case", number=view.case_number)
    return _page(request, view, {})


@never_cache
@requires(Role.APPLICANT)
@require_POST
def act(request: HttpRequest, actor: Actor, draft: UUID, key: str) -> HttpResponse:
    """Do one thing about one material; what is refused is said beside it, everything else stays."""
    try:
        _obey(request, owner_of(actor), draft, key)
    except (intake.NoSuchDraft, intake.AlreadySubmitted):
        raise
    except DomainError as refused:
        view = intake.read(owner_of(actor), draft, entry(request).today)
        return _page(request, view, {key: refused.message}, status=422)
    address = reverse("portal:apply_materials", args=[draft])
    return HttpResponseRedirect(f"{address}#m-{key.replace('.', '-')}")


@never_cache
@requires(Role.APPLICANT)
@require_POST
def circumstance(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Say what a circumstance is on which materials hang."""
    fact, said = request.POST.get("fact", "")[:100], request.POST.getlist("holds")
    try:
        intake.declare(owner_of(actor), draft, fact, ",".join(each.strip() for each in said), entry(request).now)
    except intake.CircumstanceRefused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("材料清单已按您的情况更新。"))
    return redirect("portal:apply_materials", draft=draft)


class NoFile(DomainError):
    """Nothing was chosen."""

    code = "NO_FILE"


def _obey(request: HttpRequest, owner: UUID, draft: UUID, key: str) -> None:
    now, post = entry(request).now, request.POST
    if mode := post.get("mode"):
        intake.promise(owner, draft, key, mode, now)
    elif post.get("reuse"):
        intake.reuse(owner, draft, key, _uuid(post["reuse"]), now)
    elif post.get("remove"):
        intake.take_back(owner, draft, _uuid(post["remove"]), now)
    else:
        handed = request.FILES.get("file")
        if handed is None:
            raise NoFile(_("还没有选文件。请先选择文件，或拍一张照片，再点“上传”。"))
        intake.upload(owner, draft, key, handed.chunks(), handed.name or "", now)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _page(request: HttpRequest, view: intake.DraftView, errors: dict[str, str], status: int = 200) -> HttpResponse:
    found, asked = groups(view, errors), circumstances(view)
    more = {
        **frame(view, "materials"),
        "groups": found,
        "circumstances": asked,
        "unsaid": [one for one in asked if not one.said],
        "left": sum(1 for line in found["wanted"] if not line.done),
        "errors": [{"anchor": f"m-{key.replace('.', '-')}", "text": text} for key, text in errors.items()],
    }
    return render(request, "portal/apply/materials.html", more, status=status)
