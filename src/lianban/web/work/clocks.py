"""Clocks of cases as the badges of our pages show them."""

from lianban.apps.cases import public as cases
from lianban.web.components.times import ClockView

STATES = {"calm": "running", "soon": "soon", "late": "late", "paused": "paused"}


def badge(clock: cases.ClockView | None, address: str = "") -> ClockView | None:
    """Return the badge of a clock, or None where no clock runs. address: of its certificate."""
    if clock is None or clock.level not in STATES:
        return None
    return ClockView(STATES[clock.level], abs(clock.remaining or 0), clock.due_on, "", address, clock.provisional)
