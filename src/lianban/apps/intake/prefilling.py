"""What need not be typed: the signed-in person's own particulars and what registries know, each with its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop as _

from lianban.apps.accounts import public as accounts
from lianban.apps.intake import planning
from lianban.apps.storage.wired import ports
from lianban.core.chains.plan import CarryOver, MergedField, Plan
from lianban.ports.registry import Found, Registry, RegistryUnavailable

SELF_ROLES = ("applicant", "legal_rep", "contact")
"""Whose facts the signed-in person's own are, where the form asks for them; the first two by who applies."""
IDENTITY = _("实名账号")
ANSWERS = _("您开始时的回答")
IDENTITY_CARD = "居民身份证"
"""What the number of every account that a citizen signs in with stands on (GB 11643)."""
ID_NUMBER = ".id_no"
REGISTERED_NAME = "applicant.name"


@dataclass(frozen=True)
class Filled:
    """Values and where each came from. notes: sentences about what could not be fetched."""

    values: Mapping[str, object]
    sources: Mapping[str, str]
    notes: tuple[str, ...] = ()


def prefill(plan: Plan, owner: UUID, now: datetime, identity: str = IDENTITY) -> Filled:
    """Return what can be filled in for a person, only for fields the form has and never what must be given anew.

    identity: where the name and the number are known from.
    """
    fields = {each.key: each for each in plan.fields if each.carry_over is not CarryOver.NEVER}
    asked = fields.keys()
    own = accounts.full_card(owner)
    values = _answered(plan, fields)
    sources = dict.fromkeys(values, ANSWERS)
    notes: list[str] = []
    for key, value in _identity(own).items():
        if key in asked and value and _offers(fields[key], value):
            values[key], sources[key] = value, identity
    for role in _self_roles(asked):
        found = _ask_about(own, now, notes)
        for key, value in _for_role(found, role):
            if key in asked and key not in values:
                values[key], sources[key] = value, _source(found)
    return Filled(values, sources, tuple(notes))


def own_particulars(plan: Plan, owner: UUID, role: str, now: datetime) -> Filled:
    """Return what is known of the signed-in person, for a role they say is theirs."""
    asked = {field.key for field in plan.fields if field.carry_over is not CarryOver.NEVER}
    own = accounts.full_card(owner)
    notes: list[str] = []
    found = _ask_about(own, now, notes)
    known = {key: (value, _source(found)) for key, value in _for_role(found, role)}
    said = {"name": own.name, "id_no": own.id_number, "phone": own.phone}
    known |= {f"{role}.{fact}": (value, IDENTITY) for fact, value in said.items()}
    taken = {key: pair for key, pair in known.items() if key in asked and pair[0]}
    return Filled({k: value for k, (value, _) in taken.items()}, {k: s for k, (_, s) in taken.items()}, tuple(notes))


def from_business(plan: Plan, credit_code: str, now: datetime) -> Filled:
    """Return what the business registry knows of a credit code. Empty when it knows nothing.

    Anybody may type anybody's code: people's identity numbers are not told, their fields become empty and open.
    """
    asked = {field.key for field in plan.fields}
    notes: list[str] = []
    found = _ask(ports().business, credit_code, now, notes)
    told = {key: value for key, value in found.values.items() if key in asked} if found else {}
    values = {key: "" if key.endswith(ID_NUMBER) else value for key, value in told.items()}
    return Filled(values, {key: _source(found) if values[key] else "" for key in values}, tuple(notes))


def _answered(plan: Plan, fields: Mapping[str, MergedField]) -> dict[str, object]:
    """What the questions have already asked is not asked again."""
    facts = planning.known_facts(plan)
    told = {key: planning.as_value(fields[key], fact) for key, fact in facts.items() if key in fields}
    return {key: value for key, value in told.items() if value is not None}


def _identity(own: accounts.FullCard) -> dict[str, str]:
    said = {"name": own.name, "id_no": own.id_number, "phone": own.phone}
    said |= {"id_type": IDENTITY_CARD if own.id_number else ""}
    found = {f"{role}.{fact}": value for role in SELF_ROLES[:2] for fact, value in said.items()}
    return found | {"contact.name": own.name, "contact.phone": own.phone}


def _offers(field: MergedField, value: str) -> bool:
    return not field.options or any(option.value == value for option in field.options)


def _self_roles(asked: Iterable[str]) -> list[str]:
    roles = {key.partition(".")[0] for key in asked}
    return [role for role in SELF_ROLES[:2] if role in roles]


def _for_role(found: Found | None, role: str) -> list[tuple[str, object]]:
    if found is None:
        return []
    return [(f"{role}.{key.partition('.')[2]}", value) for key, value in found.values.items()]


def _ask_about(own: accounts.FullCard, now: datetime, notes: list[str]) -> Found | None:
    """Ask the population register; who signed up under another name than its own learns nothing of that person."""
    found = _ask(ports().population, own.id_number, now, notes)
    return found if found and found.values.get(REGISTERED_NAME) == own.name else None


def _ask(registry: Registry, subject: str, now: datetime, notes: list[str]) -> Found | None:
    try:
        return registry.lookup(subject, now) if subject else None
    except RegistryUnavailable as silent:
        notes.append(silent.message)
        return None


def _source(found: Found | None) -> str:
    return f"{found.source}（{found.as_of:%Y-%m-%d}）" if found else ""
