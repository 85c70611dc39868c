"""Reading roots: a page of them, and the proofs that events stand under them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lianban.apps.docket.public import Loaded
from lianban.apps.roots.closing import stated
from lianban.apps.roots.leaves import unpacked
from lianban.apps.roots.models import DayRoot
from lianban.core.supervision.merkle import Tree
from lianban.core.supervision.roots import DailyRoot


@dataclass(frozen=True, slots=True)
class SignedRoot:
    """A root as it is published. certificates: PEM, the signer's first."""

    stated: DailyRoot
    signature: str
    certificates: tuple[str, ...]
    signer: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Proof:
    """That an event stands under a day's root. path: the neighbours from its leaf up."""

    proceeding: str
    seq: int
    day: date
    index: int
    path: tuple[str, ...]


def roots(*, since: date | None = None, until: date | None = None, latest: int | None = None) -> tuple[SignedRoot, ...]:
    """Return the roots of a span of days, the earliest first. latest: at most so many, the last of them."""
    found = DayRoot.objects.defer("leaves").order_by("-number")
    found = found.filter(day__gte=since) if since else found
    found = found.filter(day__lte=until) if until else found
    return tuple(_signed(each) for each in reversed(found[:latest]))


def count_roots() -> int:
    """Return how many days have a root."""
    return DayRoot.objects.count()


def proofs(parts: Iterable[Loaded], days: Iterable[date]) -> Iterator[Proof]:
    """Yield a proof for every event of some proceedings that was recorded on one of some days."""
    concerned = {each.id for each in parts}
    for row in DayRoot.objects.filter(day__in=set(days)).iterator(chunk_size=1):
        leaves = list(unpacked(bytes(row.leaves)))
        tree = Tree([leaf.digest for leaf in leaves])
        for index, leaf in enumerate(leaves):
            if leaf.proceeding in concerned:
                path = tuple(each.hex() for each in tree.path(index))
                yield Proof(str(leaf.proceeding), leaf.seq, row.day, index, path)


def _signed(row: DayRoot) -> SignedRoot:
    return SignedRoot(stated(row), row.signature, tuple(row.certificates), row.signer, row.signed_at)
