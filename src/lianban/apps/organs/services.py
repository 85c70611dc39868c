"""Setting up departments, halls, windows and posts; each may be said again and stays one."""

import uuid
from datetime import date

from django.db import transaction
from django.db.models import Q

from lianban.apps.organs.changes import Act, Change, Subject, bring_up_to_date, put
from lianban.apps.organs.models import Assignment, Authority, Hall, Window
from lianban.apps.organs.selectors import AuthorityCard, HallCard
from lianban.core.proceedings.events import Role


@transaction.atomic
def put_authority(card: AuthorityCard) -> Change:
    """Create a department, or bring it up to date."""
    values = {name: getattr(card, name) for name in ("name", "name_en", "seal_name", "short_name", "credit_code")}
    return put(Authority, {"key": card.key}, values, (Subject.AUTHORITY, card.key))[1]


@transaction.atomic
def put_hall(card: HallCard) -> tuple[Change, ...]:
    """Create a hall with its windows, or bring both up to date. A window that is left out stays."""
    values = {name: getattr(card, name) for name in ("name", "name_en", "division", "address")}
    hall, change = put(Hall, {"key": card.key}, values, (Subject.HALL, card.key))
    changes = [change]
    for each in card.windows:
        facts = {"purpose": each.purpose, "name": each.name}
        told = (Subject.WINDOW, f"{card.key} {each.number}")
        changes.append(put(Window, {"hall": hall, "number": each.number}, facts, told)[1])
    return tuple(changes)


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
) -> Change:
    """Let somebody hold a post from a day on. authority, hall: keys. leads: as a head. Said again, nothing changes.

    A post they hold on that day gets its window and `leads`; one that would end with that day goes on.
    """
    place = Hall.objects.get(key=hall) if hall else None
    match = {
        "person_id": person,
        "role": role.value,
        "authority": Authority.objects.get(key=authority) if authority else None,
        "hall": place,
    }
    facts = {"window": place.windows.get(number=window) if place and window else None, "leads": leads}
    same = Assignment.objects.select_for_update(of=("self",)).select_related("person", "authority", "hall", "window")
    held = same.filter(Q(until_on=None) | Q(until_on__gte=from_on), **match).order_by("-from_on", "-id").first()
    if held is None:
        made = Assignment.objects.create(**match, **facts, from_on=from_on)
        return Change(Subject.POST, post_name(made), Act.CREATED, {"from_on": ("", from_on.isoformat())})
    return _brought_up_to_date(held, facts, from_on)


@transaction.atomic
def end_post(post: uuid.UUID, until_on: date) -> Change:
    """Let a post end with a day; it stays in the history."""
    held = Assignment.objects.select_for_update(of=("self",)).select_related("person", "authority", "hall").get(pk=post)
    before = held.until_on.isoformat() if held.until_on else ""
    held.until_on = until_on
    held.save(update_fields=["until_on"])
    return Change(Subject.POST, post_name(held), Act.ENDED, {"until_on": (before, until_on.isoformat())})


def post_name(post: Assignment) -> str:
    """Return the words that tell a post from others: user name, role, and where."""
    places = (each.key for each in (post.authority, post.hall) if each)
    return " ".join((post.person.sign_in_name, post.role, *places))


def _brought_up_to_date(held: Assignment, facts: dict[str, object], from_on: date) -> Change:
    ends = held.until_on
    differs = bring_up_to_date(held, facts | {"until_on": None if ends == from_on else ends})
    act = Act.RESUMED if "until_on" in differs else Act.CHANGED if differs else Act.KEPT
    told = {name: (_told(before), _told(after)) for name, (before, after) in differs.items()}
    return Change(Subject.POST, post_name(held), act, told)


def _told(value: object) -> object:
    return value if isinstance(value, bool) else "" if value is None else str(value)
