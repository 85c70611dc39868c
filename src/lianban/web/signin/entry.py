"""What every view takes from a request before anything else: the moment, the request's id, where it came from."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone

from lianban.apps.accounts import public as accounts


@dataclass(frozen=True, slots=True)
class Entry:
    """now: the moment the request is dealt with. request_id: to find it again in logs. client: network address."""

    now: datetime
    request_id: str
    client: str

    @property
    def today(self) -> date:
        """The local day."""
        return timezone.localdate(self.now)


def entry(request: HttpRequest) -> Entry:
    """Read the clock, once per request; asked again, the answer is the same."""
    made = getattr(request, "_entry", None)
    if made is None:
        made = Entry(timezone.now(), uuid.uuid4().hex, client_address(request))
        request._entry = made  # type: ignore[attr-defined]
    return made


def client_address(request: HttpRequest) -> str:
    """Return the network address of who asks: the one our own proxies saw, never one that a client wrote itself."""
    return accounts.client_address(request.META)
