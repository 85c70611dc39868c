"""For whom an act on an item is done."""

import dataclasses
from uuid import UUID

from lianban.apps.cases.acting import By
from lianban.apps.cases.lists import Reader
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.moments import local_day


def in_whose_stead(by: By, holder: str) -> By:
    """Return the same act, done for the holder where whoever acts stands in for them that day."""
    return dataclasses.replace(by, actor=organs.acting_for(by.actor, holder, local_day(by.now)))


def whose_work(reader: Reader) -> tuple[UUID, ...]:
    """Return whose items are an approver's work today: their own, and those of whoever they stand in for."""
    actor = reader.actor
    stood_in = organs.principals(actor.person, Role.APPROVER, actor.authority, reader.today)
    return tuple(dict.fromkeys((UUID(actor.person), *stood_in)))
