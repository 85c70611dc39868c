"""Department lanes along an axis of working days (templates/components/lanes.html)."""

from dataclasses import dataclass

from lianban.web.components.times import ClockView


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of a lane, in working days from acceptance. state: done, now, wait, paused, late or skipped."""

    starts: float
    ends: float
    state: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One item at one department. status: what is happening, in words; tone: done, now, soon, late or empty."""

    item: str
    department: str
    spans: tuple[Span, ...]
    status: str
    tone: str = ""
    critical: bool = False
    clock: ClockView | None = None
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LanePlan:
    """Every lane on one axis. days: length of the axis. labels: one per tick from 0, empty ones are not drawn.

    today: working days since acceptance, or None when the plan has not begun.
    """

    lanes: tuple[Lane, ...]
    days: float
    labels: tuple[str, ...] = ()
    today: float | None = None

    def share(self, days: float) -> str:
        """Return a length on the axis as a percentage, for SVG attributes."""
        return f"{100 * days / self.days:.2f}%" if self.days else "0%"

    @property
    def ticks(self) -> tuple[tuple[str, str, str], ...]:
        """Position, label and class of each tick of the axis."""
        last = len(self.labels) - 1
        return tuple(
            (self.share(index), label, "is-first" if index == 0 else "is-last" if index == last else "")
            for index, label in enumerate(self.labels)
            if label
        )

    @property
    def today_at(self) -> str:
        """Position of the line that says today; empty when there is none."""
        return "" if self.today is None else self.share(min(self.today, self.days))

    @property
    def drawn(self) -> tuple[tuple[Lane, tuple[tuple[str, str, str], ...]], ...]:
        """Each lane with the position, width and state of its bars."""
        return tuple(
            (lane, tuple((self.share(s.starts), self.share(max(s.ends - s.starts, 0)), s.state) for s in lane.spans))
            for lane in self.lanes
        )
