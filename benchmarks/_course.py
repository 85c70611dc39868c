"""One application from hand-in to hand-over, decided and recorded by the real rules, without a database."""

import random  # noqa: TID251 benchmarks repeat with a seed
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from benchmarks._distributions import moment, spread

from lianban.apps.cases import granting
from lianban.apps.cases.acting import PROCEDURES, SYSTEM, By, context
from lianban.apps.cases.submitting import children, tolerable
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import mappers
from lianban.apps.docket import public as docket
from lianban.apps.docket.procedures import KNOWN
from lianban.core.calendars.hours import CHINA
from lianban.core.chains.plan import Plan
from lianban.core.guidance import facts_after
from lianban.core.guidance.spelling import read_all
from lianban.core.kernel.canonical import digest
from lianban.core.proceedings import item_case
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case.state import ChainStatus, Outcome
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import GENESIS, Actor, Event, Place, Recorded, Role, record, state_digest
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.item_case.state import ItemStatus, PredecessorResult
from lianban.core.proceedings.procedure import Command
from lianban.core.proceedings.shared import Handover, Way
from lianban.core.proceedings.unlocking import unlocked_by

NUMBER, HALL = "370304YJS0000000000000", "center"
CLERK = Actor(person=str(uuid.UUID(int=1)), role=Role.CLERK, hall=HALL)
ISSUER = Actor(person=str(uuid.UUID(int=2)), role=Role.ISSUER, hall=HALL)


@dataclass
class Part:
    """A proceeding that grows. told: each event as recorded, with the state after it."""

    opening: docket.Opening
    state: Any = None
    head: str = GENESIS
    told: list[tuple[Recorded, Any]] = field(default_factory=list)

    def decide(self, command: Command, actor: Actor) -> None:
        """Decide a command and record what follows."""
        module = PROCEDURES[self.opening.procedure]
        self.record(module.decide(self.state, command, actor, context(command.at)), actor, command.at)

    def record(self, events: tuple[Event, ...], actor: Actor, at: datetime) -> None:
        """Record events as the docket does."""
        known = KNOWN[self.opening.procedure]
        for event in map(mappers.storable, events):
            before = state_digest(self.state)
            self.state = known.replay([event]) if self.state is None else known.evolve(self.state, event)
            place = Place(
                proceeding=str(self.opening.id), number=self.opening.number, seq=len(self.told) + 1,
                before=before, after=state_digest(self.state), previous=self.head,
            )  # fmt: skip
            new = record(event, place, actor=actor, recorded_at=at.astimezone(UTC), request_id="bench")
            self.told.append((new, self.state))
            self.head = new.digest

    def row(self, opened_at: datetime) -> dict[str, Any]:
        """Return every column of the proceeding."""
        known = KNOWN[self.opening.procedure]
        shown = mappers.columns(self.state, known.row_of(self.state), version=len(self.told), latest=self.told[-1][0])
        return {**mappers.opening_columns(self.opening, opened_at), **shown}


