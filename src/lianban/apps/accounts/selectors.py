"""Who somebody is: masked by default."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from lianban.apps.accounts.models import Kind, Person
from lianban.apps.storage.encrypted import findable
from lianban.core.kernel.identifiers import spelled
from lianban.core.kernel.masking import MaskKind, mask


@dataclass(frozen=True, slots=True)
class Card:
    """A person as anybody at work may see them. is_staff: a member of staff; their name is not masked."""

    id: uuid.UUID
    name: str
    id_number: str
    phone: str
    is_staff: bool
    identity_level: int


@dataclass(frozen=True, slots=True)
class FullCard:
    """A person's own particulars, unmasked."""

    id: uuid.UUID
    name: str
    id_number: str
    phone: str


def card(person: uuid.UUID | str) -> Card:
    """Return somebody's masked card. Raises Person.DoesNotExist."""
    return _card(Person.objects.get(pk=person))


def cards(people: Iterable[uuid.UUID | str]) -> dict[uuid.UUID, Card]:
    """Return the masked cards of several people in one query."""
    return {found.pk: _card(found) for found in Person.objects.filter(pk__in=set(people))}


def full_card(person: uuid.UUID | str) -> FullCard:
    """Return all particulars. Only for the person themselves; anybody else goes through `view_in_full`."""
    found = Person.objects.get(pk=person)
    return FullCard(found.pk, found.name, found.id_number or "", found.phone or "")


def find_citizen(id_number: str) -> uuid.UUID | None:
    """Return the account of the citizen with this ID number, if there is one."""
    found = Person.objects.filter(sign_in_name=citizen_key(id_number), kind=Kind.CITIZEN).first()
    return found.pk if found else None


def find_staff(user_name: str) -> uuid.UUID | None:
    """Return the account of the member of staff with this user name, if there is one."""
    found = Person.objects.filter(sign_in_name=user_name.strip().lower(), kind=Kind.STAFF).first()
    return found.pk if found else None


def citizen_key(id_number: str) -> str:
    """Return the name under which a citizen signs in: the keyed digest of the ID number."""
    return findable(f"id|{spelled(id_number)}")


def phone_key(phone: str) -> str:
    """Return the keyed digest under which a phone is found."""
    return findable(f"phone|{''.join(phone.split())}")


def _card(found: Person) -> Card:
    is_staff = found.kind == Kind.STAFF
    return Card(
        id=found.pk,
        name=found.name if is_staff else mask(MaskKind.NAME, found.name),
        id_number=mask(MaskKind.CITIZEN_NUMBER, found.id_number or ""),
        phone=mask(MaskKind.PHONE, found.phone or ""),
        is_staff=is_staff,
        identity_level=found.identity_level,
    )
