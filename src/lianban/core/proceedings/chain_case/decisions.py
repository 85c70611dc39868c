"""What follows from each command on an application, once its guards hold."""

from datetime import date
from decimal import Decimal

from lianban.core.clocks.due import DueDate, due_on
from lianban.core.clocks.licensing import TO_DECIDE_JOINTLY, TO_NOTIFY_ONCE
from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case import happenings as h
from lianban.core.proceedings.chain_case.base import On
from lianban.core.proceedings.chain_case.beyond import asked_beyond
from lianban.core.proceedings.chain_case.state import Application, ChainResult, ChainState, Outcome, Planned
from lianban.core.proceedings.events import Event
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Attempt, Command
from lianban.core.proceedings.shared import Context, Gap


def submit(attempt: Attempt[None, c.Submit, Context]) -> tuple[Event, ...]:
    """申报."""
    said = fields_of(attempt.command, *Application.model_fields)
    return (h.Submitted(**said).at(attempt.command.at),)


def receive(attempt: On[c.Receive]) -> tuple[Event, ...]:
    """收件: five working days begin."""
    command = attempt.command
    received_on = command.received_on or _day_in_hand(attempt)
    last = due_on(TO_NOTIFY_ONCE, received_on, attempt.context.calendar)
    received = h.Received(
        document=command.document,
        materials=command.materials,
        hall=command.hall or attempt.actor.hall,
        received_on=received_on,
        notify_by=last.on,
        provisional=last.provisional,
    )
    return (received.at(command.at),)


def _day_in_hand(attempt: On[c.Receive]) -> date:
    """Return the day of the act, or of submission when the act came later than the next working day."""
    today, submitted_on = local_day(attempt.command.at), local_day(attempt.state.submitted_at)
    return today if today <= attempt.context.calendar.add_working_days(submitted_on, 1) else submitted_on


def notify_once(attempt: On[c.NotifyOnce]) -> tuple[Event, ...]:
    """一次性告知."""
    command = attempt.command
    told = h.NotifiedOnce(
        document=command.document,
        corrections=command.corrections,
        notified_on=local_day(command.at),
        supply_by=command.supply_by,
    )
    return told.at(command.at), *(each.at(command.at) for each in asked_beyond(attempt.state, command))


def supplement(attempt: On[c.Supplement]) -> tuple[Event, ...]:
    """补正: when the last is in, five working days to accept begin."""
    command, today = attempt.command, local_day(attempt.command.at)
    complete = not set(attempt.state.outstanding) - set(command.subjects)
    supplied = h.Supplemented(
        document=command.document,
        subjects=command.subjects,
        values=command.values,
        supplied_on=today,
        complete=complete,
        accept_by=due_on(TO_NOTIFY_ONCE, today, attempt.context.calendar).on if complete else None,
    )
    return (supplied.at(command.at),)


def return_supplement(attempt: On[c.ReturnSupplement]) -> tuple[Event, ...]:
    """What came is not what was asked."""
    command = attempt.command
    returned = h.SupplementReturned(document=command.document, subjects=command.subjects, reason=command.reason)
    return (returned.at(command.at),)


def replan(attempt: On[c.Replan]) -> tuple[Event, ...]:
    """The correction changed what is needed."""
    said = fields_of(attempt.command, "document", *Planned.model_fields)
    return (h.Replanned(**said).at(attempt.command.at),)


def accept(attempt: On[c.Accept]) -> tuple[Event, ...]:
    """受理 for all items."""
    accepted_on = _acceptance_day(attempt.state, local_day(attempt.command.at))
    return (_accepted(attempt, accepted_on).at(attempt.command.at),)


def accept_with_gaps(attempt: On[c.AcceptWithGaps]) -> tuple[Event, ...]:
    """容缺受理."""
    command = attempt.command
    names = {each.material: each.name for each in attempt.state.tolerable}
    gaps = tuple(
        Gap(material=each.material, name=names[each.material], supply_by=each.supply_by) for each in command.gaps
    )
    said = {"gaps": gaps, "promise": command.promise, "credit": command.credit}
    return (_accepted(attempt, local_day(command.at)).model_copy(update=said).at(command.at),)


def deem_accepted(attempt: On[c.DeemAccepted]) -> tuple[Event, ...]:
    """Silence is acceptance, from the day the materials were in hand."""
    accepted_on = attempt.state.complete_on or local_day(attempt.state.submitted_at)
    return (_accepted(attempt, accepted_on).model_copy(update={"deemed": True}).at(attempt.command.at),)


