"""Which outside systems this installation really reaches."""

from lianban.adapters.not_connected import NoCarrier, NoCredit, NoMessages, NoRegistry
from lianban.ports.provided import Ports
from lianban.project.wiring import ports

FOLLOWS = {
    "messages": "no text message is sent: citizens get no code and cannot register; every notice is kept as refused",
    "population": "nothing is filled in about people: they fill it in by hand",
    "business": "nothing is filled in about businesses: they fill it in by hand",
    "carrier": "nothing can be posted: results are collected at the window",
    "credit": "nobody's credit can be asked: what depends on it goes the ordinary way",
    "seals": "papers and licences carry a seal without legal force, and say so",
    "log_key": "the daily roots of the record are signed by a key of this installation, and say so",
}
"""Port → what follows while nothing real serves it."""


def unconnected(given: Ports | None = None) -> tuple[str, ...]:
    """Return one line for each outside system that is not connected, or that a stand-in plays. given: for tests."""
    found = given or ports()
    states = {name: _state(getattr(found, name)) for name in FOLLOWS}
    return tuple(f"{name} ({state}): {FOLLOWS[name]}" for name, state in states.items() if state)


def _state(adapter: object) -> str:
    if isinstance(adapter, NoMessages | NoRegistry | NoCarrier | NoCredit):
        return "not connected"
    return "stand-in" if getattr(adapter, "is_stand_in", False) else ""
