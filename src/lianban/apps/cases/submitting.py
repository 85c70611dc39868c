"""An application comes in: it is recorded and received in one transaction, and the applicant holds a receipt."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from lianban.apps.cases import beyond, informing, papers, plans
from lianban.apps.cases.acting import SYSTEM, By, decided, once
from lianban.apps.cases.models import CaseFile, CaseMaterial
from lianban.apps.docket import public as docket
from lianban.apps.storage.encrypted import findable
from lianban.apps.storage.wired import ports
from lianban.core.chains.plan import Marking, MergedMaterial, Need, Plan
from lianban.core.kernel.canonical import canonical_json, digest
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case.at_counter import Confirmation
from lianban.core.proceedings.chain_case.state import ChildItem, Tolerable
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.unlocking import predecessors

SHEET = "confirmation_sheet"
"""The key of the confirmation sheet that somebody signed at a window, beside the materials of the plan."""
INTERNAL_MODES = {Marking.EXEMPT: "fetched", Marking.INTERNAL: "internal"}


@dataclass(frozen=True)
class SubmittedMaterial:
    """A material as handed in. mode: uploaded, reused, commitment, counter or gap."""

    key: str
    mode: str
    file: UUID | None = None
    file_name: str = ""


@dataclass(frozen=True)
class Submission:
    """Everything an applicant hands in. applicant: account id; applicant_name: as documents call the applicant.

    confirmation: of the person at the counter, when a clerk took it down; sheet: what they signed, if they did.
    """

    chain: str
    lead_authority: str
    plan: Plan
    release: int
    values: Mapping[str, object]
    sources: Mapping[str, str]
    materials: tuple[SubmittedMaterial, ...]
    delivery: Mapping[str, str]
    applicant: UUID
    applicant_name: str
    division: str
    hall: str
    notice_number: str = ""
    channel: str = "网上"
    confirmation: Confirmation | None = None
    sheet: SubmittedMaterial | None = None


@dataclass(frozen=True)
class Receipt:
    """What the applicant holds. document: number of the 收件凭证."""

    number: str
    document: str


def submit(submission: Submission, by: By) -> Receipt:
    """Record an application and receive it. Sent twice under one key, it is one application."""
    asked = {"act": "submit", "chain": submission.chain, "applicant": str(submission.applicant)}
    return Receipt(**once(by, asked, lambda: asdict(_submit(submission, by))))


@transaction.atomic
def _submit(submission: Submission, by: By) -> Receipt:
    day = local_day(by.now)
    opening = _opening(submission, day)
    events = decided(None, "chain_case", _command(submission, opening.plan_digest, by), by.actor)
    ledger = docket.Ledger(now=by.now, request_id=by.request_id)
    opened, recorded = ledger.add(docket.Change(opening, events), by.actor)
    if by.actor.role is Role.CLERK:
        informing.tell(opened, recorded, str(submission.applicant))
    file = _keep(submission, opened)
    materials = _received(submission.plan, file)
    document = papers.receipt(opened, file, materials, by)
    received_on = ports().calendars.received_on(by.now)
    receive = c.Receive(
        at=by.now,
        document=document,
        materials=materials,
        hall=submission.hall,
        received_on=received_on if received_on != day else None,
    )
    ledger.add(docket.Change(opened, decided(opened, "chain_case", receive, SYSTEM)), SYSTEM)
    ledger.write()
    return Receipt(opened.number, document.number)


def _opening(submission: Submission, day: date) -> docket.Opening:
    return docket.Opening(
        id=docket.new_key(),
        number=docket.chain_number(submission.division, day),
        procedure="chain_case",
        title=submission.plan.name,
        chain=submission.chain,
        authority=submission.lead_authority,
        hall=submission.hall,
        applicant=submission.applicant,
        plan_digest=digest(submission.plan),
    )


def _command(submission: Submission, plan_digest: str, by: By) -> c.Submit:
    plan = submission.plan
    return c.Submit(
        at=by.now,
        chain=submission.chain,
        name=plan.name,
        lead_authority=submission.lead_authority,
        applicant=str(submission.applicant),
        plan=plan_digest,
        values=findable(canonical_json(submission.values).decode()),
        items=children(plan),
        tolerable=tolerable(plan),
        channel=submission.channel,
        promise_days=math.ceil(plan.process.promise),
        told=beyond.told(plan, [each.key for each in submission.materials]),
        confirmation=submission.confirmation,
    )


def children(plan: Plan) -> tuple[ChildItem, ...]:
    """Return the items of a plan as the application knows them, predecessors by the plan's edges."""
    needed = [item for item in plan.items if item.need is not Need.NOT_NEEDED]
    keys, before = {item.key for item in needed}, predecessors(plan.process.edges)
    return tuple(
        ChildItem(
            item=item.key,
            name=item.name,
            authority=item.authority,
            on_the_spot=item.on_the_spot,
            predecessors=tuple(dict.fromkeys(each for each in before.get(item.key, ()) if each in keys)),
        )
        for item in needed
    )


def tolerable(plan: Plan) -> tuple[Tolerable, ...]:
    """Return the materials of a plan that may come later."""
    return tuple(
        Tolerable(material=each.key, name=each.name, items=tuple(dict.fromkeys(use.item for use in each.uses)))
        for each in plan.materials
        if each.tolerable
    )


def _keep(submission: Submission, opened: docket.Loaded) -> CaseFile:
    plans.keep(submission.plan, opened.plan_digest)
    file = CaseFile.objects.create(
        proceeding_id=opened.id,
        plan_id=opened.plan_digest,
        release=submission.release,
        values=json.loads(canonical_json(submission.values)),
        sources=dict(submission.sources),
        applicant_name=submission.applicant_name,
        delivery=dict(submission.delivery),
        notice_number=submission.notice_number,
    )
    internal = (
        SubmittedMaterial(m.key, INTERNAL_MODES[m.marking])
        for m in submission.plan.materials
        if m.marking in INTERNAL_MODES and m.need is not Need.NOT_NEEDED
    )
    sheet = filter(None, (submission.sheet,))
    add_materials(file, (*submission.materials, *sheet, *internal), opened.opened_at)
    return file


def add_materials(file: CaseFile, materials: Iterable[SubmittedMaterial], now: datetime) -> None:
    """Put materials into a file."""
    CaseMaterial.objects.bulk_create(
        CaseMaterial(case=file, key=m.key, mode=m.mode, file=m.file, file_name=m.file_name, supplied_at=now)
        for m in materials
    )


def _received(plan: Plan, file: CaseFile) -> tuple[c.ReceivedMaterial, ...]:
    merged = {each.key: each for each in plan.materials}
    keys = dict.fromkeys(each.key for each in handed_in(file).order_by("id") if each.key in merged)
    return tuple(receipt_line(merged[key]) for key in keys)


def handed_in(file: CaseFile) -> QuerySet[CaseMaterial]:
    """Return what the applicant handed in: neither what offices have themselves nor what comes later."""
    return file.materials.exclude(mode__in=["internal", "gap"])


def receipt_line(material: MergedMaterial) -> c.ReceivedMaterial:
    """Return a material as the papers list it."""
    return c.ReceivedMaterial(
        material=material.key, name=material.name, form=material.form.value, copies=material.copies
    )
