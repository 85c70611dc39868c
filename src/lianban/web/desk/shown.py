"""A case as the window looks at it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.core.chains.plan import MergedMaterial, Need
from lianban.core.items.model import ServiceItem
from lianban.core.proceedings.chain_case.state import Stage
from lianban.web.components.fields import Choice
from lianban.web.components.language import is_english
from lianban.web.desk import beyond
from lianban.web.portal.words import form_words, join, listed, name_of, named, spoken
from lianban.web.work import together
from lianban.web.work.clocks import badge
from lianban.web.work.records import entries, papers

NOT_CHECKED = ("internal", "fetched")
MISSING = "missing"
OPEN_STAGES = (Stage.SUBMITTED, Stage.RECEIVED)


@dataclass(frozen=True, slots=True)
class Check:
    """One material to look at. standard: what makes it acceptable, in the words of each authority that wants it.

    ok: None until somebody looked. free: nothing to look at, the state has it already.
    """

    place: int
    key: str
    name: str
    mode: str
    mode_name: str
    tone: str
    form: str
    standard: tuple[tuple[str, str], ...]
    guidance: str
    files: tuple[tuple[str, str], ...]
    ok: bool | None
    note: str
    free: bool
    tolerable: bool

    @property
    def is_here(self) -> bool:
        """Whether something was handed in that can be looked at."""
        return not self.free and self.mode not in (MISSING, "perhaps", "gap")


def case_context(view: cases.CaseView, slug: str) -> dict[str, Any]:
    """Return everything the pages of one case show."""
    address = partial(paper_address, view.number)
    checked = checks(view)
    return {
        "view": view,
        "is_open": view.stage in OPEN_STAGES,
        "clock": badge(view.answer or view.clock),
        "sections": sections(view.sections),
        "checks": [each for each in checked if not each.free],
        "free": [each for each in checked if each.free],
        "looked": sum(each.ok is not None for each in checked if not each.free),
        "lacking": lacking(view),
        "lanes": lanes(view),
        "results": results(view),
        "papers": papers(view, address),
        "licences": [{"licence": each, "address": address(each.document_id)} for each in view.licences],
        "entries_log": entries(view, address),
        "together": together.shown(view.jointly.called),
        "slug": slug,
        "here": reverse("desk:case", args=[slug, view.number]),
    }


def sections(views: Iterable[cases.SectionView]) -> list[dict[str, object]]:
    """Return the sections of a form, each with its values."""
    return [{"title": spoken(each.title, each.title_en), "rows": rows(each.fields)} for each in views]


def paper_address(number: str, document: UUID) -> str:
    """Return where the window opens a document of a case."""
    return reverse("desk:paper", args=[number, document])


def rows(fields: Iterable[cases.FieldView]) -> list[dict[str, object]]:
    """Return form values as the summary list draws them; a group has one line per row."""
    shown: list[dict[str, object]] = []
    for each in fields:
        label = spoken(each.label, each.label_en)
        if not each.rows:
            shown.append({"key": label, "value": spoken(each.value, each.value_en), "source": each.source})
        for place, row in enumerate(each.rows_en if is_english() else each.rows, 1):
            said = listed(f"{name} {value}" for name, value in row if value)
            shown.append({"key": f"{label} {place}", "value": said, "source": each.source})
    return shown


def checks(view: cases.CaseView) -> list[Check]:
    """Return the materials in the order they are looked at, what needs eyes first."""
    planned = {each.key: each for each in (*view.plan.materials, *beyond.materials(view))}
    items = catalogue.current().items
    made = [_check(each, planned[each.key], view.number, items) for each in view.materials if each.key in planned]
    ordered = sorted(made, key=lambda check: check.free)
    return [replace(check, place=place) for place, check in enumerate(ordered, 1)]


def lacking(view: cases.CaseView) -> list[Check]:
    """Return the materials that are missing or were found wanting."""
    return [each for each in checks(view) if each.ok is False or (each.mode == MISSING and not each.free)]


def results(view: cases.CaseView) -> list[dict[str, object]]:
    """Return what may be handed over now: decided and not delivered yet."""
    return [
        {"item": each, "done": each.outcome == "granted"} for each in view.items if each.outcome and not each.delivered
    ]


def clock_address(item: cases.ItemView) -> str:
    """Return where the window opens an item's clock certificate."""
    return reverse("desk:clock", args=[item.number])


def lanes(
    view: cases.CaseView, certificate: Callable[[cases.ItemView], str] = clock_address
) -> list[dict[str, object]]:
    """Return the items with their clocks. certificate: where whoever looks opens an item's, or empty."""
    shown = view.items or view.planned
    names = {each.item: each.name for each in shown}
    return [
        {
            "item": each,
            "clock": badge(each.clock, certificate(each) if each.accepted_on else ""),
            "waits": join([named(names.get(key, key)) for key in each.waits_for]),
        }
        for each in shown
    ]


def subjects(view: cases.CaseView) -> tuple[Choice, ...]:
    """Return what may be asked to be corrected: materials the applicant hands in, then fields of the form."""
    asked = [each for each in view.materials if each.mode not in NOT_CHECKED]
    things = [Choice(each.key, name_of(each)) for each in asked]
    fields = [
        Choice(field.key, _("表单：%(name)s") % {"name": spoken(field.label, field.label_en)})
        for section in view.sections
        for field in section.fields
    ]
    return (*things, *fields)


def subject_name(view: cases.CaseView, subject: str) -> str:
    """Return what a material or field is called."""
    known = {each.key: each.name for each in view.materials}
    known |= {field.key: field.label for section in view.sections for field in section.fields}
    return known.get(subject, subject)


def _check(each: cases.MaterialView, planned: MergedMaterial, number: str, items: Mapping[str, ServiceItem]) -> Check:
    free = each.mode in NOT_CHECKED
    mode = "perhaps" if each.mode == MISSING and planned.need is Need.POSSIBLE else each.mode
    return Check(
        place=0,
        key=each.key,
        name=name_of(each),
        mode=mode,
        mode_name=_modes().get(mode, mode),
        tone={"missing": "soon", "gap": "soon"}.get(mode, "done" if free else "info"),
        form=form_words(planned),
        standard=_standards(planned, items),
        guidance=each.guidance,
        files=tuple((name, reverse("desk:file", args=[number, file])) for file, name in each.files),
        ok=each.checked,
        note=each.check_note,
        free=free,
        tolerable=planned.tolerable,
    )


def _standards(planned: MergedMaterial, items: Mapping[str, ServiceItem]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for use in planned.uses:
        item = items.get(use.item)
        need = next((each for each in item.materials if each.key == use.material), None) if item else None
        if item and need and need.acceptance_standard:
            found.setdefault(need.acceptance_standard, item.name)
    return tuple((name, standard) for standard, name in found.items())


def _modes() -> dict[str, str]:
    return {
        "uploaded": _("网上已传"),
        "reused": _("从材料库调用"),
        "fetched": _("系统已核验"),
        "internal": _("内部流转"),
        "commitment": _("告知承诺"),
        "counter": _("窗口收取"),
        "gap": _("申请容缺"),
        MISSING: _("尚未提交"),
        "perhaps": _("视情况提交"),
        "form": _("申请表"),
    }
