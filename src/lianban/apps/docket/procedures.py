"""How the docket reads the states of each procedure. A procedure is registered once, when Django starts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lianban.apps.docket.values import Row
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Shape
from lianban.core.proceedings.events import Event


def _nothing(_state: Any) -> Mapping[str, object]:
    return {}


def _nowhere(_kind: str) -> Shape:
    return {}


@dataclass(frozen=True, slots=True)
class KnownProcedure:
    """state: the type of its state. replay: a state from all events. evolve: a state from a state and one event.

    row_of: what lists show of a state. fixed: the columns that the first event fixes, from the state after it.
    words_in: where an event of a kind holds people's own words.
    """

    state: type[Value]
    replay: Callable[[Iterable[Event]], Any]
    evolve: Callable[[Any, Event], Any]
    row_of: Callable[[Any], Row]
    fixed: Callable[[Any], Mapping[str, object]] = _nothing
    words_in: Callable[[str], Shape] = _nowhere


KNOWN: dict[str, KnownProcedure] = {}


def know(procedure: str, how: KnownProcedure) -> None:
    """Register a procedure under the name its proceedings bear."""
    KNOWN[procedure] = how
