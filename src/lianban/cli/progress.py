"""How far a long command is: on a terminal one line that is written over, elsewhere a line now and then."""

from collections.abc import Callable
from typing import TextIO

_AGAIN_ON_TERMINAL = 0.2
_AGAIN_ELSEWHERE = 10.0
_TOO_EARLY = 2.0
"""Seconds before which a rate says nothing about what is left."""

_CLEAR = "\r\x1b[K"


class Progress:
    """Tells progress and the time that is left.

    total: how many there are. out: where it is told. now: a clock in seconds that never goes back.
    """

    def __init__(self, total: int, out: TextIO, now: Callable[[], float], what: str) -> None:
        self._total, self._out, self._now, self._what = total, out, now, what
        self._begun = self._told = now()
        self._over = out.isatty()
        self._again = _AGAIN_ON_TERMINAL if self._over else _AGAIN_ELSEWHERE
        self._standing = False

    def at(self, done: int) -> None:
        """Tell that so many are done, unless something was told a moment ago."""
        now = self._now()
        if now - self._told >= self._again:
            self._told = now
            self._write(self.line(done))

    def line(self, done: int) -> str:
        """Return what is told."""
        took = self._now() - self._begun
        rate = done / took if took > 0 else 0.0
        left = f"，约剩 {_spoken((self._total - done) / rate)}" if took >= _TOO_EARLY and rate else ""
        share = f"（{done / self._total:.0%}）" if self._total else ""
        return f"{self._what} {done:,} / {self._total:,}{share}，每秒 {rate:,.0f} 个{left}"

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._standing:
            self._out.write(_CLEAR)
            self._out.flush()
            self._standing = False

    def _write(self, line: str) -> None:
        self._out.write(f"{_CLEAR}{line}" if self._over else f"{line}\n")
        self._out.flush()
        self._standing = self._over


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} 分 {rest} 秒" if minutes else f"{rest} 秒"
