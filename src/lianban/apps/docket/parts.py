"""The parts of a whole thing, read when they are needed: an act on one of a hundred parts reads that one."""

import uuid
from collections.abc import Iterable, Iterator, MutableMapping

from lianban.apps.docket import mappers
from lianban.apps.docket.models import Proceeding
from lianban.apps.docket.values import Loaded


class Parts(MutableMapping[str, Loaded]):
    """The parts by the item they are about. Whoever holds it holds the lock of the whole, so none of them moves.

    known: those that are read already. Asked for any other, or for all, it reads the others at once.
    """

    def __init__(self, whole: uuid.UUID, known: Iterable[Loaded]) -> None:
        self._whole, self._is_complete = whole, False
        self._known = {each.item: each for each in known}

    def key_of(self, number: str) -> str:
        """Return which item bears a number. Raises StopIteration when none does."""
        found = next((key for key, each in self._known.items() if each.number == number), None)
        return found or next(key for key, each in self.items() if each.number == number)

    def __getitem__(self, key: str) -> Loaded:
        if key not in self._known:
            self._read()
        return self._known[key]

    def __setitem__(self, key: str, part: Loaded) -> None:
        self._known[key] = part

    def __delitem__(self, key: str) -> None:
        raise TypeError("a part of a whole thing does not go away")

    def __iter__(self) -> Iterator[str]:
        self._read()
        return iter(self._known)

    def __len__(self) -> int:
        self._read()
        return len(self._known)

    def _read(self) -> None:
        if not self._is_complete:
            held, self._is_complete = self._known, True
            others = Proceeding.objects.filter(parent=self._whole).exclude(item__in=list(held)).order_by("id")
            found = {each.item: mappers.loaded(each) for each in others} | held
            self._known = dict(sorted(found.items(), key=lambda each: each[1].id))
