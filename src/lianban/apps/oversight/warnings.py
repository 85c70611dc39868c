"""What is late, or soon will be, and why."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from lianban.apps.cases.acting import context
from lianban.apps.cases.lists import Reader
from lianban.apps.docket import mappers
from lianban.apps.docket.models import Proceeding
from lianban.apps.docket.visibility import visible_proceedings
from lianban.apps.oversight.values import EVERYTHING, Narrowed, Warned
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.supervision.signals import Signal, chain_signals, item_signals

AHEAD = timedelta(days=45)
"""No promise is so long that a fifth of it begins earlier than this."""
UNDELIVERED = ("granted", "refused", "certified")
AT_MOST = 1000


def warned(reader: Reader, narrowed: Narrowed = EVERYTHING, *, at_most: int = AT_MOST) -> tuple[Warned, ...]:
    """Return every proceeding that deserves a warning today, the loudest and the longest overdue first."""
    found = _candidates(reader, narrowed).select_related("parent")[:at_most]
    told = (_warned(each, reader) for each in found)
    return tuple(sorted((each for each in told if each.signals), key=_loudness))


def signals_of(number: str, reader: Reader) -> tuple[Signal, ...]:
    """Return the warnings that one proceeding deserves today."""
    found = visible_proceedings(reader.actor).filter(number=number).first()
    return _signals(found, reader) if found else ()


def _candidates(reader: Reader, narrowed: Narrowed) -> QuerySet[Proceeding]:
    soon = reader.today + AHEAD
    open_ones = Q(closed_at=None) & (
        Q(promised_due_on__lte=soon) | Q(statutory_due_on__lte=soon) | Q(wakes_on__lte=soon)
    )
    asked = {name: value for name, value in (("authority", narrowed.authority), ("chain", narrowed.chain)) if value}
    undelivered = Q(parent__isnull=False, state__in=UNDELIVERED)
    return visible_proceedings(reader.actor).filter(open_ones | undelivered, **asked).order_by("promised_due_on", "id")


def _warned(found: Proceeding, reader: Reader) -> Warned:
    return Warned(
        number=found.number,
        case=found.parent.number if found.parent else found.number,
        title=found.title,
        chain=found.chain,
        item=found.item,
        authority=found.authority,
        state=found.state,
        opened_at=found.opened_at,
        signals=_signals(found, reader),
    )


def _signals(found: Proceeding, reader: Reader) -> tuple[Signal, ...]:
    state, calendar = mappers.loaded(found).state, context(reader.now).calendar
    if isinstance(state, ChainState):
        return chain_signals(state, reader.today, calendar)
    return item_signals(state, reader.today, calendar) if isinstance(state, ItemState) else ()


def _loudness(each: Warned) -> tuple[int, int, str]:
    return -each.level, each.worst.days, each.number
