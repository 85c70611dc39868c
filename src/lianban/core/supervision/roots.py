"""The root of a day: one digest over everything that was recorded on it, tied to the day before, and signed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from lianban.core.kernel.canonical import canonical_json, digest
from lianban.core.kernel.value import Value

NO_ROOT = "0" * 64
"""What the first root names as the one before."""


class DailyRoot(Value):
    """What a county states about the record of one local day.

    county: division code. number: 1 for the first day. events: how many were recorded on the day.
    root: of the Merkle tree over their digests, in the order of recorded moment, proceeding and sequence number.
    previous: digest of the statement of the day before.
    """

    format: Literal["lianban-log-root/1"] = "lianban-log-root/1"
    county: str
    day: date
    number: int
    events: int
    root: str
    previous: str

    @property
    def statement(self) -> bytes:
        """The bytes that are signed: the canonical JSON of the value."""
        return canonical_json(self)

    @property
    def head(self) -> str:
        """The digest that the next day's statement names, and that others keep."""
        return digest(self)


class RootDoubt(Value):
    """A day whose root does not follow from the one before it."""

    day: date
    reason: str


def link_doubts(before: DailyRoot | None, each: DailyRoot) -> Iterator[RootDoubt]:
    """Yield what does not tie a day to the one before it. before: None for the first."""
    number, head, day = (
        (before.number + 1, before.head, before.day + timedelta(days=1)) if before else (1, NO_ROOT, each.day)
    )
    if each.number != number:
        yield RootDoubt(day=each.day, reason=f"序号应为{number}，写的是{each.number}")
    if each.previous != head:
        yield RootDoubt(day=each.day, reason="与前一日的根不相连")
    if each.day != day:
        yield RootDoubt(day=each.day, reason=f"缺少{day}的根")
