"""A legal clock: an immutable value that starts once, stands still only by law, and is lengthened at most once."""

from datetime import date

from pydantic import model_validator

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.clocks import errors
from lianban.core.clocks.due import DueDate
from lianban.core.clocks.extensions import Extension, ExtensionRule
from lianban.core.clocks.limits import UNIT_WORDS, TimeLimit
from lianban.core.clocks.reckoning import reckon
from lianban.core.clocks.stops import ARTICLE_45_KINDS, Stop, StopGround, StopKind
from lianban.core.kernel.value import Value


class Clock(Value):
    """The time an authority has for one act, the statutory and the promised limit side by side.

    started_on: day of the event that starts it; the day is not counted. start_event: that event in words (受理).
    statutory, promised: at least one. grounds: further reasons to stop that the item's law names.
    """

    start_event: str
    started_on: date
    statutory: TimeLimit | None = None
    promised: TimeLimit | None = None
    extension_rule: ExtensionRule | None = None
    grounds: tuple[StopGround, ...] = ()
    stops: tuple[Stop, ...] = ()
    extension: Extension | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Clock":
        if self.statutory is None and self.promised is None:
            raise ValueError("a clock needs a statutory or a promised limit")
        earliest = self.started_on
        for index, stop in enumerate(self.stops):
            if stop.stopped_on < earliest:
                raise errors.OutOfOrder("停表", stop.stopped_on, earliest)
            if stop.resumed_on is None and index + 1 < len(self.stops):
                raise errors.ClockAlreadyStopped(stop.stopped_on)
            if stop.kind not in ARTICLE_45_KINDS and stop.kind not in {each.kind for each in self.grounds}:
                raise errors.UnlawfulStop(stop.kind.value)
            earliest = stop.resumed_on or stop.stopped_on
        return self

    @property
    def open_stop(self) -> Stop | None:
        """The special procedure under way, if any."""
        return self.stops[-1] if self.stops and self.stops[-1].is_open else None

    def may_stop_for(self, kind: StopKind) -> bool:
        """Return whether the law lets a reason stop this clock."""
        return kind in ARTICLE_45_KINDS or kind in {each.kind for each in self.grounds}

    def stop(self, stop: Stop, calendar: WorkingCalendar) -> "Clock":
        """Return the clock standing still from the day after `stop.stopped_on`.

        Raises UnlawfulStop, ClockAlreadyStopped, OutOfOrder, and LimitExpired when every limit has ended before.
        """
        if self.open_stop:
            raise errors.ClockAlreadyStopped(self.open_stop.stopped_on)
        self._still_runs("停表", stop.stopped_on, calendar)
        grounds = {each.kind: each.basis for each in self.grounds}
        lawful = stop.model_copy(update={"basis": grounds.get(stop.kind, stop.basis)})
        return self._changed(stops=(*self.stops, lawful))

    def resume(self, resumed_on: date) -> "Clock":
        """Return the clock running again from the day after `resumed_on`. Raises ClockNotStopped, OutOfOrder."""
        if not self.open_stop:
            raise errors.ClockNotStopped
        if resumed_on < self.open_stop.stopped_on:
            raise errors.OutOfOrder("恢复计时", resumed_on, self.open_stop.stopped_on)
        ended = self.open_stop.model_copy(update={"resumed_on": resumed_on})
        return self._changed(stops=(*self.stops[:-1], ended))

    def extend(self, extension: Extension, calendar: WorkingCalendar) -> "Clock":
        """Return the clock with its limits lengthened. Raises UnlawfulExtension, OutOfOrder, LimitExpired."""
        rule = self.extension_rule
        if rule is None:
            raise errors.UnlawfulExtension("法律没有规定可以延长")
        if self.extension is not None:
            raise errors.UnlawfulExtension("只能延长一次，已经延长过")
        if not rule.allows(extension.added):
            longest = f"{rule.longest.length.normalize():f}{UNIT_WORDS[rule.longest.unit]}"
            raise errors.UnlawfulExtension(f"{rule.basis}最多只允许延长{longest}")
        if extension.approver != rule.approver:
            raise errors.UnlawfulExtension(f"应由{rule.approver}批准")
        if extension.added.unit not in {each.unit for each in (self.statutory, self.promised) if each}:
            raise errors.UnlawfulExtension("延长的单位与期限的单位不同")
        self._still_runs("延长", extension.granted_on, calendar)
        return self._changed(extension=extension)

    def due(self, calendar: WorkingCalendar, today: date | None = None) -> "ClockDue":
        """Return when the limits end.

        today: needed while a stop is open; the days up to it are taken as standing still.
        """
        return ClockDue(
            statutory=self._last_day(self.statutory, calendar, today),
            promised=self._last_day(self.promised, calendar, today),
        )

    def _last_day(self, limit: TimeLimit | None, calendar: WorkingCalendar, today: date | None) -> DueDate | None:
        if limit is None:
            return None
        return reckon(limit, self.started_on, calendar, stops=self.stops, extension=self.extension, today=today)

    def _still_runs(self, act: str, on: date, calendar: WorkingCalendar) -> None:
        if on < self.started_on:
            raise errors.OutOfOrder(act, on, self.started_on)
        last = self.due(calendar, on).latest.on
        if on > last:
            raise errors.LimitExpired(act, on, last)

    def _changed(self, **changes: object) -> "Clock":
        return Clock.model_validate({**dict(self), **changes})


class ClockDue(Value):
    """The last day of each limit. At least one is given."""

    statutory: DueDate | None = None
    promised: DueDate | None = None

    @property
    def first(self) -> DueDate:
        """The earlier of the two: what the work must meet."""
        return min(self._given(), key=lambda due: due.on)

    @property
    def latest(self) -> DueDate:
        """The later of the two."""
        return max(self._given(), key=lambda due: due.on)

    def _given(self) -> list[DueDate]:
        return [due for due in (self.promised, self.statutory) if due is not None]
