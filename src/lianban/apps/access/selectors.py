"""Reading the access log: for supervisors."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from lianban.apps.access.models import Access
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role

COLUMNS = ("person", "role", "authority", "hall", "what", "whose", "proceeding", "reason", "at", "request_id")


class NotForYou(DomainError):
    """The access log is the supervisors'."""

    code = "NOT_FOR_YOU"

    def __init__(self) -> None:
        super().__init__("访问记录由监察人员查阅。如需了解，请联系监察人员。")


@dataclass(frozen=True, slots=True)
class View:
    """One look at somebody's personal values."""

    person: uuid.UUID
    role: str
    authority: str
    hall: str
    what: str
    whose: uuid.UUID | None
    proceeding: str
    reason: str
    at: datetime
    request_id: str


def list_views(actor: Actor, *, whose: uuid.UUID | None = None, first: int = 0, limit: int = 50) -> tuple[View, ...]:
    """Return looks, the latest first. whose: at whose values, anybody's for None. Raises NotForYou."""
    if actor.role is not Role.SUPERVISOR:
        raise NotForYou
    found = Access.objects.filter(whose=whose) if whose else Access.objects.all()
    return tuple(View(**each) for each in found.order_by("-at", "-id").values(*COLUMNS)[first : first + limit])
