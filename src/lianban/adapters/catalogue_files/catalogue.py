"""A catalogue as it was read from its folder: the definitions, where each value stands, what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lianban.core.chains.model import Chain
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Vocabulary


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file. file: relative to the catalogue's folder. line: 1 for the first."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Items, chains and vocabulary, found by key.

    positions: the path of a value (`items/food/materials/2/name`) → where it is written.
    findings: what reading found; definitions with errors are left out of `items` and `chains`.
    """

    items: Mapping[str, ServiceItem]
    chains: Mapping[str, Chain]
    vocabulary: Vocabulary
    positions: Mapping[str, Position] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def position(self, where: str) -> Position | None:
        """Return where a path is written, or the nearest value that holds it."""
        return nearest(self.positions, where)


def nearest(positions: Mapping[str, Position], where: str) -> Position | None:
    """Return where a path is written, or the nearest value that holds it."""
    while where and where not in positions:
        where = where.rpartition("/")[0]
    return positions.get(where)
