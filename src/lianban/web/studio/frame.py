"""What surrounds every page of the studio."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.accounts import public as accounts
from lianban.apps.catalogue import public as catalogue
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.times import moment_words

READERS = (Role.ITEM_ADMIN, Role.ENGINEER)
"""Who reads in the studio; only item administrators change anything."""


def frame(actor: Actor, text: str = "") -> dict[str, object]:
    """Return the navigation, the search box with what was typed, and whether this person may change things."""
    pages = (
        ("studio:chains", _("一件事")),
        ("studio:items", _("事项")),
        ("studio:words", _("词汇")),
        ("studio:names", _("名称匹配")),
        ("studio:papers", _("文书")),
        ("studio:changes", _("改动")),
    )
    return {
        "work_nav": [{"address": reverse(name), "name": title} for name, title in pages],
        "work_search": {"address": reverse("studio:items"), "label": _("事项名称、键"), "value": text},
        "may_change": actor.role is Role.ITEM_ADMIN,
    }


def editor(actor: Actor) -> catalogue.Editor:
    """Return who works here."""
    return catalogue.Editor(UUID(actor.person), name_of_person(UUID(actor.person)), actor.authority)


def signed(person: UUID | None, at: datetime) -> str:
    """Return who did something, and when."""
    return f"{name_of_person(person)} · {moment_words(at)}"


def name_of_person(person: UUID | None) -> str:
    """Return what an account is called, empty for nobody."""
    found = accounts.cards({person}) if person else {}
    return found[person].name if person in found else ""
