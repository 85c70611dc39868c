"""Lists kept under a name: one's own, and those that colleagues share."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from lianban.apps.worklists.errors import ListRefused
from lianban.apps.worklists.models import SavedList
from lianban.core.proceedings.events import Actor

AT_MOST = 30
"""Lists one person keeps for one authority."""


@dataclass(frozen=True, slots=True)
class ListCard:
    """A kept list. query: the part of its address after the question mark. own: the reader's, who may remove it."""

    id: uuid.UUID
    name: str
    query: str
    shared: bool
    own: bool


@transaction.atomic
def keep_list(actor: Actor, name: str, query: str, *, shared: bool, now: datetime) -> uuid.UUID:
    """Keep a list under a name; one of the same name becomes this one. Raises ListRefused."""
    called = name.strip()
    if not called or len(called) > SavedList._meta.get_field("name").max_length:
        raise ListRefused("name", "请给列表起一个30个字以内的名称。")
    if len(query) > SavedList._meta.get_field("query").max_length:
        raise ListRefused("name", "条件太多，不能保存。请减少筛选条件。")
    mine = SavedList.objects.filter(owner=actor.person, authority=actor.authority)
    if not mine.filter(name=called).exists() and mine.count() >= AT_MOST:
        raise ListRefused("name", f"最多保存{AT_MOST}个列表。请先删除不用的。")
    kept, _ = SavedList.objects.update_or_create(
        owner_id=actor.person,
        authority=actor.authority,
        name=called,
        defaults={"query": query, "shared": shared, "kept_at": now},
    )
    return kept.pk


def remove_list(actor: Actor, saved: uuid.UUID) -> None:
    """Remove one's own list. Said again, or of somebody else's list, nothing changes."""
    SavedList.objects.filter(pk=saved, owner=actor.person).delete()


def lists_of(actor: Actor) -> tuple[ListCard, ...]:
    """Return one's own lists for the authority one works for, and those that colleagues share, by name."""
    found = SavedList.objects.filter(Q(owner=actor.person) | Q(shared=True), authority=actor.authority)
    return tuple(
        ListCard(each.pk, each.name, each.query, each.shared, str(each.owner_id) == actor.person) for each in found
    )
