"""Who works where, and in what capacity."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lianban.apps.organs.errors import NotAssigned
from lianban.apps.organs.models import Assignment, Authority, Hall, Window
from lianban.apps.organs.standing_in import absences_in_force, posts_in_force
from lianban.core.proceedings.events import Actor, Role


@dataclass(frozen=True, slots=True)
class Post:
    """A capacity somebody works in. authority, hall: keys, empty where the role is not bound to one.

    leads: as a head. on_behalf_of: account id of whose post it is, while somebody stands in for them; else empty.
    """

    id: uuid.UUID
    role: Role
    authority: str
    authority_name: str
    hall: str
    hall_name: str
    window: str
    leads: bool = False
    on_behalf_of: str = ""
    hall_name_en: str = ""

    def actor(self, person: uuid.UUID | str) -> Actor:
        """Return whoever works in it, the one it belongs to or the one who stands in, as they act."""
        return Actor(
            person=str(person),
            role=self.role,
            authority=self.authority,
            hall=self.hall,
            on_behalf_of=self.on_behalf_of,
        )


@dataclass(frozen=True, slots=True)
class AuthorityCard:
    """A department."""

    key: str
    name: str
    name_en: str
    seal_name: str
    short_name: str
    credit_code: str


@dataclass(frozen=True, slots=True)
class WindowCard:
    """A window of a hall."""

    number: int
    purpose: str
    name: str


@dataclass(frozen=True, slots=True)
class HallCard:
    """A hall with its windows."""

    key: str
    name: str
    name_en: str
    division: str
    address: str
    windows: tuple[WindowCard, ...]


def posts_of(person: uuid.UUID | str, on: date) -> tuple[Post, ...]:
    """Return every capacity a person works in on a day, their own first, then those they stand in for.

    A post just like an own one is left out: there the two work side by side, and each act says for whom it is.
    """
    own = tuple(_post(each) for each in _assignments(person, on))
    places = {(each.role, each.authority, each.hall) for each in own}
    stood_in = (_post(each, on_behalf_of=str(each.person_id)) for each in _stood_in(person, on))
    return (*own, *(each for each in stood_in if (each.role, each.authority, each.hall) not in places))


def actor_of(person: uuid.UUID | str, role: Role, on: date) -> Actor:
    """Return a person as somebody who acts in a role on a day, in their first post with it. Raises NotAssigned.

    Everybody may act as an applicant.
    """
    if role is Role.APPLICANT:
        return Actor(person=str(person), role=role)
    held = next((each for each in posts_of(person, on) if each.role is role), None)
    if held is None:
        raise NotAssigned(role)
    return held.actor(person)


def authority(key: str) -> AuthorityCard:
    """Return a department. Raises Authority.DoesNotExist."""
    return _authority(Authority.objects.get(key=key))


def authorities() -> tuple[AuthorityCard, ...]:
    """Return all departments, in the order of their keys."""
    return tuple(_authority(each) for each in Authority.objects.all())


def halls() -> tuple[HallCard, ...]:
    """Return all halls with their windows, the county's first."""
    return tuple(_hall(each) for each in Hall.objects.prefetch_related("windows"))


def hall(key: str) -> HallCard:
    """Return a hall. Raises Hall.DoesNotExist."""
    return _hall(Hall.objects.prefetch_related("windows").get(key=key))


def _assignments(person: uuid.UUID | str, on: date) -> QuerySet[Assignment]:
    found = posts_in_force(on).filter(person=person)
    return found.select_related("authority", "hall", "window").order_by("id")


def _stood_in(person: uuid.UUID | str, on: date) -> QuerySet[Assignment]:
    """The posts of others that somebody stands in for; their own account must be in use too."""
    covered = absences_in_force(on).filter(deputy=person, deputy__is_active=True).values("post")
    found = posts_in_force(on).filter(pk__in=covered)
    return found.select_related("authority", "hall", "window").order_by("id")


def _post(each: Assignment, on_behalf_of: str = "") -> Post:
    return Post(
        id=each.pk,
        role=Role(each.role),
        authority=each.authority.key if each.authority else "",
        authority_name=each.authority.name if each.authority else "",
        hall=each.hall.key if each.hall else "",
        hall_name=each.hall.name if each.hall else "",
        window=each.window.name if each.window else "",
        leads=each.leads,
        on_behalf_of=on_behalf_of,
        hall_name_en=each.hall.name_en if each.hall else "",
    )


def _authority(each: Authority) -> AuthorityCard:
    return AuthorityCard(each.key, each.name, each.name_en, each.seal_name, each.short_name, each.credit_code)


def _hall(each: Hall) -> HallCard:
    return HallCard(
        each.key,
        each.name,
        each.name_en,
        each.division,
        each.address,
        tuple(_window(one) for one in each.windows.all()),
    )


def _window(each: Window) -> WindowCard:
    return WindowCard(each.number, each.purpose, each.name)
