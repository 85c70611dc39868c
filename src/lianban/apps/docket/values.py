"""What crosses the docket's door."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from lianban.core.kernel.value import Value
from lianban.core.proceedings.events import GENESIS, Event


@dataclass(frozen=True, slots=True)
class Opening:
    """A proceeding about to begin. applicant: account id; None for a proceeding of our own motion.

    parent: id of the whole thing it is a part of. plan_digest: of the plan it is accepted under.
    """

    id: uuid.UUID
    number: str
    procedure: str
    title: str
    parent: uuid.UUID | None = None
    chain: str = ""
    item: str = ""
    authority: str = ""
    hall: str = ""
    applicant: uuid.UUID | None = None
    plan_digest: str = ""
    version: int = 0
    head: str = GENESIS


@dataclass(frozen=True, slots=True)
class Row:
    """What lists, due dates and inboxes read: worked out from the state, never set by hand.

    state: the status word. waiting: a predecessor is not done. paused: the clock stands still.
    wakes_on: the first local day on which the passing of time alone changes it (a deemed acceptance, a lapse); the
    sweep calls for it from then on. authority, hall: None leaves what the opening said.
    holder: account id of who has it in hand. asked: keys of other authorities whose view is waited for; asked_by: the
    earliest day by which one of them is to answer, None when none is asked.
    """

    state: str
    waiting: bool = False
    paused: bool = False
    provisional: bool = False
    received_at: datetime | None = None
    accepted_on: date | None = None
    promised_due_on: date | None = None
    statutory_due_on: date | None = None
    closed_at: datetime | None = None
    wakes_on: date | None = None
    authority: str | None = None
    hall: str | None = None
    holder: uuid.UUID | None = None
    asked: tuple[str, ...] = ()
    asked_by: date | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A proceeding as it stands. state: the procedure's own state, typed. row: what lists show.

    state_digest: of that state, as the last event says; "" where that event is of the first format, which says none.
    in_words: people's own words stand in the state, for reading; False where it is as recorded.
    """

    id: uuid.UUID
    number: str
    procedure: str
    title: str
    parent: uuid.UUID | None
    chain: str
    item: str
    authority: str
    hall: str
    applicant: uuid.UUID | None
    plan_digest: str
    version: int
    head: str
    opened_at: datetime
    row: Row
    state: Value = field(repr=False)
    state_digest: str = ""
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A whole thing and its parts, held by the case lock until the transaction ends."""

    parent: Loaded
    children: tuple[Loaded, ...]

    @property
    def proceedings(self) -> tuple[Loaded, ...]:
        """The whole thing, then its parts."""
        return (self.parent, *self.children)

    def child(self, item: str) -> Loaded:
        """Return the part for an item. Raises KeyError."""
        return {each.item: each for each in self.children}[item]


@dataclass(frozen=True, slots=True)
class Change:
    """Events to append to one proceeding, new or loaded. on: its version is the expected one."""

    on: Opening | Loaded
    events: tuple[Event, ...]
