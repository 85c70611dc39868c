"""Hand in what was asked: corrections, and materials accepted as outstanding."""

from collections.abc import Iterator, Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lianban.apps.cases import public as cases
from lianban.apps.intake import public as intake
from lianban.core.chains.plan import MergedField, Plan
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.fields import FieldView, anchor, anchored
from lianban.web.portal.application import owner_of
from lianban.web.portal.case_page import to_supply
from lianban.web.portal.form_fields import field_view
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work.who import by_of, key_of, reader_of

COUNTER = "counter"


@never_cache
@requires(Role.APPLICANT)
@require_http_methods(["GET", "POST"])
def supply(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """One page with everything that was asked; what was uploaded stays in the vault even when another part fails."""
    view = cases.case(number, reader_of(request, actor))
    owed = to_supply(view)
    if not owed:
        return redirect("portal:case", number=number)
    if request.method == "GET":
        return _page(request, view, owed, {}, {})
    fields = {key: field for key, _name, _text in owed if (field := _field(view.plan, key))}
    values = {key: intake.read_field(field, request.POST) for key, field in fields.items()}
    errors = _problems(request, fields, values)
    handed = dict(_handed(request, actor, [key for key, _n, _t in owed if key not in fields], errors))
    if errors:
        return _page(request, view, owed, errors, values, status=422)
    _send(request, actor, view, values, tuple(handed.values()))
    messages.success(request, _("已补充，窗口会继续办理。"))
    return redirect("portal:case", number=number)


def _send(
    request: HttpRequest,
    actor: Actor,
    view: cases.CaseView,
    values: Mapping[str, object],
    handed: tuple[cases.SubmittedMaterial, ...],
) -> None:
    if view.stage == "correcting":
        subjects = [*values, *(each.key for each in handed)]
        cases.supplement(view.number, subjects, values, handed, by_of(request, actor))
    else:
        cases.supply_gap(view.number, handed, by_of(request, actor))


def _problems(request: HttpRequest, fields: Mapping[str, MergedField], values: Mapping[str, object]) -> dict[str, str]:
    section = intake.FormSection("", "", "", tuple(fields.values()), frozenset(fields), 0)
    return intake.problems_of(section, values, entry(request).today)


def _handed(
    request: HttpRequest, actor: Actor, keys: list[str], errors: dict[str, str]
) -> Iterator[tuple[str, cases.SubmittedMaterial]]:
    """Yield what is handed in of each material; adds what is wrong to the errors."""
    owner, now = owner_of(actor), entry(request).now
    vault = {str(held.id): held for held in intake.vault(owner)}
    for key in keys:
        file, chosen = request.FILES.get(key), vault.get(request.POST.get(f"{key}.held", ""))
        try:
            if file is not None:
                held = intake.keep(owner, key, file.chunks(), file.name or "", now)
                yield key, cases.SubmittedMaterial(key, "uploaded", held.file, held.file_name)
            elif chosen:
                yield key, cases.SubmittedMaterial(key, "reused", chosen.file, chosen.file_name)
            elif request.POST.get(f"{key}.held") == COUNTER:
                yield key, cases.SubmittedMaterial(key, COUNTER)
            else:
                errors[key] = _("请上传这份材料，选用材料库里的，或选择带到窗口。")
        except DomainError as refused:
            errors[key] = refused.message


def _field(plan: Plan, key: str) -> MergedField | None:
    return next((field for section in plan.sections for field in section.fields if field.key == key), None)


def _page(
    request: HttpRequest,
    view: cases.CaseView,
    owed: list[tuple[str, str, str]],
    errors: dict[str, str],
    values: Mapping[str, object],
    status: int = 200,
) -> HttpResponse:
    vault = intake.vault(request.user.pk)
    more = {
        "case": view,
        "key": key_of(request),
        "parts": [
            {
                "key": key,
                "anchor": anchor(key),
                "name": name,
                "text": text,
                "field": _shown(view.plan, key, values, errors),
                "held": [held for held in vault if held.kind == key],
                "error": errors.get(key, ""),
            }
            for key, name, text in owed
        ],
        "errors": anchored(errors),
    }
    return render(request, "portal/cases/supply.html", more, status=status)


def _shown(plan: Plan, key: str, values: Mapping[str, object], errors: Mapping[str, str]) -> FieldView | None:
    field = _field(plan, key)
    if field is None:
        return None
    return field_view(field, values.get(key), required=True, source="", plan=plan, errors=errors)
