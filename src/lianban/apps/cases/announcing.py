"""Hearings that authorities hold of their own accord, announced to everybody (行政许可法 Art. 46)."""

from dataclasses import dataclass
from datetime import datetime, time

from lianban.apps.cases import places
from lianban.apps.cases.models import HearingNotice
from lianban.apps.docket.public import Loaded
from lianban.core.calendars.hours import CHINA


@dataclass(frozen=True)
class PublicHearing:
    """One announced hearing. title: of the item; authority: name of who holds it."""

    title: str
    authority: str
    held_at: datetime
    place: str
    announced_at: datetime


def announce(item: Loaded, held_at: datetime, place: str, now: datetime) -> None:
    """Announce a hearing; another day or place replaces what was announced of the same item before."""
    named = places.authority_names().get(item.authority, item.authority)
    said = {"title": item.title, "authority_name": named, "held_at": held_at, "place": place, "announced_at": now}
    HearingNotice.objects.update_or_create(proceeding_id=item.id, defaults=said)


def hearings(now: datetime) -> tuple[PublicHearing, ...]:
    """Return the hearings of today and later whose matter is still open, the first to come first."""
    midnight = datetime.combine(now.astimezone(CHINA).date(), time.min, CHINA)
    found = HearingNotice.objects.filter(held_at__gte=midnight, proceeding__closed_at=None).order_by("held_at", "id")
    return tuple(
        PublicHearing(each.title, each.authority_name, each.held_at, each.place, each.announced_at) for each in found
    )
