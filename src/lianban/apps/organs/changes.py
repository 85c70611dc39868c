"""Every change to authorities, halls, windows, accounts and posts: what, by whom, when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import models

from lianban.apps.organs.models import ChangeRecord


class Act(StrEnum):
    """What became of something that was said."""

    CREATED = "created"
    CHANGED = "changed"
    RESUMED = "resumed"
    ENDED = "ended"
    KEPT = "kept"


class Subject(StrEnum):
    """What a change is about."""

    AUTHORITY = "authority"
    HALL = "hall"
    WINDOW = "window"
    ACCOUNT = "account"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one thing. name: its key, user name, or the words that tell a post from others.

    differs: field → value before and after; personal values never stand here.
    """

    subject: Subject
    name: str
    act: Act
    differs: Mapping[str, tuple[object, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change as it stands in the record. who: the name of whoever made it, as the operating system knows them."""

    change: Change
    who: str
    at: datetime


def put(
    model: type[models.Model], match: Mapping[str, object], values: Mapping[str, object], told: tuple[Subject, str]
) -> tuple[Any, Change]:
    """Create a row or bring it up to date; return it with what that changed. told: what the change is about."""
    row = model._default_manager.select_for_update().filter(**match).first()
    if row is None:
        made = model._default_manager.create(**match, **values)
        return made, Change(*told, Act.CREATED, {name: ("", value) for name, value in values.items()})
    differs = bring_up_to_date(row, values)
    return row, Change(*told, Act.CHANGED if differs else Act.KEPT, differs)


def bring_up_to_date(row: models.Model, values: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    """Save what is different in a row; return it: field → value before and after."""
    differs = {name: (getattr(row, name), value) for name, value in values.items() if getattr(row, name) != value}
    for name, (_, value) in differs.items():
        setattr(row, name, value)
    if differs:
        row.save(update_fields=list(differs))
    return differs


def record(changes: Iterable[Change], *, who: str, now: datetime) -> None:
    """Write down what changed; what was kept as it was is not written."""
    ChangeRecord.objects.bulk_create(
        ChangeRecord(
            subject=each.subject.value,
            name=each.name,
            act=each.act.value,
            differs={name: list(values) for name, values in each.differs.items()},
            who=who,
            at=now,
        )
        for each in changes
        if each.act is not Act.KEPT
    )


def recorded(limit: int = 200) -> tuple[Recorded, ...]:
    """Return the record of changes, the latest first."""
    return tuple(_recorded(each) for each in ChangeRecord.objects.all()[:limit])


def _recorded(each: ChangeRecord) -> Recorded:
    differs = {name: (before, after) for name, (before, after) in each.differs.items()}
    return Recorded(Change(Subject(each.subject), each.name, Act(each.act), differs), each.who, each.at)
