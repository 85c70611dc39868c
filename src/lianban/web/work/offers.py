"""What may be done now with a proceeding, what may not and why, as the page of its case lists it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.core.proceedings.procedure import OpenAction
from lianban.web.work.acts import Act
from lianban.web.work.consequences import Consequence, consequence

RUNNING = ("in_progress", "partly_granted")
"""Stages of an application that its table calls accepted."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """The proceeding an act is about. procedure: whose table rules it. actions: of that table, open or not."""

    procedure: str
    number: str
    version: int
    status: str
    actions: tuple[OpenAction, ...]

    def rule(self, action: str) -> OpenAction | None:
        """Return the row of an action, or None where the table has none for whoever looks."""
        return next((each for each in self.actions if each.action == action), None)

    def why_not(self, action: str) -> str:
        """Return why an action is not open; empty when it is, or when the table does not say."""
        rule = self.rule(action)
        return rule.why_not if rule else ""

    def consequence(self, action: str) -> Consequence:
        """Return what an action does as things stand."""
        return consequence(self.procedure, self.status, action)


@dataclass(frozen=True, slots=True)
class Offer:
    """An act where it is offered. why_not: a sentence, empty when it may be done now."""

    act: Act
    address: str
    follows: Consequence
    why_not: str


def application(view: cases.CaseView) -> Ruled:
    """Return an application as its table rules it."""
    status = "accepted" if view.stage in RUNNING else view.stage
    return Ruled("chain_case", view.number, view.version, status, view.actions)


def item(view: cases.ItemCaseView) -> Ruled:
    """Return an item as its table rules it."""
    return Ruled("item_case", view.number, view.version, view.state.status.value, view.actions)


def offers(acts: Iterable[tuple[Act, Ruled]], view: Any, address: Callable[[Act], str]) -> dict[str, list[Offer]]:
    """Return what may be done (acts) and what may not (shut). acts: each with the proceeding it is about."""
    made = [
        Offer(act, address(act), ruled.consequence(act.action), rule.why_not or _unless(act, view))
        for act, ruled in acts
        if (rule := ruled.rule(act.action))
    ]
    return {"acts": [each for each in made if not each.why_not], "shut": [each for each in made if each.why_not]}


def _unless(act: Act, view: Any) -> str:
    return "" if act.offered(view) else str(act.unless) or _("本件现在没有可以这样办的内容。")
