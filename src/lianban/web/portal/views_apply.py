"""From the questions to the one form: begin, fill in section by section, saved as it is typed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides import public as guides
from lianban.apps.intake import public as intake
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.application import owner_of
from lianban.web.portal.filling import discarding, filling, resuming, saving
from lianban.web.portal.surface import online
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry

WANTED = "apply_wanted"
"""What somebody wants to apply for, while they sign in."""

pages = require_http_methods(["GET", "POST"])


@never_cache
@pages
def start(request: HttpRequest) -> HttpResponse:
    """Begin an application from answers; whoever is not signed in signs in first and comes back."""
    if request.method == "POST":
        request.session[WANTED] = _wanted(request)
        return HttpResponseRedirect(request.path)
    return _begin(request)  # type: ignore[return-value]


@requires(Role.APPLICANT)
def _begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    wanted = request.session.pop(WANTED, None)
    if wanted is None:
        return redirect("portal:my_cases")
    now = entry(request).now
    draft = intake.start(owner_of(actor), wanted["chain"], wanted["answers"], wanted["notice"], now)
    return redirect("portal:apply", draft=draft)


@never_cache
@requires(Role.APPLICANT)
def resume(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Go on where something is missing."""
    return resuming(request, draft, online(actor))


@never_cache
@requires(Role.APPLICANT)
@pages
def form(request: HttpRequest, actor: Actor, draft: UUID, section: str) -> HttpResponse:
    """One section of the form."""
    return filling(request, draft, section, online(actor))


@never_cache
@require_POST
def save(request: HttpRequest, draft: UUID, section: str) -> HttpResponse:
    """Save while somebody types.

    401 when the session has ended and 409 when another device changed the same field: the page then keeps what was
    typed and says so. A way to the sign-in page would look to it like success.
    """
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    return _autosave(request, draft=draft, section=section)  # type: ignore[return-value]


@requires(Role.APPLICANT)
def _autosave(request: HttpRequest, actor: Actor, draft: UUID, section: str) -> HttpResponse:
    return saving(request, draft, section, online(actor))


@never_cache
@requires(Role.APPLICANT)
@pages
def discard(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Ask, then throw a draft away."""
    return discarding(request, draft, online(actor))


def _wanted(request: HttpRequest) -> dict[str, object]:
    """What the page before sent: the code of a notice, or a chain and the answers, each under its question's key."""
    post = request.POST
    if code := post.get("code", ""):
        told = guides.notice(code)
        return {"chain": told.chain, "answers": dict(told.answers), "notice": told.number[:60]}
    chain = catalogue.current().chain(post.get("chain", ""))
    keys = [question.key for question in chain.questions if post.get(question.key)]
    answers = {key: ",".join(post.getlist(key)) for key in keys}
    return {"chain": chain.key, "answers": answers, "notice": post.get("notice", "")[:60]}
