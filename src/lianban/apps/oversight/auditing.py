"""Goes through the whole record, or one case of it, and says where it does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from lianban.apps.docket import public as docket
from lianban.apps.docket.models import Proceeding
from lianban.core.proceedings.events import Break


@dataclass(frozen=True, slots=True)
class Audited:
    """One proceeding that was checked. differs: columns that do not follow from its events."""

    number: str
    events: int
    breaks: tuple[Break, ...]
    differs: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not (self.breaks or self.differs)


def audit(number: str = "") -> Iterator[Audited]:
    """Check the chain of every proceeding and that its columns follow from it. number: of one case, or of everything.

    Raises NoSuchProceeding.
    """
    if number:
        whole = docket.whole(number)
        numbers = [each.number for each in (whole.parent, *whole.children)]
    else:
        numbers = list(Proceeding.objects.order_by("id").values_list("number", flat=True))
    return map(_audited, numbers)


def _audited(number: str) -> Audited:
    differs = tuple(each.column for each in docket.replay_differences(number))
    return Audited(number, docket.load(number).version, docket.verify_log(number), differs)
