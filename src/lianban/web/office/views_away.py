"""Being away, and who stands in: what is arranged, arranging it, taking it back."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Actor, Role
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView, anchored, with_errors
from lianban.web.office.frame import around
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work.acts import Fields, filled, wrong
from lianban.web.work.who import reader_of

pages = require_http_methods(["GET", "POST"])


@never_cache
@pages
@requires(Role.APPROVER)
def away(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who is away and who stands in; record one's own absence, or that of somebody one leads."""
    reader = reader_of(request, actor)
    fields = _fields(reader)
    if request.method == "GET":
        return _page(request, reader, fields)
    fields = filled(fields, request.POST)
    errors = wrong(fields)
    if not errors:
        try:
            organs.record_absence(_said(request, reader), by=UUID(actor.person), now=reader.now)
        except organs.AbsenceRefused as refused:
            errors = {str(refused.facts["field"]): refused.message}
        else:
            return HttpResponseRedirect(f"{reverse('office:away')}?done=recorded")
    return _page(request, reader, with_errors(fields, errors), errors, 422)


@require_POST
@requires(Role.APPROVER)
def end(request: HttpRequest, actor: Actor, absence: UUID) -> HttpResponse:
    """Take an absence of one's authority back."""
    if absence not in {each.id for each in organs.absences(actor.authority)}:
        raise Http404
    organs.end_absence(absence, by=UUID(actor.person), now=entry(request).now)
    return HttpResponseRedirect(f"{reverse('office:away')}?done=ended")


def _page(
    request: HttpRequest, reader: cases.Reader, fields: Fields, errors: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    shown = {
        "fields": fields,
        "errors": anchored(errors or {}),
        "done": {"recorded": _("已登记"), "ended": _("已提前结束")}.get(request.GET.get("done", "")),
        **_arranged(reader),
        **around(request, reader),
    }
    return render(request, "office/away.html", shown, status=status)


def _fields(reader: cases.Reader) -> Fields:
    staff = cases.colleagues(reader)
    whose = staff if organs.leads(reader.actor, reader.today) else tuple(each for each in staff if each.is_reader)
    today = reader.today.isoformat()
    others = staff if len(whose) > 1 else tuple(each for each in staff if not each.is_reader)
    fields = (
        FieldView(
            "deputy", _("谁代办"), ValueType.CHOICE, "", options=_choices(others), hint=_("本部门整个期间在岗的同事")
        ),
        FieldView("from_on", _("从哪天起"), ValueType.DATE, today),
        FieldView("until_on", _("到哪天止"), ValueType.DATE, today, hint=_("当天结束后自动恢复，不需要再操作")),
        FieldView("reason", _("原因"), max_length=200, hint=_("例如：出差、培训、休假")),
    )
    who = FieldView("person", _("谁外出"), ValueType.CHOICE, reader.actor.person, options=_choices(whose))
    return (who, *fields) if len(whose) > 1 else fields


def _choices(staff: tuple[cases.Colleague, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(each.person, each.name, _("您自己") if each.is_reader else "") for each in staff)


def _said(request: HttpRequest, reader: cases.Reader) -> organs.Away:
    posted = request.POST
    person = posted.get("person") or reader.actor.person
    held = organs.posts_of(person, reader.today)
    post = next((each for each in held if (each.role, each.authority) == (Role.APPROVER, reader.actor.authority)), None)
    if post is None:
        raise organs.AbsenceRefused("deputy", _("只有本部门的审批岗位可以登记外出。"))
    days = (date.fromisoformat(posted["from_on"]), date.fromisoformat(posted["until_on"]))
    return organs.Away(post.id, UUID(posted["deputy"]), *days, posted["reason"])


def _arranged(reader: cases.Reader) -> dict[str, object]:
    found = organs.absences(reader.actor.authority)
    people = accounts.cards({each for one in found for each in (one.person, one.deputy, one.ended_by) if each})
    leads = organs.leads(reader.actor, reader.today)

    def told(each: organs.AbsenceCard) -> dict[str, object]:
        mine = str(each.person) == reader.actor.person
        return {
            "absence": each,
            "who": people[each.person].name,
            "deputy": people[each.deputy].name,
            "ended_by": people[each.ended_by].name if each.ended_by else "",
            "now": each.holds(reader.today),
            "stands_in": str(each.deputy) == reader.actor.person,
            "may_end": (mine or leads) and not each.is_over(reader.today),
        }

    rows = [told(each) for each in found]
    return {
        "coming": [each for each in rows if not each["absence"].is_over(reader.today)],  # type: ignore[attr-defined]
        "past": [each for each in rows if each["absence"].is_over(reader.today)],  # type: ignore[attr-defined]
    }
