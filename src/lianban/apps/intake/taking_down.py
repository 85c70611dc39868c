"""代录: a clerk fills the one form in for somebody at the counter, with the same plan, prefill and checks as online."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from lianban.apps.access import public as access
from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake import prefilling
from lianban.apps.intake.arriving import BUSINESS, Arrival, check_arrival, owner_of
from lianban.apps.intake.beginning import open_draft
from lianban.apps.intake.keeping import Counter, find, kept_by
from lianban.apps.intake.models import Draft, Visit
from lianban.core.chains.plan import Plan
from lianban.core.kernel.identifiers import spelled
from lianban.core.kernel.masking import MaskKind, mask
from lianban.core.proceedings.chain_case.at_counter import Capacity
from lianban.core.proceedings.moments import local_day

DOCUMENT = gettext_noop("窗口核对的身份证件")
"""Where a name and a number are known from that a clerk compared with the document."""
AGENT = "agent.used"
LISTED = 100


@dataclass(frozen=True, slots=True)
class VisitCard:
    """An application being taken down, in a list. owner, present: names, masked. clerk: who began it; mine: I did."""

    id: UUID
    chain: str
    name: str
    name_en: str
    owner: str
    present: str
    capacity: str
    clerk: str
    mine: bool
    changed_at: datetime


@transaction.atomic
def take_down(arrival: Arrival, chain_key: str, answers: Mapping[str, str], notice_number: str, by: cases.By) -> UUID:
    """Begin an application for whoever came, or go on with the one this hall began for them.

    answers: question key → answer as addresses spell it; the question whether an agent comes is answered by who came.
    Raises FieldRefused naming the field, UnknownChain, AnswerRefused, NoSuchQuestion.
    """
    counter, now = Counter(by.actor.hall), by.now
    check_arrival(arrival, now, local_day(now))
    owner = owner_of(arrival, now)
    told = _with_agent(chain_key, answers, arrival.capacity)
    begun = Draft.objects.filter(kept_by(counter), owner_id=owner, chain=chain_key, answers=told, case_number="")
    if found := begun.select_for_update().order_by("-changed_at", "-id").first():
        Visit.objects.filter(draft=found).delete()
        draft = found.pk
    else:
        made = Draft(owner_id=owner, chain=chain_key, answers=told, notice_number=notice_number, hall=counter.hall)
        if arrival.capacity.needs_mandate:
            made.declared = {AGENT: True}
        draft = open_draft(made, lambda plan: _known(plan, arrival, owner, now), now)
    Visit.objects.create(draft_id=draft, clerk=UUID(by.actor.person), **_visit(arrival))
    note_look(counter, draft, "登记来办的人", by)
    return draft


def unfinished(counter: Counter, reader: UUID) -> tuple[VisitCard, ...]:
    """Return what a hall began and did not hand in yet, the latest first."""
    chains = catalogue.current().chains
    rows = Draft.objects.filter(kept_by(counter), case_number="").select_related("visit", "owner")
    found = [row for row in rows.order_by("-changed_at", "-id")[:LISTED] if row.chain in chains]
    clerks = accounts.cards([row.visit.clerk for row in found])
    return tuple(
        VisitCard(
            id=row.pk,
            chain=row.chain,
            name=chains[row.chain].name,
            name_en=chains[row.chain].name_en,
            owner=mask(MaskKind.NAME, row.owner.name),
            present=mask(MaskKind.NAME, row.visit.present["name"]),
            capacity=row.visit.capacity,
            clerk=clerks[row.visit.clerk].name if row.visit.clerk in clerks else "",
            mine=row.visit.clerk == reader,
            changed_at=row.changed_at,
        )
        for row in found
    )


def note_look(counter: Counter, draft_id: UUID, what: str, by: cases.By) -> None:
    """Write into the access log that a clerk sees what a draft holds. Raises NoSuchDraft."""
    draft = find(counter, draft_id)
    access.record_view(
        actor=by.actor,
        what=f"代录申请（{catalogue.current().chain(draft.chain).name}）{what}"[:200],
        whose=draft.owner_id,
        reason="窗口代录申请",
        now=by.now,
        request_id=by.request_id,
    )


def _with_agent(chain_key: str, answers: Mapping[str, str], capacity: Capacity) -> dict[str, str]:
    """Return the answers, with that of who comes corrected by who came."""
    asked = {question.key for question in catalogue.current().chain(chain_key).questions if question.fact == AGENT}
    came = "yes" if capacity.needs_mandate else "no"
    return {key: came if key in asked else answer for key, answer in answers.items()}


def _visit(arrival: Arrival) -> dict[str, object]:
    present = {"name": arrival.name.strip(), "id_number": spelled(arrival.id_number), "phone": arrival.phone.strip()}
    mandate = asdict(arrival.mandate) if arrival.mandate and arrival.capacity.needs_mandate else {}
    until: date | None = mandate.get("until")
    return {
        "capacity": arrival.capacity.value,
        "present": present,
        "mandate": {**mandate, "until": until.isoformat()} if until else {},
        "business": spelled(arrival.business) if arrival.capacity in BUSINESS else "",
    }


def _known(plan: Plan, arrival: Arrival, owner: UUID, now: datetime) -> prefilling.Filled:
    """What the form may take: the business as registered, then whoever came as their document says."""
    business = prefilling.Filled({}, {})
    if arrival.capacity in BUSINESS:
        business = prefilling.from_business(plan, spelled(arrival.business), now)
    own = prefilling.prefill(plan, owner, now, DOCUMENT)
    is_rep = arrival.capacity is not Capacity.HANDLER
    values = {key: value for key, value in own.values.items() if is_rep or not key.startswith("legal_rep.")}
    agent = {"agent.name": arrival.name.strip(), "agent.phone": arrival.phone.strip()}
    asked = {field.key for field in plan.fields} if arrival.mandate else set()
    came = {key: value for key, value in agent.items() if key in asked and value}
    sources = {**business.sources, **{key: own.sources[key] for key in values}, **dict.fromkeys(came, DOCUMENT)}
    return prefilling.Filled({**business.values, **values, **came}, sources, (*business.notes, *own.notes))


def holds(counter: Counter, file: UUID) -> bool:
    """Whether a file belongs to what a hall is taking down now: a material, or a signed sheet."""
    open_now = Draft.objects.filter(kept_by(counter), case_number="")
    return open_now.filter(Q(materials__file=file) | Q(visit__sheet=file)).exists()
