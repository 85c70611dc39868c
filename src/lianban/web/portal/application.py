"""Whose the pages of an applicant are, and the way to them."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.core.proceedings.events import Actor
from lianban.web.work.acts import Words


def owner_of(actor: Actor) -> UUID:
    """Return the account of who is signed in."""
    return UUID(actor.person)


def crumbs(*below: tuple[Words, str]) -> list[dict[str, Words]]:
    """Return the way from one's applications to a page: name and address of each step, the page itself without."""
    steps = ((_("我的办件"), reverse("portal:my_cases")), *below)
    return [{"name": name, "address": address} for name, address in steps]
