"""A holiday notice came out, or the counters closed: every open clock is counted again, once per calendar."""

from datetime import datetime

from lianban.apps.cases.acting import SYSTEM, By, context
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.models import CalendarRun
from lianban.apps.docket import public as docket
from lianban.core.proceedings.chain_case.redating import Redate
from lianban.core.proceedings.chain_case.state import ChainStatus
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.item_case.state import AT_WORK

RUNNING = (ChainStatus.RECEIVED, ChainStatus.ACCEPTED)


def redate_cases(now: datetime, *, batch: int = 200) -> int:
    """Count every open clock again where the calendar is another than last time; return how many cases changed.

    It goes on where a killed worker stopped, several may do it at once, and a case that somebody is working on is left
    for the next time. Run again under the same calendar, it does nothing.
    """
    version, changed = context(now).calendar.version, 0
    run = CalendarRun.objects.order_by("-id").first()
    if run is None or run.version != version:
        run = CalendarRun.objects.create(version=version, started_at=now)
    while run.finished_at is None:
        walk = docket.walk_open("chain_case", run.reached, lambda number: _redate(number, now), limit=batch)
        changed += walk.done
        run.reached, run.changed = walk.reached or run.reached, run.changed + walk.done
        run.left = [*run.left, *walk.left]
        if walk.reached is None:
            changed += _finish(run, now)
            break
        run.save()
    return changed


def _finish(run: CalendarRun, now: datetime) -> int:
    """Try those that were busy once more; when none is left, the run is over."""
    walk = docket.walk_these(run.left, lambda number: _redate(number, now))
    run.left, run.changed = list(walk.left), run.changed + walk.done
    run.finished_at = None if run.left else now
    run.save()
    return walk.done


def _redate(number: str, now: datetime) -> bool:
    """Count one application and its items again; say whether any day changed."""
    hand = InHand(number, By(SYSTEM, docket.new_key().hex, now, f"calendar-{docket.new_key().hex}"))
    moved = []
    for key, child in hand.children.items():
        if hand.item(key).status in AT_WORK and hand.attempt(child, i.Redate(at=now)):
            moved.append(key)
    if hand.state.status not in RUNNING:
        return False
    changed = hand.attempt(hand.parent, Redate(at=now, items=tuple(moved))) is not None
    hand.ledger.write()
    return changed
