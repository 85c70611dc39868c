"""The three beats that every act on a case shares: load, decide, append."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType
from typing import Any

from lianban.apps.docket import public as docket
from lianban.apps.storage.wired import ports
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.events import Actor, Channel, Event, Role
from lianban.core.proceedings.procedure import Command
from lianban.core.proceedings.shared import Context

SYSTEM = Actor(person="", role=Role.SYSTEM, channel=Channel.SYSTEM)
PROCEDURES: dict[str, ModuleType] = {"chain_case": chain_case, "item_case": item_case}


@dataclass(frozen=True)
class By:
    """Who acts, and when. key: made for this one act: sent twice, it is done once. request_id: for the log."""

    actor: Actor
    key: str
    now: datetime
    request_id: str = ""


def context(now: datetime) -> Context:
    """Return what the rules may ask of the world at a moment."""
    return Context(ports().calendars.known_at(now))


def decided(on: docket.Loaded | None, procedure: str, command: Command, actor: Actor) -> tuple[Event, ...]:
    """Return what follows from a command on a proceeding as it was loaded."""
    return PROCEDURES[procedure].decide(on.state if on else None, command, actor, context(command.at))


def representing(actor: Actor, on: docket.Loaded, action: str, applicant: str) -> Actor:
    """Return the actor as they act: a clerk who does what is the applicant's to do does it for them."""
    rule = PROCEDURES[on.procedure].PROCEDURE.rule(on.state.status, action)
    if actor.role is not Role.CLERK or rule is None or Role.APPLICANT not in rule.roles:
        return actor
    return actor.model_copy(update={"on_behalf_of": applicant})


def once(by: By, asked: dict[str, object], obey: Callable[[], Any]) -> Any:
    """Obey a command unless it was obeyed before under the same key; return the first answer."""
    return docket.once(by.key, person=by.actor.person, command=asked, now=by.now, obey=obey)


def expect(on: docket.Loaded, version: int | None) -> None:
    """Raise VersionConflict when the page that sent the command showed an older state."""
    if version is not None and on.version != version:
        raise docket.VersionConflict(on.number)


def visible(number: str, actor: Actor) -> None:
    """Raise NoSuchProceeding when the actor may not see what bears the number: a stranger learns nothing."""
    if actor.role is not Role.SYSTEM and not docket.may_see(actor, number):
        raise docket.NoSuchProceeding(number)
