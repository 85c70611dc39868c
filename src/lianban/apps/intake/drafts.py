"""Beginning, saving, reading a draft."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake import fields, materials, planning, prefilling
from lianban.apps.intake.keeping import Keeper, find, find_open, kept_by
from lianban.apps.intake.models import Draft
from lianban.apps.intake.values import DraftCard, DraftView, FormSection, Saved
from lianban.core.chains.plan import Plan, Section


def read(keeper: Keeper, draft_id: UUID, today: date) -> DraftView:
    """Return a draft with the sections and materials that apply now. Raises NoSuchDraft."""
    draft = find(keeper, draft_id)
    plan = planning.plan_of(draft)
    return DraftView(
        id=draft.pk,
        chain=draft.chain,
        name=plan.name,
        name_en=plan.name_en,
        version=draft.version,
        plan=plan,
        answers=draft.answers,
        declared=draft.declared,
        values=draft.values,
        sources=draft.sources,
        delivery=draft.delivery,
        sections=sections(plan, draft.values, today),
        materials=materials.rows(draft, plan),
        notice_number=draft.notice_number,
        changed_at=draft.changed_at,
        case_number=draft.case_number,
    )


@transaction.atomic
def save(
    keeper: Keeper,
    draft_id: UUID,
    typed: Mapping[str, object],
    now: datetime,
    *,
    base_version: int | None = None,
    page: str = "",
    untouched: Collection[str] = (),
) -> Saved:
    """Save what was typed, field by field, right or wrong; nothing typed is lost.

    typed: element key → value as read. base_version: of the page; a field that another page changed since then to
    something else is left alone and returned as a conflict. page: a word made when the page was shown; what the same
    page sends again is no conflict. untouched: fields that still say what the page showed: another page's news stay.
    Raises NoSuchDraft, AlreadySubmitted.
    """
    draft = find_open(keeper, draft_id)
    since = base_version if base_version is not None else draft.version
    taken, conflicts = _sorted_out(draft, typed, since, page, untouched)
    if taken:
        _write(draft, taken, page, now)
    return Saved(draft.version, conflicts)


def _sorted_out(
    draft: Draft, typed: Mapping[str, object], since: int, page: str, untouched: Collection[str]
) -> tuple[dict[str, object], dict[str, object]]:
    """Return what is to be written, and what another page has changed since: key → the value it has now."""
    taken: dict[str, object] = {}
    conflicts: dict[str, object] = {}
    for key, value in typed.items():
        held = draft.values.get(key)
        if held == value or (fields.is_empty(value) and fields.is_empty(held)):
            continue
        changed_in, changed_by = draft.revisions.get(key, (0, ""))
        is_own = bool(page) and changed_by == page
        if is_own or (key not in untouched and changed_in <= since):
            taken[key] = value
        elif key not in untouched:
            conflicts[key] = held
    return taken, conflicts


def _write(draft: Draft, taken: Mapping[str, object], page: str, now: datetime) -> None:
    draft.version, draft.changed_at = draft.version + 1, now
    draft.values = {**draft.values, **taken}
    draft.revisions = {**draft.revisions, **dict.fromkeys(taken, (draft.version, page))}
    draft.sources = {key: source for key, source in draft.sources.items() if key not in taken}
    draft.save(update_fields=["values", "revisions", "sources", "version", "changed_at"])


@transaction.atomic
def fill_in_own(keeper: Keeper, draft_id: UUID, role: str, now: datetime) -> tuple[str, ...]:
    """Fill in the owner's own particulars for a role (mother, finance, …); returns what failed, in words."""
    draft = find_open(keeper, draft_id)
    filled = prefilling.own_particulars(planning.plan_of(draft), draft.owner_id, role, now)
    _take_over(draft, filled, now)
    return filled.notes


@transaction.atomic
def fetch_business(keeper: Keeper, draft_id: UUID, credit_code: str, now: datetime) -> tuple[str, ...]:
    """Fill in what the business registry knows; returns sentences about what could not be fetched."""
    draft = find_open(keeper, draft_id)
    filled = prefilling.from_business(planning.plan_of(draft), credit_code.strip().upper(), now)
    _take_over(draft, filled, now)
    return filled.notes


@transaction.atomic
def choose_delivery(keeper: Keeper, draft_id: UUID, delivery: Mapping[str, str], now: datetime) -> None:
    """Say how the results are to come: way (pickup or post), hall, recipient, phone, address."""
    draft = find_open(keeper, draft_id)
    draft.delivery, draft.changed_at = dict(delivery), now
    draft.save(update_fields=["delivery", "changed_at"])


@transaction.atomic
def discard(keeper: Keeper, draft_id: UUID) -> None:
    """Throw a draft away; files stay in the vault."""
    find_open(keeper, draft_id).delete()


def open_drafts(owner: UUID) -> tuple[DraftCard, ...]:
    """Return a person's unfinished applications, the latest first."""
    chains = catalogue.current().chains
    found = Draft.objects.filter(kept_by(owner), case_number="").order_by("-changed_at", "-id")
    return tuple(DraftCard(d.pk, d.chain, chains[d.chain].name, d.changed_at) for d in found if d.chain in chains)


def sections(plan: Plan, values: Mapping[str, object], today: date) -> tuple[FormSection, ...]:
    """Return the sections that have something to fill in now."""
    facts = planning.shown_facts(plan, values)
    found = (_section(section, values, facts, today) for section in plan.sections)
    return tuple(section for section in found if section.fields)


def problems_of(section: FormSection, values: Mapping[str, object], today: date) -> dict[str, str]:
    """Return what is wrong or missing in a section: name of the input → sentence."""
    found: dict[str, str] = {}
    for field in section.fields:
        value = values.get(field.key)
        if not fields.is_empty(value):
            found |= fields.problems(field, value, today)
        elif field.key in section.required:
            found[field.key] = fields.missing(field)
    return found


def _take_over(draft: Draft, filled: prefilling.Filled, now: datetime) -> None:
    """Put what somebody else knows into a draft."""
    version = draft.version + 1
    draft.values = {**draft.values, **filled.values}
    draft.sources = {**draft.sources, **filled.sources}
    draft.revisions = {**draft.revisions, **dict.fromkeys(filled.values, (version, ""))}
    draft.version, draft.changed_at = version, now
    draft.save(update_fields=["values", "sources", "revisions", "version", "changed_at"])


def _section(section: Section, values: Mapping[str, object], facts: planning.Facts, today: date) -> FormSection:
    shown = tuple(field for field in section.fields if planning.applies(field, facts))
    required = frozenset(field.key for field in shown if planning.is_required(field, facts))
    made = FormSection(section.key, section.title, section.title_en, shown, required, 0)
    count = len(problems_of(made, values, today))
    return FormSection(section.key, section.title, section.title_en, shown, required, count)