def supply_gap(attempt: On[c.SupplyGap]) -> tuple[Event, ...]:
    """补齐."""
    command = attempt.command
    supplied = h.GapSupplied(document=command.document, materials=command.materials, supplied_on=local_day(command.at))
    return (supplied.at(command.at),)


def reject(attempt: On[c.Reject]) -> tuple[Event, ...]:
    """不予受理."""
    said = attempt.command.model_dump(exclude={"at"}) | {"closed_on": local_day(attempt.command.at)}
    return (h.Rejected.model_validate(said).at(attempt.command.at),)


def lapse(attempt: On[c.Lapse]) -> tuple[Event, ...]:
    """补正不来办结."""
    command = attempt.command
    return (h.Lapsed(document=command.document, closed_on=local_day(command.at)).at(command.at),)


def withdraw(attempt: On[c.Withdraw]) -> tuple[Event, ...]:
    """撤回."""
    command = attempt.command
    withdrawn = h.Withdrawn(document=command.document, reason=command.reason, closed_on=local_day(command.at))
    return (withdrawn.at(command.at),)


def child_began(attempt: On[c.ChildBegan]) -> tuple[Event, ...]:
    """An item's clock started."""
    return (h.ItemBegan(item=attempt.command.item).at(attempt.command.at),)


def child_closed(attempt: On[c.ChildClosed]) -> tuple[Event, ...]:
    """An item ended; the application closes with the last."""
    command = attempt.command
    ended = h.ItemClosed(
        item=command.item, outcome=command.outcome, closed_on=local_day(command.at), documents=command.documents
    )
    others = [each.outcome for each in attempt.state.items if each.item != command.item]
    if None in others:
        return (ended.at(command.at),)
    result = _result({command.outcome, *(each for each in others if each)})
    return ended.at(command.at), h.Closed(result=result, closed_on=local_day(command.at)).at(command.at)


def deliver(attempt: On[c.Deliver]) -> tuple[Event, ...]:
    """统一出件."""
    command = attempt.command
    delivered = h.Delivered(document=command.document, items=command.items, handover=command.handover)
    return (delivered.at(command.at),)


def rate(attempt: On[c.Rate]) -> tuple[Event, ...]:
    """好差评."""
    said = attempt.command.model_dump(exclude={"at"}) | {"rated_on": local_day(attempt.command.at)}
    return (h.RatingGiven.model_validate(said).at(attempt.command.at),)


def _accepted(attempt: On[Command], accepted_on: date) -> h.Accepted:
    promised, joint = promised_due(attempt, accepted_on), joint_due(attempt, accepted_on)
    return h.Accepted(
        document=attempt.command.document,
        accepted_on=accepted_on,
        promised_due_on=promised.on if promised else None,
        joint_due_on=joint.on if joint else None,
        provisional=any(due.provisional for due in (promised, joint) if due),
    )


def promised_due(attempt: On[Command], accepted_on: date) -> DueDate | None:
    """Return the promised last day of the whole; None where everything is done on the spot."""
    days = attempt.state.promise_days
    return due_on(TimeLimit(length=Decimal(days)), accepted_on, attempt.context.calendar) if days else None


def joint_due(attempt: On[Command], accepted_on: date) -> DueDate | None:
    """Return the last day of joint handling, with its extension; None where one authority decides everything."""
    several = len({each.authority for each in attempt.state.items}) > 1
    added = attempt.state.joint_added
    limit = TimeLimit(length=TO_DECIDE_JOINTLY.length + (added.length if added else 0))
    return due_on(limit, accepted_on, attempt.context.calendar) if several else None


def _acceptance_day(state: ChainState, today: date) -> date:
    """Return the day from which the application counts as accepted.

    After a correction: the day everything was in hand. After silence: the day of receipt. Else the day of the act.
    Source: Administrative Licensing Law Art. 32 (4), (5).
    """
    late = state.notify_by is not None and today > state.notify_by
    corrected = state.notice is not None
    return state.complete_on if state.complete_on and (late or corrected) else today


def _result(outcomes: set[Outcome]) -> ChainResult:
    if outcomes == {Outcome.GRANTED}:
        return ChainResult.GRANTED
    return ChainResult.PARTLY if Outcome.GRANTED in outcomes else ChainResult.REFUSED
