"""Who reads a page, and who acts by it."""

import uuid

from django.http import HttpRequest

from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor
from lianban.web.signin.entry import entry

LONGEST_KEY = 64


def reader_of(request: HttpRequest, actor: Actor) -> cases.Reader:
    """Return who reads this page, at the moment the request is dealt with."""
    return cases.Reader(actor, entry(request).now)


def by_of(request: HttpRequest, actor: Actor, key: str = "") -> cases.By:
    """Return who acts by this request. key: of this one act; without one it is the key that the page sent."""
    here = entry(request)
    return cases.By(actor, key or key_of(request), here.now, here.request_id)


def key_of(request: HttpRequest) -> str:
    """Return the key that a page sent with its act, so that sending it twice is one act; a fresh one for a new page."""
    return request.POST.get("key", "")[:LONGEST_KEY] or fresh_key()


def fresh_key() -> str:
    """Return a key for one act, made when its page is drawn."""
    return uuid.uuid4().hex