class Course:
    """What happens to one application until a moment. parts: the whole first, then its items."""

    def __init__(self, chain: str, day: date, until: datetime, chance: random.Random) -> None:
        self.chance, self.until, self.at = chance, until, moment(day, chance)
        self.plan = a_plan(chain, chance)
        self.whole = Part(self._opening(chain))
        self.items: dict[str, Part] = {}
        self._hand_in(chain)
        accepted_at = self.at + timedelta(hours=chance.uniform(0.2, 30))
        if accepted_at < until:
            self._accept(accepted_at)

    @property
    def parts(self) -> list[Part]:
        """The whole and its items."""
        return [self.whole, *self.items.values()]

    def _opening(self, chain: str) -> docket.Opening:
        return docket.Opening(
            id=uuid.uuid4(), number=NUMBER, procedure="chain_case", title=self.plan.name, chain=chain,
            authority=catalogue.current().chain(chain).lead_authority, hall=HALL, applicant=uuid.uuid4(),
            plan_digest=digest(self.plan),
        )  # fmt: skip

    def _hand_in(self, chain: str) -> None:
        opening, online = self.whole.opening, self.chance.random() < spread().online
        submit = c.Submit(
            at=self.at, chain=chain, name=self.plan.name, lead_authority=opening.authority,
            applicant=str(opening.applicant), plan=opening.plan_digest, values=digest("values"),
            items=children(self.plan), tolerable=tolerable(self.plan), channel="网上" if online else "窗口",
            promise_days=int(self.plan.process.promise) + 1,
        )  # fmt: skip
        self.whole.decide(submit, Actor(person=str(opening.applicant), role=Role.APPLICANT))
        self.whole.decide(c.Receive(at=self.at, document=a_paper(DocumentKind.RECEIPT), hall=HALL), SYSTEM)

    def _accept(self, at: datetime) -> None:
        self.whole.decide(c.Accept(at=at, document=a_paper(DocumentKind.ACCEPTANCE)), CLERK)
        parent = docket.Loaded(
            **{name: getattr(self.whole.opening, name) for name in docket.Opening.__dataclass_fields__},
            opened_at=at, row=docket.Row(state=""), state=self.whole.state,
        )  # fmt: skip
        for change in granting.openings(parent, self.plan, By(actor=SYSTEM, key="", now=at)):
            part = Part(replace(change.on, id=uuid.uuid4()) if isinstance(change.on, docket.Opening) else change.on)
            part.record(change.events, SYSTEM, at)
            self.items[part.opening.item] = part
        self._run([(key, at) for key, part in self.items.items() if not part.state.predecessors])

    def _run(self, ready: list[tuple[str, datetime]]) -> None:
        """Let every item that may begin begin and, when its day comes, end; what it frees begins then."""
        while ready:
            key, at = ready.pop(0)
            self._begin(key, at)
            ends_at = self._end_of(self.items[key].state, at)
            if ends_at < self.until:
                freed = self._end(key, ends_at)
                ready += [(each, ends_at) for each in freed]
                ready.sort(key=lambda each: each[1])

    def _begin(self, key: str, at: datetime) -> None:
        part = self.items[key]
        before = [self.items[each].state for each in part.state.predecessors]
        results = tuple(
            PredecessorResult(item=each.item, granted_on=each.decision.on, document=each.decision.document)
            for each in before
        )
        written = a_paper(DocumentKind.ACCEPTANCE)
        accepted_on = self.whole.state.accepted_on
        part.decide(i.Accept(at=at, document=written, chain_accepted_on=accepted_on, results=results), SYSTEM)
        self.whole.decide(c.ChildBegan(at=at, item=key), SYSTEM)

    def _end_of(self, state: item_case.ItemState, at: datetime) -> datetime:
        due = state.promised_due_on or state.statutory_due_on or at.date()
        is_late = self.chance.random() > spread().in_time
        days = (due - at.date()).days
        on = at.date() + timedelta(days=days + self.chance.randint(1, 4) if is_late else self.chance.randint(0, days))
        calendar = context(at).calendar
        return max(at, moment(calendar.working_day_from(on), self.chance)) + timedelta(minutes=5)

    def _end(self, key: str, at: datetime) -> tuple[str, ...]:
        part = self.items[key]
        approver = Actor(person=str(uuid.UUID(int=3)), role=Role.APPROVER, authority=part.opening.authority)
        if not part.state.on_the_spot:
            part.decide(i.Review(at=at, step="审查", opinion="符合"), approver)
        for other in range(4, 3 + part.state.signatures_needed):
            part.decide(i.Sign(at=at), approver.model_copy(update={"person": str(uuid.UUID(int=other))}))
        part.decide(i.Grant(at=at, document=a_paper(DocumentKind.GRANT)), approver)
        if part.state.certificate_expected:
            part.decide(i.MakeCertificate(at=at, certificate="演示证照"), SYSTEM)
        if self.whole.state.status is ChainStatus.ACCEPTED:
            outcome = Outcome.GRANTED
            self.whole.decide(c.ChildClosed(at=at, item=key, outcome=outcome), SYSTEM)
        self._hand_over(key, at + timedelta(days=self.chance.randint(0, 3), minutes=30))
        return unlocked_by(key, {each: other.state for each, other in self.items.items()}).ready

    def _hand_over(self, key: str, at: datetime) -> None:
        if at < self.until and self.items[key].state.status in (ItemStatus.CERTIFIED, ItemStatus.GRANTED):
            handover = Handover(way=Way.PICKUP, collector=digest("collector"), identity_checked=True)
            paper = a_paper(DocumentKind.DELIVERY)
            self.items[key].decide(i.Deliver(at=at, handover=handover, document=paper), ISSUER)


def a_plan(chain_key: str, chance: random.Random) -> Plan:
    """Return the plan of a chain for one of its recorded paths, or for what everybody needs."""
    chain = catalogue.current().chain(chain_key)
    answers = chance.choice(chain.paths).answers if chain.paths else {}
    return catalogue.plan(chain_key, facts_after(chain, read_all(chain, answers)))


def a_paper(kind: DocumentKind) -> DocumentRef:
    """Return the reference to a paper; the papers themselves are not part of the filling."""
    return DocumentRef(kind=kind, number=f"演示〔2026〕{kind.value}")


def courses(day: date, until: datetime, how_many: int, chance: random.Random) -> Iterator[Course]:
    """Yield applications of a day, their chains as often as they are asked for."""
    chains, weights = zip(*spread().weights.items(), strict=True)
    for chain in chance.choices(chains, weights, k=how_many):
        yield Course(chain, day, until, chance)


def end_of(day: date) -> datetime:
    """Return the last moment of a day."""
    return datetime.combine(day, time(23, 59), CHINA)
