"""Which warnings a proceeding deserves today: worked out from its state and its record, never typed in."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.clocks.remaining import WarningLevel, overruns, remaining
from lianban.core.kernel.value import Value
from lianban.core.proceedings.chain_case.guards import last_day_to_tell
from lianban.core.proceedings.chain_case.state import ChainState, ChainStatus
from lianban.core.proceedings.events import Recorded, Role
from lianban.core.proceedings.item_case.state import UNDECIDED, ItemState, ItemStatus
from lianban.core.supervision import rules
from lianban.core.supervision.rules import THRESHOLDS, Rule

TO_DELIVER = (ItemStatus.GRANTED, ItemStatus.REFUSED, ItemStatus.CERTIFIED)
DECIDED = ("granted", "refused")


class Signal(Value):
    """One warning. due_on: the day that counts. days: working days left, negative past it. seq: of the event."""

    rule: Rule
    level: WarningLevel
    due_on: date | None = None
    days: int = 0
    seq: int = 0


def chain_signals(state: ChainState, today: date, calendar: WorkingCalendar) -> tuple[Signal, ...]:
    """Return the warnings on an application, the loudest first."""
    return _loudest_first(_of_chain(state, today, calendar))


def item_signals(state: ItemState, today: date, calendar: WorkingCalendar) -> tuple[Signal, ...]:
    """Return the warnings on one item, the loudest first."""
    return _loudest_first(_of_item(state, today, calendar))


def record_signals(events: Sequence[Recorded]) -> tuple[Signal, ...]:
    """Return what the record of one proceeding, from its first event on, itself gives away."""
    return _loudest_first(_of_record(events))


def _of_chain(state: ChainState, today: date, calendar: WorkingCalendar) -> Iterator[Signal]:
    if state.status in (ChainStatus.SUBMITTED, ChainStatus.RECEIVED):
        last = last_day_to_tell(state, calendar)
        yield from _to_answer(last, today, calendar)
    if state.deemed and state.closed_on is None:
        yield Signal(rule=rules.SILENCE, level=WarningLevel.RED, due_on=state.accepted_on)
    if state.beyond and state.closed_on is None:
        yield Signal(rule=rules.BEYOND, level=WarningLevel.YELLOW)
    if state.status is ChainStatus.ACCEPTED and state.promised_due_on:
        yield from _promised(state.promised_due_on, today, calendar)


def _of_item(state: ItemState, today: date, calendar: WorkingCalendar) -> Iterator[Signal]:
    if state.status in UNDECIDED and state.clock is not None:
        left = remaining(state.clock, today, calendar, THRESHOLDS.time)
        if left.statutory_due and left.statutory_days is not None and left.statutory_days < 0:
            days = left.statutory_days
            yield Signal(rule=rules.LAW, level=WarningLevel.RED, due_on=left.statutory_due.on, days=days)
        elif left.level is not WarningLevel.NONE:
            rule = rules.PROMISE if left.days < 0 else rules.NEAR
            yield Signal(rule=rule, level=left.level, due_on=left.due.on, days=left.days)
        for over in overruns(state.clock, today, calendar):
            if over.stop.is_open:
                yield Signal(rule=rules.SPECIAL, level=WarningLevel.YELLOW, due_on=over.due.on, days=-over.days)
    yield from _unanswered(state, today, calendar)
    if state.status in TO_DELIVER and state.deliver_by and today > state.deliver_by:
        days = calendar.working_days_between(today, state.deliver_by)
        yield Signal(rule=rules.DELIVERY, level=WarningLevel.YELLOW, due_on=state.deliver_by, days=days)


def _unanswered(state: ItemState, today: date, calendar: WorkingCalendar) -> Iterator[Signal]:
    """Somebody waits for an answer longer than they should: for a hearing, a decision, another authority's view."""
    hearing, change = state.hearing, state.change_asked
    waits = [
        (rules.HEARING, hearing.hold_by if hearing and hearing.is_due and state.status in UNDECIDED else None),
        (rules.ANSWER, change.decide_by if change else state.valid_until if state.renewal_asked_on else None),
        *((rules.CONSULTED, each.due_on) for each in state.consultations if each.answer is None),
    ]
    for rule, last in waits:
        if last is not None and today > last and (rule is not rules.CONSULTED or state.status in UNDECIDED):
            days = min(calendar.working_days_between(today, last), -1)
            yield Signal(rule=rule, level=WarningLevel.YELLOW, due_on=last, days=days)


def _of_record(events: Sequence[Recorded]) -> Iterator[Signal]:
    for earlier, later in pairwise(events):
        if later.effective_at < earlier.effective_at:
            yield Signal(rule=rules.ORDER, level=WarningLevel.YELLOW, seq=later.seq)
    for event in events:
        if event.recorded_at - event.effective_at > timedelta(days=THRESHOLDS.late_entry_days):
            yield Signal(rule=rules.LATE_ENTRY, level=WarningLevel.YELLOW, seq=event.seq)
    seq = _same_second(events)
    if seq and not events[0].payload.get("on_the_spot"):
        yield Signal(rule=rules.SAME_SECOND, level=WarningLevel.YELLOW, seq=seq)


def _same_second(events: Sequence[Recorded]) -> int:
    """Return the decision that a person recorded in the second of the acceptance, or 0."""
    accepted = next((each for each in events if each.kind == "accepted"), None)
    decided = next((each for each in events if each.kind in DECIDED), None)
    if accepted is None or decided is None or decided.actor.role is Role.SYSTEM:
        return 0
    moments = {each.recorded_at.replace(microsecond=0) for each in (accepted, decided)}
    return decided.seq if len(moments) == 1 else 0


def _promised(due: date, today: date, calendar: WorkingCalendar) -> Iterator[Signal]:
    days = calendar.working_days_between(today, due)
    if days < 0:
        level = WarningLevel.RED if -days > THRESHOLDS.time.red_after else WarningLevel.YELLOW
        yield Signal(rule=rules.PROMISE, level=level, due_on=due, days=days)
    elif days <= THRESHOLDS.time.least:
        yield Signal(rule=rules.NEAR, level=WarningLevel.NOTICE, due_on=due, days=days)


def _to_answer(last: date, today: date, calendar: WorkingCalendar) -> Iterator[Signal]:
    days = calendar.working_days_between(today, last)
    if today > last:
        yield Signal(rule=rules.ACCEPTANCE, level=WarningLevel.RED, due_on=last, days=min(days, -1))
    elif days <= THRESHOLDS.time.least:
        yield Signal(rule=rules.ACCEPTANCE, level=WarningLevel.NOTICE, due_on=last, days=days)


def _loudest_first(found: Iterator[Signal]) -> tuple[Signal, ...]:
    return tuple(sorted(found, key=lambda each: (-each.level, each.days, each.rule.code)))
