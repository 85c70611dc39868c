"""Why an item is due when it is: its clock, day by day, for whoever may see the item."""

from lianban.apps.cases.acting import context, visible
from lianban.apps.cases.lists import Reader
from lianban.apps.docket import public as docket
from lianban.core.clocks.certificate import ClockCertificate, certificate
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.item_case.state import ItemState


class NoClock(DomainError):
    """Nothing is counted: the item is not accepted yet, or the number is that of a whole application."""

    code = "NO_CLOCK"

    def __init__(self, number: str) -> None:
        super().__init__(f"办件 {number} 还没有开始计算办理期限。受理以后就能看到时限证明。", number=number)


def clock_certificate(number: str, reader: Reader) -> ClockCertificate:
    """Return the clock certificate of an item, as of the day it ended, or of today.

    Raises NoSuchProceeding when the reader may not see it, NoClock while nothing is counted.
    """
    visible(number, reader.actor)
    state = docket.read_states([docket.load(number)])[0].state
    if not isinstance(state, ItemState) or state.clock is None:
        raise NoClock(number)
    as_of = state.closed_on or reader.today
    return certificate(state.clock, context(reader.now).calendar, subject=number, as_of=as_of)
