"""A case under its lock: every act goes through here, so that what one item's end sets free happens in the same act.

What is decided is kept in a ledger and appended in one statement when the act is done.
"""

from datetime import date
from functools import cached_property
from typing import TypeVar

from lianban.apps.cases import granting, informing, instant, promising
from lianban.apps.cases.acting import SYSTEM, By, decided, representing
from lianban.apps.cases.composite import issue_card
from lianban.apps.cases.models import CaseFile
from lianban.apps.cases.plans import plan_of
from lianban.apps.docket import public as docket
from lianban.core.chains.plan import Plan
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import in_words
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case.state import ChainState, ChainStatus, Outcome
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Actor, Event
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus, PredecessorResult
from lianban.core.proceedings.procedure import Command
from lianban.core.proceedings.shared import Gap
from lianban.core.proceedings.unlocking import unlocked_by

OUTCOMES = {
    ItemStatus.REFUSED: Outcome.REFUSED,
    ItemStatus.WITHDRAWN: Outcome.WITHDRAWN,
    ItemStatus.TERMINATED: Outcome.TERMINATED,
    ItemStatus.CANCELLED: Outcome.CANCELLED,
}
V = TypeVar("V", bound=Value)
ACCEPTANCES = (DocumentKind.ACCEPTANCE, DocumentKind.GAP_ACCEPTANCE)


class InHand:
    """The application and its items as they stand, moved step by step inside one transaction."""

    def __init__(self, number: str, by: By) -> None:
        self.by = by
        self.ledger = docket.Ledger(now=by.now, request_id=by.request_id)
        self.parent, self.children = docket.hold_case(number)

    @cached_property
    def file(self) -> CaseFile:
        """What the application holds beside its record; read when an act needs it."""
        return CaseFile.objects.get(proceeding_id=self.parent.id)

    @property
    def state(self) -> ChainState:
        """The state of the application."""
        state: ChainState = self.parent.state
        return state

    def item(self, key: str) -> ItemState:
        """The state of one item."""
        state: ItemState = self.children[key].state
        return state

    def in_words(self, part: V) -> V:
        """Return a part of the application's state with the words people wrote, before this act and in it."""
        kept = docket.kept_of([self.parent.id])
        words = {reference: each.text for reference, each in kept.items()} | self.ledger.words
        return part.model_validate(in_words(part.model_dump(mode="json"), words))

    def key_of(self, number: str) -> str:
        """Return which item bears a number."""
        return self.children.key_of(number)

    def plan(self) -> Plan:
        """Return the plan the application was made under."""
        return plan_of(self.file)

    def move(self, command: Command, actor: Actor | None = None) -> None:
        """Decide and record on the application."""
        self.parent = self._step(self.parent, command, actor)

    def move_item(self, key: str, command: Command, actor: Actor | None = None) -> None:
        """Decide and record on one item; when it ended by that, follow up."""
        was_closed = self.item(key).is_closed
        self.children[key] = self._step(self.children[key], command, actor)
        if self.item(key).is_closed and not was_closed:
            self._ended(key)

    def _step(self, on: docket.Loaded, command: Command, actor: Actor | None = None) -> docket.Loaded:
        acting = representing(actor or self.by.actor, on, command.action, self.state.applicant)
        (known,) = docket.read_states([on]) if command.compares_words else (on,)
        return self._record(on, decided(known, on.procedure, command, acting), acting)

    def attempt(self, on: docket.Loaded, command: Command) -> docket.Loaded | None:
        """Let the system do what it does in its own right; None where nothing follows from it now."""
        events = decided(on, on.procedure, command, SYSTEM)
        return self._record(on, events, SYSTEM) if events else None

    def _record(self, on: docket.Loaded, events: tuple[Event, ...], actor: Actor) -> docket.Loaded:
        """Put what was decided into the ledger, and tell the applicant what they wait for."""
        after, recorded = self.ledger.add(docket.Change(on, events), actor)
        informing.tell(after, self.ledger.told(recorded), self.state.applicant)
        return after

    def open_items(self) -> None:
        """Open every item of the accepted application and start those that wait for nothing."""
        for opening in granting.openings(self.parent, self.plan(), self.by):
            child, _ = self.ledger.add(opening, SYSTEM)
            self.children[child.item] = child
        promiser = promising.promiser(self.by, self.state.applicant)
        for key, promise in promising.promises(self.children, self.file, self.plan(), self.by):
            self.move_item(key, promise, promiser)
        for key in list(self.children):
            if not self.item(key).predecessors:
                self._begin(key)

    def _begin(self, key: str, results: tuple[PredecessorResult, ...] = ()) -> None:
        accept = i.Accept(
            at=self.by.now,
            document=self._written(),
            deemed=self.state.deemed,
            chain_accepted_on=self._accepted_on(),
            results=results,
            gaps=self._gaps(key),
        )
        self.move_item(key, accept, SYSTEM)
        self.move(c.ChildBegan(at=self.by.now, item=key), SYSTEM)
        self._approve_at_once(key)

    def _approve_at_once(self, key: str) -> None:
        """秒批, where the item has rules for it and all of them hold; otherwise it waits for a person."""
        rule = granting.definition(self.children[key]).examination.instant
        if rule is None or not self.item(key).automatic:
            return
        self.move_item(key, instant.check(rule, self.plan(), self.file, self.by), SYSTEM)
        found = self.item(key).rule_check
        if found and not found.failed:
            grant = granting.automatic_grant(self.children[key], self.file, rule.version, self.by)
            self.move_item(key, grant, SYSTEM)

    def _ended(self, key: str) -> None:
        self._tell(key)
        if not any(key in each.predecessors for each in self.state.items):
            return
        freed = unlocked_by(key, {each: self.item(each) for each in self.children})
        for waiting, failed in freed.cancelled.items():
            lost = i.Cancel(at=self.by.now, cause=i.CancelCause.PREDECESSOR_NOT_GRANTED, because_of=failed)
            self.children[waiting] = self._step(self.children[waiting], lost, SYSTEM)
            self._tell(waiting)
        for waiting in freed.ready:
            self._begin(waiting, tuple(self._result(each) for each in self.item(waiting).predecessors))

    def _tell(self, key: str) -> None:
        """Make the certificate of an item that ended, where it has one, and tell the whole."""
        for command in granting.certificates(self.children[key], self.file, self.by):
            self.children[key] = self._step(self.children[key], command, SYSTEM)
        outcome = OUTCOMES.get(self.item(key).status, Outcome.GRANTED)
        ended = c.ChildClosed(at=self.by.now, item=key, outcome=outcome, documents=self.item(key).documents)
        if self.state.status is ChainStatus.ACCEPTED:
            self.move(ended, SYSTEM)
            if self.state.status is ChainStatus.CLOSED:
                issue_card(self.parent, self.children.values(), self.file, self.by)

    def _result(self, key: str) -> PredecessorResult:
        decision = self.item(key).decision
        if decision is None:
            raise ValueError(f"{key} was not decided")
        return PredecessorResult(item=key, granted_on=decision.on, document=decision.document)

    def _written(self) -> DocumentRef | None:
        return next((each for each in reversed(self.state.documents) if each.kind in ACCEPTANCES), None)

    def _gaps(self, key: str) -> tuple[Gap, ...]:
        theirs = {each.material for each in self.state.tolerable if key in each.items}
        return tuple(gap for gap in self.state.gaps if gap.material in theirs)

    def _accepted_on(self) -> date:
        if self.state.accepted_on is None:
            raise ValueError("items open only in an accepted application")
        return self.state.accepted_on
