"""Do the closed days still hold what they held when they were closed? Reads, and changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lianban.apps.docket import public as docket
from lianban.apps.roots.closing import ONE_DAY, stated
from lianban.apps.roots.leaves import Leaf, recorded_on, unpacked
from lianban.apps.roots.models import DayRoot
from lianban.core.proceedings.moments import local_day
from lianban.core.supervision.evidence import signature_holds
from lianban.core.supervision.merkle import tree_root
from lianban.core.supervision.roots import DailyRoot, link_doubts

LATEST = timedelta(days=2)
"""A day is closed in the night after it; two days later it is overdue."""


@dataclass(frozen=True, slots=True)
class DayDoubt:
    """What does not hold in a closed day. number, seq: the event concerned, where it is one."""

    day: date
    words: str
    number: str = ""
    seq: int = 0


def check_days(now: datetime) -> Iterator[DayDoubt]:
    """Yield everything that does not hold: roots, their chain and signatures, and each event of each closed day."""
    before: DailyRoot | None = None
    for row in DayRoot.objects.iterator(chunk_size=1):
        here = stated(row)
        if before is None:
            yield from _earlier(here.day)
        yield from (DayDoubt(each.day, each.reason) for each in link_doubts(before, here))
        yield from _root(row, here)
        yield from _events(row)
        before = here
    yield from _unclosed(before, now)


def _root(row: DayRoot, here: DailyRoot) -> Iterator[DayDoubt]:
    kept = list(unpacked(bytes(row.leaves)))
    if (tree_root(leaf.digest for leaf in kept).hex(), len(kept)) != (here.root, here.events):
        yield DayDoubt(here.day, "根与所附的记录清单不符")
    if not signature_holds(here.statement, row.signature, row.certificates):
        yield DayDoubt(here.day, "根的签名不成立")


def _events(row: DayRoot) -> Iterator[DayDoubt]:
    kept, found = list(unpacked(bytes(row.leaves))), list(recorded_on(row.day))
    if kept == found:
        return
    then, now = _by_place(kept), _by_place(found)
    numbers = docket.numbers_of({place[0] for place in then.keys() | now.keys()})
    named = [("封存后被删去", then.keys() - now.keys()), ("封存后补入", now.keys() - then.keys())]
    named.append(("封存后被改动", {place for place in then.keys() & now.keys() if then[place] != now[place]}))
    told = [(numbers.get(key, str(key)), seq, words) for words, places in named for key, seq in places]
    for number, seq, words in sorted(told):
        yield DayDoubt(row.day, words, number, seq)
    if not told:
        yield DayDoubt(row.day, "封存后次序被改动")


def _by_place(leaves: list[Leaf]) -> dict[tuple[object, int], bytes]:
    return {(leaf.proceeding, leaf.seq): leaf.digest for leaf in leaves}


def _earlier(first: date) -> Iterator[DayDoubt]:
    earliest = docket.first_recorded_at()
    if earliest and local_day(earliest) < first:
        yield DayDoubt(first, "第一个根之前还有记录")


def _unclosed(latest: DailyRoot | None, now: datetime) -> Iterator[DayDoubt]:
    today, earliest = local_day(now), docket.first_recorded_at()
    since = latest.day if latest else earliest and local_day(earliest) - ONE_DAY
    if since and today - since > LATEST:
        yield DayDoubt(since + ONE_DAY, "此日起没有封存")
