"""A county full of cases for benchmarks: real definitions, real decisions, real hash chains, appended in batches."""

import random  # noqa: TID251 benchmarks repeat with a seed
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from lianban.apps.cases import granting, plans
from lianban.apps.cases.acting import SYSTEM, By, context
from lianban.apps.cases.models import CaseFile
from lianban.apps.cases.submitting import children, tolerable
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.core.chains.plan import Plan
from lianban.core.guidance import facts_after
from lianban.core.kernel.canonical import digest
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Actor, Event, Role
from lianban.core.proceedings.item_case import commands as i

CHAIN = "kaiban-canyindian"
HALL = "center"
BATCH = 40
SHARE_ACCEPTED = 0.7
ANSWERS = {
    "q1": "company", "q2": Decimal(350), "q7": False, "q8": "door", "q9": False, "q10": "告知承诺", "q11": False,
    "q12": False, "q13": False, "q14": False, "q15": False, "q16": False,
}  # fmt: skip


def fill(count: int, applicants: list[uuid.UUID], now: datetime, start: int, say: Callable[[str], None]) -> None:
    """Append `count` applications with their items over the past year; most are accepted and under way.

    start: how many there are already; numbers and chance go on from there.
    """
    chance = random.Random(start)
    chain = catalogue.current().chain(CHAIN)
    known = {key: value for key, value in ANSWERS.items() if key in {q.key for q in chain.questions}}
    plan = catalogue.plan(CHAIN, facts_after(chain, known))
    plans.keep(plan, digest(plan))
    for first in range(0, count, BATCH):
        batch = [
            _case(plan, start + number, applicants[number % len(applicants)], now, chance)
            for number in range(first, min(first + BATCH, count))
        ]
        docket.append([change for each in batch for change in each[1]], actor=SYSTEM, now=now, request_id="bench")
        CaseFile.objects.bulk_create(_file(each[0], plan) for each in batch)
        if first % (BATCH * 25) == 0:
            say(f"  {first:>9,} of {count:,} cases")


def _case(
    plan: Plan, number: int, applicant: uuid.UUID, now: datetime, chance: random.Random
) -> tuple[docket.Opening, list[docket.Change]]:
    at = now - timedelta(days=chance.randint(1, 300), minutes=chance.randint(0, 600))
    opening = docket.Opening(
        id=docket.new_key(),
        number=f"370304YJS{at:%Y%m%d}B{number:07d}",
        procedure="chain_case",
        title=plan.name,
        chain=CHAIN,
        authority=catalogue.current().chain(CHAIN).lead_authority,
        hall=HALL,
        applicant=applicant,
        plan_digest=digest(plan.chain),
    )
    events = list(_until_received(plan, applicant, at))
    if chance.random() > SHARE_ACCEPTED:
        return opening, [docket.Change(opening, tuple(events))]
    state = chain_case.replay(events)
    events += chain_case.decide(state, c.Accept(at=at, document=_paper(DocumentKind.ACCEPTANCE)), _CLERK, context(at))
    accepted = chain_case.replay(events)
    return opening, [docket.Change(opening, tuple(events)), *_items(plan, opening, accepted, at, chance)]


def _until_received(plan: Plan, applicant: uuid.UUID, at: datetime) -> Iterator[Event]:
    submit = c.Submit(
        at=at,
        chain=CHAIN,
        name=plan.name,
        lead_authority=catalogue.current().chain(CHAIN).lead_authority,
        applicant=str(applicant),
        plan=digest(plan.chain),
        values=digest("values"),
        items=children(plan),
        tolerable=tolerable(plan),
        channel="网上",
        promise_days=int(plan.process.promise) + 1,
    )
    submitted = chain_case.decide(None, submit, Actor(person=str(applicant), role=Role.APPLICANT), context(at))
    yield from submitted
    receive = c.Receive(at=at, document=_paper(DocumentKind.RECEIPT), hall=HALL)
    yield from chain_case.decide(chain_case.replay(submitted), receive, SYSTEM, context(at))


def _items(
    plan: Plan, opening: docket.Opening, state: chain_case.ChainState, at: datetime, chance: random.Random
) -> Iterator[docket.Change]:
    parent = docket.Loaded(
        **{name: getattr(opening, name) for name in opening.__dataclass_fields__},
        opened_at=at,
        row=docket.Row(state=""),
        state=state,
    )
    by = By(actor=SYSTEM, key="", now=at)
    for change in granting.openings(parent, plan, by):
        waiting = item_case.replay(change.events)
        if waiting.predecessors:
            yield change
            continue
        started = i.Accept(at=at, document=_paper(DocumentKind.ACCEPTANCE), chain_accepted_on=state.accepted_on)
        events = (*change.events, *item_case.decide(waiting, started, SYSTEM, context(at)))
        if chance.random() < 0.5:
            events = (*events, *_decided(events, at))
        yield docket.Change(change.on, events)


def _decided(events: tuple[Event, ...], at: datetime) -> tuple[Event, ...]:
    state = item_case.replay(events)
    approver = Actor(person=str(uuid.uuid4()), role=Role.APPROVER, authority=state.authority)
    later = at + timedelta(hours=5)
    reviewed = item_case.decide(state, i.Review(at=later, step="审查", opinion="符合"), approver, context(later))
    state = item_case.replay((*events, *reviewed))
    granted = i.Grant(at=later, document=_paper(DocumentKind.GRANT))
    return (*reviewed, *item_case.decide(state, granted, approver, context(later)))


def _file(opening: docket.Opening, plan: Plan) -> CaseFile:
    file = CaseFile(proceeding_id=opening.id, release=1, values={}, sources={}, applicant_name="", delivery={})
    file.plan_id = digest(plan)
    file.values = {"entity.name": "演示餐饮有限公司", "contact.phone": "13800000000"}
    return file


def _paper(kind: DocumentKind) -> DocumentRef:
    return DocumentRef(kind=kind, number=f"演示〔2026〕{kind.value}")


_CLERK = Actor(person=str(uuid.uuid4()), role=Role.CLERK, hall=HALL)
