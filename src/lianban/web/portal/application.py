"""Whose the pages of an applicant are."""

from uuid import UUID

from lianban.core.proceedings.events import Actor


def owner_of(actor: Actor) -> UUID:
    """Return the account of who is signed in."""
    return UUID(actor.person)
