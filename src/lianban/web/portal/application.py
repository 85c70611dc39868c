"""What every page of an application shares: its draft, its steps, its parts."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.intake import public as intake
from lianban.core.proceedings.events import Actor
from lianban.web.portal.words import spoken

STEPS = ("questions", "form", "materials", "review", "result")


def owner_of(actor: Actor) -> UUID:
    """Return the account of who is signed in."""
    return UUID(actor.person)


def frame(view: intake.DraftView, step: str) -> dict[str, object]:
    """Return what the head of every page of an application shows."""
    name = spoken(view.name, view.name_en)
    return {
        "draft": view,
        "name": name,
        "steps": _steps(view, step),
        "crumbs": [{"name": _("我的办件"), "address": reverse("portal:my_cases")}, {"name": name, "address": ""}],
    }


def section_address(view: intake.DraftView, section: str) -> str:
    """Return the page of a section."""
    return reverse("portal:apply_form", args=[view.id, section])


def _steps(view: intake.DraftView, now: str) -> list[dict[str, str]]:
    names = (_("回答问题"), _("填写表单"), _("准备材料"), _("核对提交"), _("领取结果"))
    addresses = {
        "form": reverse("portal:apply", args=[view.id]),
        "materials": reverse("portal:apply_materials", args=[view.id]),
    }
    place = STEPS.index(now)
    states = ["done"] * place + ["now"] + ["next"] * (len(STEPS) - place - 1)
    return [
        {"name": name, "state": state, "address": addresses.get(step, "")}
        for name, state, step in zip(names, states, STEPS, strict=True)
    ]
