"""Setting up departments, halls, windows and posts; each may be said again and stays one."""

import uuid
from datetime import date

from django.db import transaction

from lianban.apps.organs.models import Assignment, Authority, Hall, Window
from lianban.apps.organs.selectors import AuthorityCard, HallCard
from lianban.core.proceedings.events import Role


@transaction.atomic
def put_authority(card: AuthorityCard) -> None:
    """Create a department, or bring it up to date."""
    values = {name: getattr(card, name) for name in ("name", "name_en", "seal_name", "short_name", "credit_code")}
    Authority.objects.update_or_create(key=card.key, defaults=values)


@transaction.atomic
def put_hall(card: HallCard) -> None:
    """Create a hall with its windows, or bring both up to date. A window that is left out stays."""
    values = {name: getattr(card, name) for name in ("name", "name_en", "division", "address")}
    hall, _ = Hall.objects.update_or_create(key=card.key, defaults=values)
    for each in card.windows:
        facts = {"purpose": each.purpose, "name": each.name}
        Window.objects.update_or_create(hall=hall, number=each.number, defaults=facts)


@transaction.atomic
def assign(
    person: uuid.UUID,
    role: Role,
    *,
    from_on: date,
    authority: str = "",
    hall: str = "",
    window: int | None = None,
    leads: bool = False,
) -> None:
    """Give somebody a post from a day on. authority, hall: keys. leads: as a head. Said again, nothing changes."""
    place = Hall.objects.get(key=hall) if hall else None
    Assignment.objects.get_or_create(
        person_id=person,
        role=role.value,
        authority=Authority.objects.get(key=authority) if authority else None,
        hall=place,
        window=place.windows.get(number=window) if place and window else None,
        defaults={"from_on": from_on, "leads": leads},
    )


@transaction.atomic
def end_post(post: uuid.UUID, until_on: date) -> None:
    """Let a post end with a day."""
    Assignment.objects.filter(pk=post).update(until_on=until_on)
