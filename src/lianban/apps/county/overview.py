"""What there is: authorities with who works for them, halls with their windows, posts bound to neither."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lianban.apps.catalogue import public as catalogue
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role


@dataclass(frozen=True, slots=True)
class Overview:
    """A county on a day. undecided: authority → how many items on offer it decides while nobody can decide there."""

    authorities: tuple[organs.AuthorityCard, ...]
    halls: tuple[organs.HallCard, ...]
    staff: tuple[organs.Holder, ...]
    undecided: Mapping[str, int]

    def of_authority(self, key: str) -> tuple[organs.Holder, ...]:
        """Return who works for an authority."""
        return tuple(each for each in self.staff if each.authority == key)

    def of_hall(self, key: str) -> tuple[organs.Holder, ...]:
        """Return who works in a hall and for no authority."""
        return tuple(each for each in self.staff if each.hall == key and not each.authority)

    @property
    def elsewhere(self) -> tuple[organs.Holder, ...]:
        """Whose posts are bound to neither."""
        return tuple(each for each in self.staff if not each.hall and not each.authority)


def overview(on: date) -> Overview:
    """Return what there is on a day."""
    staff = organs.staffing(on)
    approving = {each.authority for each in staff if each.role is Role.APPROVER}
    undecided: dict[str, int] = {}
    for item in catalogue.current().items.values():
        if item.authority not in approving:
            undecided[item.authority] = undecided.get(item.authority, 0) + 1
    return Overview(organs.authorities(), organs.halls(), staff, undecided)
