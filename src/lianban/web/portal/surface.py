"""Where an application is filled in: online by its owner, or at a window for somebody who came there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lianban.apps.intake import public as intake
from lianban.core.proceedings.events import Actor
from lianban.web.portal.application import owner_of
from lianban.web.portal.words import spoken

MY_CASES = _("我的办件")
KEPT = _("已保存。下次从“我的办件”接着填，换一台设备也可以。")
STEPS = ("questions", "form", "materials", "review", "result")


@dataclass(frozen=True, slots=True)
class Surface:
    """One place with the pages of an application; every place has the same pages under the same names.

    keeper: who has the draft in hand. space: the namespace of its addresses. frame: the template around its pages, and
    around: what that needs. home, home_name: the list one comes back to. case: the page of what was handed in.
    file: the page of a file. kept: what is said to whoever goes on later.
    """

    keeper: intake.Keeper
    space: str = "portal"
    frame: str = "base.html"
    around: Mapping[str, object] = field(default_factory=dict)
    home: str = "portal:my_cases"
    home_name: str | Promise = MY_CASES
    case: str = "portal:case"
    file: str = "portal:file"
    kept: str | Promise = KEPT

    @property
    def at_counter(self) -> bool:
        """Whether a clerk fills it in."""
        return isinstance(self.keeper, intake.Counter)

    def to(self, page: str, *args: object) -> str:
        """Return the address of one of the pages."""
        return reverse(f"{self.space}:{page}", args=args)

    def section(self, view: intake.DraftView, section: str) -> str:
        """Return the page of a section of the form."""
        return self.to("apply_form", view.id, section)


def online(actor: Actor) -> Surface:
    """Return the portal, for somebody who applies there."""
    return Surface(owner_of(actor))


def head(view: intake.DraftView, step: str, surface: Surface) -> dict[str, object]:
    """Return what the head of every page of an application shows, and what is around it."""
    name = spoken(view.name, view.name_en)
    return {
        **surface.around,
        "frame": surface.frame,
        "surface": surface,
        "draft": view,
        "name": name,
        "steps": _steps(view, step, surface),
        "crumbs": [{"name": surface.home_name, "address": reverse(surface.home)}, {"name": name, "address": ""}],
    }


def _steps(view: intake.DraftView, now: str, surface: Surface) -> list[dict[str, str]]:
    names = (gettext("回答问题"), gettext("填写表单"), gettext("准备材料"), gettext("核对提交"), gettext("领取结果"))
    addresses = {"form": surface.to("apply", view.id), "materials": surface.to("apply_materials", view.id)}
    place = STEPS.index(now)
    states = ["done"] * place + ["now"] + ["next"] * (len(STEPS) - place - 1)
    return [
        {"name": name, "state": state, "address": addresses.get(step, "")}
        for name, state, step in zip(names, states, STEPS, strict=True)
    ]
