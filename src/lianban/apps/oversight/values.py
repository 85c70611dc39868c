"""What crosses the door of supervision."""

from dataclasses import dataclass
from datetime import date, datetime

from lianban.core.clocks.remaining import WarningLevel
from lianban.core.supervision.figures import Counted, Shortened, Tally
from lianban.core.supervision.signals import Signal


@dataclass(frozen=True, slots=True)
class Warned:
    """A proceeding that deserves a warning. signals: the loudest first. case: number of the application."""

    number: str
    case: str
    title: str
    chain: str
    item: str
    authority: str
    state: str
    opened_at: datetime
    signals: tuple[Signal, ...]

    @property
    def worst(self) -> Signal:
        """The loudest warning."""
        return self.signals[0]

    @property
    def level(self) -> WarningLevel:
        """How loud it is."""
        return self.worst.level


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which items a figure is about; empty does not narrow."""

    authority: str = ""
    chain: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """What the columns of a proceeding must say."""
        return {name: value for name, value in (("authority", self.authority), ("chain", self.chain)) if value}


EVERYTHING = Narrowed()


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def following(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def before(self) -> "Month":
        """The month before it."""
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one office, or of all (authority empty)."""

    authority: str
    shares: tuple[Tally, ...]
    shortened: Shortened


@dataclass(frozen=True, slots=True)
class Behind:
    """One figure and some of the cases it was counted from."""

    tally: Tally
    counted: tuple[Counted, ...]
