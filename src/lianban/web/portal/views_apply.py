"""From the questions to the one form: begin, fill in section by section, saved as it is typed."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides import public as guides
from lianban.apps.intake import public as intake
from lianban.core.conditions.algebra import facts_of
from lianban.core.proceedings.events import Actor, Role
from lianban.web.portal.application import frame, owner_of, section_address
from lianban.web.portal.form_fields import BUSINESS_NUMBER, named, section_fields
from lianban.web.portal.form_posting import Posted, posted_of, stamps_of, with_row
from lianban.web.portal.words import spoken
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
    view = intake.read(owner_of(actor), draft, entry(request).today)
    if view.case_number:
        return redirect("portal:case", number=view.case_number)
    section = next((each for each in view.sections if each.problems), None)
    return redirect(section_address(view, section.key)) if section else redirect("portal:apply_materials", draft=draft)


@never_cache
@requires(Role.APPLICANT)
@pages
def form(request: HttpRequest, actor: Actor, draft: UUID, section: str) -> HttpResponse:
    """One section of the form."""
    owner, here = owner_of(actor), entry(request)
    view = intake.read(owner, draft, here.today)
    if view.case_number:
        return redirect("portal:case", number=view.case_number)
    if request.method == "GET":
        return _page(request, view, section, {}, {})
    posted = posted_of(view, section, request.POST)
    saved = _save(request, actor, draft, posted)
    _fetch(request, actor, draft)
    view = intake.read(owner, draft, here.today)
    typed = {key: value for key, value in posted.typed.items() if key in saved.conflicts}
    errors = {key: _conflict(view, key, other) for key, other in saved.conflicts.items()}
    if posted.added or not _goes_on(request):
        return _page(
            request, view, section, errors, with_row(typed | _rows(posted), posted.added) if posted.added else typed
        )
    found = next((each for each in view.sections if each.key == section), None)
    if found:
        errors = intake.problems_of(named(found), view.values, here.today) | errors
    if errors and "leave" not in request.POST:
        return _page(request, view, section, errors, typed, status=422)
    return _onward(request, view, section)


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
    view = intake.read(owner_of(actor), draft, entry(request).today)
    saved = _save(request, actor, draft, posted_of(view, section, request.POST))
    return HttpResponse(status=409 if saved.conflicts else 204)


@never_cache
@requires(Role.APPLICANT)
@pages
def discard(request: HttpRequest, actor: Actor, draft: UUID) -> HttpResponse:
    """Ask, then throw a draft away."""
    view = intake.read(owner_of(actor), draft, entry(request).today)
    if request.method == "POST":
        intake.discard(owner_of(actor), draft)
        messages.success(request, _("草稿已删除，上传过的文件还在您的材料库里。"))
        return redirect("portal:my_cases")
    return render(request, "portal/apply/discard.html", frame(view, "form"))


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


def _save(request: HttpRequest, actor: Actor, draft: UUID, posted: Posted) -> intake.Saved:
    return intake.save(
        owner_of(actor),
        draft,
        posted.typed,
        entry(request).now,
        base_version=posted.version,
        page=posted.page,
        untouched=posted.untouched,
    )


def _fetch(request: HttpRequest, actor: Actor, draft: UUID) -> None:
    """Fill in what a register knows, when a button asked for it, and say what came of it."""
    owner, now = owner_of(actor), entry(request).now
    if "fetch" in request.POST:
        number = request.POST.get(BUSINESS_NUMBER, "")
        before = intake.read(owner, draft, entry(request).today).sources
        notes = intake.fetch_business(owner, draft, number, now)
        after = intake.read(owner, draft, entry(request).today).sources
        none = _("登记信息里没有查到这个代码，请核对，或自己填写。")
        _tell(request, notes or (() if before != after else (none,)))
    if role := request.POST.get("me"):
        _tell(request, intake.fill_in_own(owner, draft, role, now))


def _tell(request: HttpRequest, notes: tuple[str, ...]) -> None:
    for note in notes or (_("已填入，请核对。"),):
        messages.info(request, note)


def _goes_on(request: HttpRequest) -> bool:
    """Whether the section is finished; every other button stays on the page."""
    stays = ("remove", "update", "fetch", "me")
    return not any(name in request.POST or name in request.GET for name in stays)


def _rows(posted: Posted) -> dict[str, object]:
    return {posted.added: posted.typed[posted.added]} if posted.added in posted.typed else {}


def _onward(request: HttpRequest, view: intake.DraftView, section: str) -> HttpResponse:
    if "leave" in request.POST:
        messages.success(request, _("已保存。下次从“我的办件”接着填，换一台设备也可以。"))
        return redirect("portal:my_cases")
    keys = [each.key for each in view.sections]
    order = [each.key for each in view.plan.sections]
    later = [key for key in keys if order.index(key) > order.index(section)] if section in order else keys
    return redirect(section_address(view, later[0])) if later else redirect("portal:apply_materials", draft=view.id)


def _conflict(view: intake.DraftView, key: str, other: object) -> str:
    words = other if isinstance(other, str) else _("（多项内容）")
    said = {"other": words or _("空白")}
    return _("另一台设备刚刚把这一项改成“%(other)s”。请确认这里的内容，再保存一次。") % said


def _page(
    request: HttpRequest,
    view: intake.DraftView,
    section: str,
    errors: dict[str, str],
    typed: dict[str, object],
    status: int = 200,
) -> HttpResponse:
    found = next((each for each in view.sections if each.key == section), None)
    if found is None:
        return redirect("portal:apply", draft=view.id)
    values = {**view.values, **typed}
    fields = section_fields(view, found, values, errors)
    steering = _steering(view)
    more = {
        **frame(view, "form"),
        "section": found,
        "title": spoken(found.title, found.title_en),
        "fields": [(field, field.name in steering) for field in fields],
        "errors": [{"anchor": "f-" + name.replace(".", "-"), "text": text} for name, text in errors.items()],
        "parts": _parts(view, section),
        "shown": stamps_of(found, view.values),
        "page_word": request.POST.get("page") or uuid4().hex,
        "helpers": _helpers(view, found),
        **_place(view, section),
    }
    return render(request, "portal/apply/form.html", more, status=status)


def _steering(view: intake.DraftView) -> frozenset[str]:
    """The fields on which it hangs which others show or must be filled; once answered, the plan counts with them."""
    fields = [field for section in view.plan.sections for field in section.fields]
    open_facts = {fact for field in fields for fact in (*facts_of(field.when), *facts_of(field.required))}
    return frozenset(open_facts | set(view.plan.facts))


def _parts(view: intake.DraftView, section: str) -> list[dict[str, object]]:
    return [
        {
            "name": spoken(each.title, each.title_en),
            "address": section_address(view, each.key),
            "current": each.key == section,
            "done": not each.problems,
            "left": ngettext("还差 %(n)s 项", "还差 %(n)s 项", each.problems) % {"n": each.problems},
        }
        for each in view.sections
    ]


def _place(view: intake.DraftView, section: str) -> dict[str, object]:
    keys = [each.key for each in view.sections]
    place = keys.index(section)
    before = section_address(view, keys[place - 1]) if place else ""
    return {"place": place + 1, "total": len(keys), "before": before}


def _helpers(view: intake.DraftView, section: intake.FormSection) -> dict[str, object]:
    """Which buttons save typing: from the business register, from one's own particulars."""
    keys = {field.key for field in section.fields}
    empty = [key for key in keys if key.endswith((".name", ".id_no")) and intake.is_empty(view.values.get(key))]
    roles = {key.partition(".")[0] for key in empty if f"{key.partition('.')[0]}.id_no" in keys}
    roles |= {"contact"} & {key.partition(".")[0] for key in empty}
    return {"business": BUSINESS_NUMBER in keys, "roles": sorted(roles - {"child", "entity"})}
