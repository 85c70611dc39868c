"""On which day the passing of time alone changes an application.

Only the application wakes, never its items: an act locks the application first, and a sweep that held an item's row
while it waited for the application would stand in the way of an act that holds the application and writes the item.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from lianban.core.proceedings.chain_case.state import ChainState, ChainStatus
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.shared import Gap

SOONEST_SILENCE = timedelta(days=6)
"""Five working days are at least five days; the first day after them is the sixth."""
NEXT_DAY = timedelta(days=1)


def wakes_on(state: ChainState) -> date | None:
    """Return the first local day to look at an application again, or None while it waits for people only.

    Submitted and never received: no earlier than the law's five working days can end. Received: the day after the last
    day to tell. To be corrected: the day after the last day to correct, unless something was returned, for then the
    window decides. Accepted with gaps: the day after the first gap of an item that still runs was due, or
    after the opinions of a joint act were due. A renewal was asked in time: the day after the licence ends.
    """
    match state.status:
        case ChainStatus.SUBMITTED:
            return local_day(state.submitted_at) + SOONEST_SILENCE
        case ChainStatus.RECEIVED if state.notify_by:
            return state.notify_by + NEXT_DAY
        case ChainStatus.CORRECTING if state.notice and not state.notice.returned:
            return state.notice.supply_by + NEXT_DAY
        case ChainStatus.ACCEPTED:
            gaps = (gap.supply_by + NEXT_DAY for gap in open_gaps(state))
            joint = (each.due_on + NEXT_DAY for each in state.joint if each.closed_on is None)
            return min((*gaps, *joint, *state.reminders.values()), default=None)
        case ChainStatus.CLOSED | ChainStatus.WITHDRAWN:
            return min(state.reminders.values(), default=None)
    return None


def open_gaps(state: ChainState) -> Iterator[Gap]:
    """Return the materials that are still out and that an item under way still needs; one that waits can wait."""
    running = {each.item for each in state.items if each.begun and each.outcome is None}
    needed = {each.material for each in state.tolerable if running & set(each.items)}
    return (gap for gap in state.gaps if gap.supplied_on is None and gap.material in needed)
