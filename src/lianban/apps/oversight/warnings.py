"""What is late, or soon will be, and why: from what `reckoning` looked at within the last minute."""

from collections.abc import Sequence

from django.db.models import QuerySet

from lianban.apps.cases.acting import context
from lianban.apps.cases.lists import Reader
from lianban.apps.docket.models import Proceeding
from lianban.apps.docket.selectors import count_each
from lianban.apps.docket.visibility import visible_proceedings
from lianban.apps.oversight.reckoning import WATCHED, signals
from lianban.apps.oversight.values import EVERYTHING, Narrowed, Warned
from lianban.core.clocks.remaining import WarningLevel
from lianban.core.supervision.signals import Signal

LEVELS = (WarningLevel.RED, WarningLevel.YELLOW, WarningLevel.NOTICE)
AT_MOST = 50


def warned(
    reader: Reader,
    narrowed: Narrowed = EVERYTHING,
    *,
    level: WarningLevel = WarningLevel.NONE,
    first: int = 0,
    at_most: int = AT_MOST,
) -> tuple[Warned, ...]:
    """Return a page of what deserves a warning today, the loudest and the longest overdue first.

    level: only what is this loud. What is listed is worked out once more: what was settled a moment ago is left out.
    """
    found = _loud(reader, narrowed, level).select_related("parent")
    ordered = found.order_by("-watched__level", "watched__days", "watched__proceeding")[first : first + at_most]
    told = (_warned(each, reader) for each in ordered)
    return tuple(sorted((each for each in told if each.signals), key=_loudness))


def count_warned(reader: Reader, narrowed: Narrowed = EVERYTHING) -> dict[WarningLevel, int]:
    """Return how many deserve each level of warning, `MANY` standing for that many or more, in one statement."""
    return count_each({level: _loud(reader, narrowed, level) for level in LEVELS})


def signals_of(numbers: Sequence[str], reader: Reader) -> dict[str, tuple[Signal, ...]]:
    """Return the warnings that some proceedings deserve today, by their numbers, of those the reader may see."""
    found = visible_proceedings(reader.actor).filter(number__in=numbers)
    return {each.number: _signals(each, reader) for each in found}


def _loud(reader: Reader, narrowed: Narrowed, level: WarningLevel) -> QuerySet[Proceeding]:
    loud = {"watched__level": level.value} if level else {}
    return visible_proceedings(reader.actor).filter(WATCHED, watched__level__gt=0, **loud, **narrowed.columns)


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
    return signals(found, reader.today, context(reader.now).calendar)


def _loudness(each: Warned) -> tuple[int, int, str]:
    return -each.level, each.worst.days, each.number
