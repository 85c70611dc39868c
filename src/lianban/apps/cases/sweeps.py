"""What the law lets happen to an application when a day has passed and nobody acted."""

from collections.abc import Callable
from datetime import datetime

from lianban.apps.cases import chain_acts, papers, renewals, together, waking
from lianban.apps.cases.acting import SYSTEM, By, context
from lianban.apps.cases.in_hand import InHand
from lianban.apps.docket import public as docket
from lianban.core.calendars.written import written
from lianban.core.proceedings.chain_case.guards import last_day_to_tell
from lianban.core.proceedings.chain_case.state import ChainState, ChainStatus
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.shared import Gap

Act = Callable[[str, By], object]


def sweep_cases(now: datetime) -> int:
    """Do everything that is due on an application; return how many applications were changed.

    视为受理 after five working days of silence, 补正不来办结 when corrections did not come, 终止审查 of the items whose
    outstanding material did not come, the end of a joint act whose day for opinions is over, 视为准予延续 of licences
    whose renewal nobody decided in time.
    """
    changed: list[str] = []

    def wake(number: str) -> None:
        state = docket.load(number).state
        act = due_act(state, now) if isinstance(state, ChainState) else None
        if act:
            act(number, By(SYSTEM, docket.new_key().hex, now, "sweep"))
            changed.append(number)

    docket.sweep_due("chain_case", local_day(now), wake)
    return len(changed)


def due_act(state: ChainState, now: datetime) -> Act | None:
    """Return what a passed day does to an application, or None when its day has not come yet."""
    today = local_day(now)
    match state.status:
        case ChainStatus.SUBMITTED | ChainStatus.RECEIVED:
            return chain_acts.deem_accepted if today > last_day_to_tell(state, context(now).calendar) else None
        case ChainStatus.CORRECTING if state.notice and today > state.notice.supply_by:
            return chain_acts.lapse
        case ChainStatus.ACCEPTED if any(gap.supply_by < today for gap in waking.open_gaps(state)):
            return end_overdue_gaps
        case ChainStatus.ACCEPTED if together.overdue(state, today):
            return together.close_overdue
        case ChainStatus.ACCEPTED | ChainStatus.CLOSED | ChainStatus.WITHDRAWN if state.reminders:
            return renewals.renew_by_silence
    return None


def end_overdue_gaps(number: str, by: By) -> chain_acts.Done:
    """终止审查 of every item under way whose outstanding material is overdue; what needed it is cancelled with it."""

    def end(hand: InHand) -> None:
        today = local_day(by.now)
        for gap in [each for each in waking.open_gaps(hand.state) if each.supply_by < today]:
            for key in _needing(hand, gap):
                _terminate(hand, key, gap)

    return chain_acts.act("end_overdue_gaps", number, by, None, end)


def _needing(hand: InHand, gap: Gap) -> list[str]:
    return [key for key in hand.children if gap.material in {each.material for each in hand.item(key).open_gaps}]


def _terminate(hand: InHand, key: str, gap: Gap) -> None:
    if hand.item(key).is_closed:
        return
    reason = f"容缺材料“{gap.name}”应于{written(gap.supply_by)}前补齐，逾期未补齐。"
    document = papers.termination(hand.children[key], hand.file, reason, hand.by)
    cause = i.TerminateCause.GAP_NOT_SUPPLIED
    hand.move_item(key, i.Terminate(at=hand.by.now, cause=cause, reason=reason, document=document))
