"""The draft becomes an application."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake import drafts, fields, materials, planning
from lianban.apps.intake.errors import NotReady
from lianban.apps.intake.keeping import Keeper, find_locked
from lianban.apps.intake.models import Draft
from lianban.core.chains.plan import Plan
from lianban.core.proceedings.moments import local_day

NAMES = ("entity.name", "child.name", "applicant.name", "legal_rep.name", "mother.name")
"""What documents call the applicant by: the first of these that the form holds."""


def open_problems(keeper: Keeper, draft_id: UUID, today: date, *, declared: bool = True) -> dict[str, str]:
    """Return everything that keeps a draft from being handed in: name of the input or material → sentence."""
    view = drafts.read(keeper, draft_id, today)
    found: dict[str, str] = {}
    for section in view.sections:
        found |= drafts.problems_of(section, view.values, today)
    found |= materials.problems(view.materials)
    if view.delivery.get("way") == "post" and not view.delivery.get("address", "").strip():
        found["delivery.address"] = _("请填写邮寄地址，或改为自取。")
    if not declared:
        found["declaration"] = _("请确认所填内容和提交的材料真实有效。")
    return found


@transaction.atomic
def hand_in(owner: UUID, draft_id: UUID, by: cases.By, *, declared: bool) -> cases.Receipt:
    """Hand a finished draft in. Sent twice, it is one application.

    declared: the applicant confirmed that everything is true; that is asked anew each time.
    Raises NotReady naming every problem, NoSuchDraft.
    """
    draft = find_locked(owner, draft_id)
    if draft.case_number:
        return cases.Receipt(draft.case_number, "")
    today = local_day(by.now)
    if found := open_problems(owner, draft_id, today, declared=declared):
        raise NotReady(found)
    return submit(draft, submission_of(draft), by)


def submit(draft: Draft, submission: cases.Submission, by: cases.By) -> cases.Receipt:
    """Hand in what a locked draft holds, and keep its number."""
    receipt = cases.submit(submission, by)
    draft.case_number = receipt.number
    draft.save(update_fields=["case_number"])
    return receipt


def submission_of(draft: Draft) -> cases.Submission:
    """Return what a draft comes to."""
    plan, chain = planning.plan_of(draft), catalogue.current().chain(draft.chain)
    values = values_of(plan, draft)
    return cases.Submission(
        chain=draft.chain,
        lead_authority=chain.lead_authority,
        plan=plan,
        release=catalogue.current().release,
        values=values,
        sources={key: source for key, source in draft.sources.items() if key in values},
        materials=_materials(plan, draft),
        delivery=draft.delivery or {"way": "pickup"},
        applicant=draft.owner_id,
        applicant_name=next((str(values[key]) for key in NAMES if values.get(key)), draft.owner.name),
        division=settings.LIANBAN_DIVISION,
        hall=draft.hall or settings.LIANBAN_HALL,
        notice_number=draft.notice_number,
    )


def values_of(plan: Plan, draft: Draft) -> dict[str, object]:
    """Return what is handed in: the fields that apply, cleaned; what is in a field that no longer shows stays out."""
    facts = planning.shown_facts(plan, draft.values)
    shown = (f for f in plan.fields if planning.applies(f, facts))
    return {f.key: fields.clean(f, draft.values[f.key]) for f in shown if not fields.is_empty(draft.values.get(f.key))}


def _materials(plan: Plan, draft: Draft) -> tuple[cases.SubmittedMaterial, ...]:
    known = {material.key for material in plan.materials}
    return tuple(
        cases.SubmittedMaterial(key=each.key, mode=each.mode, file=each.file, file_name=each.file_name)
        for each in draft.materials.order_by("id")
        if each.key in known
    )
