"""Filling the one form in, section by section, saved as it is typed; online and at a window alike."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianban.apps.intake import public as intake
from lianban.core.conditions.algebra import facts_of
from lianban.web.components.fields import anchored
from lianban.web.portal.form_fields import BUSINESS_NUMBER, named, section_fields
from lianban.web.portal.form_posting import Posted, posted_of, stamps_of, with_row
from lianban.web.portal.surface import Surface, head
from lianban.web.portal.words import spoken
from lianban.web.signin.entry import entry


def resuming(request: HttpRequest, draft: UUID, surface: Surface) -> HttpResponse:
    """Go on where something is missing."""
    view = intake.read(surface.keeper, draft, entry(request).today)
    if view.case_number:
        return redirect(surface.case, number=view.case_number)
    section = next((each for each in view.sections if each.problems), None)
    return HttpResponseRedirect(surface.section(view, section.key) if section else surface.to("apply_materials", draft))


def filling(request: HttpRequest, draft: UUID, section: str, surface: Surface) -> HttpResponse:
    """Show a section, or take it and go on."""
    here = entry(request)
    view = intake.read(surface.keeper, draft, here.today)
    if view.case_number:
        return redirect(surface.case, number=view.case_number)
    if request.method == "GET":
        return _page(request, view, section, {}, {}, surface)
    posted = posted_of(view, section, request.POST)
    saved = _save(request, draft, posted, surface)
    _fetch(request, draft, surface)
    view = intake.read(surface.keeper, draft, here.today)
    typed = {key: value for key, value in posted.typed.items() if key in saved.conflicts}
    errors = {key: _conflict(view, key, other) for key, other in saved.conflicts.items()}
    if posted.added or not _goes_on(request):
        more = with_row(typed | _rows(posted), posted.added) if posted.added else typed
        return _page(request, view, section, errors, more, surface)
    found = next((each for each in view.sections if each.key == section), None)
    if found and "leave" not in request.POST:
        errors = intake.problems_of(named(found), view.values, here.today) | errors
    if errors:
        return _page(request, view, section, errors, typed, surface, status=422)
    return _onward(request, view, section, surface)


def saving(request: HttpRequest, draft: UUID, section: str, surface: Surface) -> HttpResponse:
    """Save while somebody types; 409 when another device changed the same field."""
    view = intake.read(surface.keeper, draft, entry(request).today)
    saved = _save(request, draft, posted_of(view, section, request.POST), surface)
    return HttpResponse(status=409 if saved.conflicts else 204)


def discarding(request: HttpRequest, draft: UUID, surface: Surface) -> HttpResponse:
    """Ask, then throw a draft away."""
    view = intake.read(surface.keeper, draft, entry(request).today)
    if request.method == "POST":
        intake.discard(surface.keeper, draft)
        messages.success(request, _("草稿已删除，上传过的文件还在您的材料库里。"))
        return redirect(surface.home)
    return render(request, "portal/apply/discard.html", head(view, "form", surface))


def _save(request: HttpRequest, draft: UUID, posted: Posted, surface: Surface) -> intake.Saved:
    return intake.save(
        surface.keeper,
        draft,
        posted.typed,
        entry(request).now,
        base_version=posted.version,
        page=posted.page,
        untouched=posted.untouched,
    )


def _fetch(request: HttpRequest, draft: UUID, surface: Surface) -> None:
    """Fill in what a register knows, when a button asked for it, and say what came of it."""
    keeper, now = surface.keeper, entry(request).now
    if "fetch" in request.POST:
        number = request.POST.get(BUSINESS_NUMBER, "")
        before = intake.read(keeper, draft, entry(request).today).sources
        notes = intake.fetch_business(keeper, draft, number, now)
        after = intake.read(keeper, draft, entry(request).today).sources
        none = _("登记信息里没有查到这个代码，请核对，或自己填写。")
        _tell(request, notes or (() if before != after else (none,)))
    if role := request.POST.get("me"):
        _tell(request, intake.fill_in_own(keeper, draft, role, now))


def _tell(request: HttpRequest, notes: tuple[str, ...]) -> None:
    for note in notes or (_("已填入，请核对。"),):
        messages.info(request, note)


def _goes_on(request: HttpRequest) -> bool:
    """Whether the section is finished; every other button stays on the page."""
    stays = ("remove", "update", "fetch", "me")
    return not any(name in request.POST or name in request.GET for name in stays)


def _rows(posted: Posted) -> dict[str, object]:
    return {posted.added: posted.typed[posted.added]} if posted.added in posted.typed else {}


def _onward(request: HttpRequest, view: intake.DraftView, section: str, surface: Surface) -> HttpResponse:
    if "leave" in request.POST:
        messages.success(request, surface.kept)
        return redirect(surface.home)
    keys = [each.key for each in view.sections]
    order = [each.key for each in view.plan.sections]
    later = [key for key in keys if order.index(key) > order.index(section)] if section in order else keys
    return HttpResponseRedirect(surface.section(view, later[0]) if later else surface.to("apply_materials", view.id))


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
    surface: Surface,
    status: int = 200,
) -> HttpResponse:
    found = next((each for each in view.sections if each.key == section), None)
    if found is None:
        return HttpResponseRedirect(surface.to("apply", view.id))
    values = {**view.values, **typed}
    fields = section_fields(view, found, values, errors)
    steering = _steering(view)
    more = {
        **head(view, "form", surface),
        "section": found,
        "title": spoken(found.title, found.title_en),
        "fields": [(field, field.name in steering) for field in fields],
        "errors": anchored(errors),
        "parts": _parts(view, section, surface),
        "shown": stamps_of(found, view.values),
        "page_word": request.POST.get("page") or uuid4().hex,
        "helpers": _helpers(view, found),
        **_place(view, section, surface),
    }
    return render(request, "portal/apply/form.html", more, status=status)


def _steering(view: intake.DraftView) -> frozenset[str]:
    """The fields on which it hangs which others show or must be filled; once answered, the plan counts with them."""
    fields = [field for section in view.plan.sections for field in section.fields]
    open_facts = {fact for field in fields for fact in (*facts_of(field.when), *facts_of(field.required))}
    return frozenset(open_facts | set(view.plan.facts))


def _parts(view: intake.DraftView, section: str, surface: Surface) -> list[dict[str, object]]:
    return [
        {
            "name": spoken(each.title, each.title_en),
            "address": surface.section(view, each.key),
            "current": each.key == section,
            "done": not each.problems,
            "left": ngettext("还差 %(n)s 项", "还差 %(n)s 项", each.problems) % {"n": each.problems},
        }
        for each in view.sections
    ]


def _place(view: intake.DraftView, section: str, surface: Surface) -> dict[str, object]:
    keys = [each.key for each in view.sections]
    place = keys.index(section)
    before = surface.section(view, keys[place - 1]) if place else ""
    return {"place": place + 1, "total": len(keys), "before": before}


def _helpers(view: intake.DraftView, section: intake.FormSection) -> dict[str, object]:
    """Which buttons save typing: from the business register, from one's own particulars."""
    keys = {field.key for field in section.fields}
    empty = [key for key in keys if key.endswith((".name", ".id_no")) and intake.is_empty(view.values.get(key))]
    roles = {key.partition(".")[0] for key in empty if f"{key.partition('.')[0]}.id_no" in keys}
    roles |= {"contact"} & {key.partition(".")[0] for key in empty}
    return {"business": BUSINESS_NUMBER in keys, "roles": sorted(roles - {"child", "entity"})}
