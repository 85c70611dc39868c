"""Every post of the county on a day: who holds it, and who stands in."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from lianban.apps.organs.models import Absence
from lianban.apps.organs.standing_in import absences_in_force, posts_in_force
from lianban.core.proceedings.events import Role


@dataclass(frozen=True, slots=True)
class Holder:
    """A post with who holds it. authority, hall: keys. window: its number. until_on: its last day, None while open.

    away_until: the last day of an absence of today; deputy: the user name of whoever stands in; else None and "".
    """

    id: uuid.UUID
    user_name: str
    name: str
    role: Role
    authority: str
    hall: str
    window: int | None
    leads: bool
    until_on: date | None
    away_until: date | None = None
    deputy: str = ""


def staffing(on: date) -> tuple[Holder, ...]:
    """Return every post held on a day, heads first, then by user name."""
    absences: dict[uuid.UUID, list[Absence]] = defaultdict(list)
    for each in absences_in_force(on).select_related("deputy"):
        absences[each.post_id].append(each)
    held = posts_in_force(on).select_related("person", "authority", "hall", "window")
    return tuple(
        Holder(
            id=each.pk,
            user_name=each.person.sign_in_name,
            name=each.person.name,
            role=Role(each.role),
            authority=each.authority.key if each.authority else "",
            hall=each.hall.key if each.hall else "",
            window=each.window.number if each.window else None,
            leads=each.leads,
            until_on=each.until_on,
            away_until=next((absence.until_on for absence in absences[each.pk]), None),
            deputy=next((absence.deputy.sign_in_name for absence in absences[each.pk]), ""),
        )
        for each in held.order_by("-leads", "person__sign_in_name", "from_on", "id")
    )
