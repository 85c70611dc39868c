"""What an act will say on paper, before it is done."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lianban.apps.cases import chain_acts, granting
from lianban.apps.cases.acting import By, context, visible
from lianban.apps.cases.lists import Reader
from lianban.apps.cases.models import CaseFile
from lianban.apps.cases.plans import plan_of
from lianban.apps.cases.views import ItemCaseView
from lianban.apps.docket import public as docket
from lianban.core.clocks.due import due_on
from lianban.core.clocks.limits import TimeLimit
from lianban.core.proceedings.chain_case.commands import ReceivedMaterial


@dataclass(frozen=True)
class AcceptancePreview:
    """What the notice of acceptance would say today. items: limits and due day of each."""

    items: tuple[chain_acts.ItemLimits, ...]
    materials: tuple[ReceivedMaterial, ...]
    accepted_on: date
    promised_due_on: date
    provisional: bool


@dataclass(frozen=True)
class GrantPreview:
    """What the grant would say unless the approver changes it. licences: names of what is issued with it."""

    content: str
    scope: str
    conditions: str
    validity: str
    basis: tuple[str, ...]
    licences: tuple[str, ...]
    since: date
    until: date | None


def acceptance_preview(number: str, reader: Reader) -> AcceptancePreview:
    """Return what accepting today would say. Raises NoSuchProceeding."""
    visible(number, reader.actor)
    loaded = docket.load(number)
    file = CaseFile.objects.get(proceeding_id=loaded.id)
    plan, state, today = plan_of(file), loaded.state, reader.today
    waits = {child.item: child.predecessors for child in state.items}
    due = due_on(TimeLimit(length=Decimal(state.promise_days)), today, context(reader.now).calendar)
    return AcceptancePreview(
        items=chain_acts.item_limits(plan, waits, today, reader.now),
        materials=tuple(chain_acts.handed_in(plan, file)),
        accepted_on=today,
        promised_due_on=due.on,
        provisional=due.provisional,
    )


def renewed_until(number: str, reader: Reader) -> date | None:
    """Return until when a licence would hold if it were renewed for one more term; None when it has no end."""
    visible(number, reader.actor)
    child = docket.load(number)
    return granting.renewed_until(child) if child.state.valid_until else None


def shown_on_licences(view: ItemCaseView) -> tuple[tuple[str, str], ...]:
    """Return the elements a licence of this application shows, with the names they have there."""
    asked = {field.key for section in view.case.sections for field in section.fields}
    return tuple((key, name) for key, name in granting.ON_LICENCES.items() if key in asked)


def grant_preview(number: str, reader: Reader) -> GrantPreview:
    """Return what granting an item today would say. Raises NoSuchProceeding."""
    visible(number, reader.actor)
    child = docket.load(number)
    said = granting.said_of(child)
    holds = granting.validity(child, By(reader.actor, "", reader.now))
    basis = said["basis"]
    return GrantPreview(
        content=str(said["content"]),
        scope=str(said["scope"]),
        conditions=str(said["conditions"]),
        validity=str(said["validity"]),
        basis=tuple(map(str, basis)) if isinstance(basis, list) else (),
        licences=tuple(each.name for each in granting.licences(granting.definition(child))),
        since=holds.since,
        until=holds.until,
    )
