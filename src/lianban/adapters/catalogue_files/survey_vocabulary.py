"""Data elements and material kinds, as far as the wordings of surveys tell."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lianban.adapters.catalogue_files.survey_items import filled
from lianban.adapters.catalogue_files.survey_words import Entry

_PERSONS = frozenset(
    [
        "agent",
        "applicant",
        "child",
        "contact",
        "father",
        "finance",
        "guardian",
        "household",
        "kg",
        "legal_rep",
        "liaison",
        "mother",
        "sponsor",
        "spouse",
        "staff",
        "med",
        "hygiene",
        "rad",
        "fire",
        "drug",
        "equip",
        "hotel",
        "tax",
    ]
)
_NAMES = frozenset(
    ["name", "head", "quality_head", "responsible", "manager", "security_head", "operators", "agent", "safety_managers"]
)
_PRIVATE = frozenset(
    [
        "id_no",
        "phone",
        "addr",
        "address",
        "live_addr",
        "hukou",
        "email",
        "age",
        "marital",
        "native",
        "employer",
        "agent_phone",
    ]
)
_HEALTH = re.compile(r"^(dis\.|child\.|med_record|mother\.leave|bank\.account|mi\.hospital|archive\.)")
_POPULATION = frozenset(["name", "id_no", "gender", "birth_time", "ethnic", "nation", "hukou", "native"])
_BUSINESS = frozenset(["name", "uscc", "domicile", "type", "capital", "currency", "scope", "term", "status"])
_COLUMNS = {"id_no": "idno", "name": "text", "capital": "money", "_date": "date"}
_CHANGING = frozenset(["phone", "addr", "address", "live_addr", "email", "marital", "employer", "count"])


@dataclass
class Wordings:
    """How the departments of one survey word one concept."""

    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    options: dict[str, Entry] = field(default_factory=dict)


def elements_of(items: Iterable[Entry]) -> dict[str, Entry]:
    """Return a data element for every key that the fields of items name."""
    found: dict[str, Wordings] = {}
    for item in items:
        for each in item.get("form", {}).get("fields", ()):
            if "element" in each:
                _note(found.setdefault(each["element"], Wordings()), each)
    return {key: _element(key, found[key]) for key in sorted(found)}


def kinds_of(items: Iterable[Entry], rules: Iterable[Entry]) -> dict[str, Entry]:
    """Return a material kind for every key that material lists name."""
    found: dict[str, list[Entry]] = {}
    for item in items:
        for each in item.get("materials", ()):
            if "kind" in each:
                found.setdefault(each["kind"], []).append(each)
    for rule in rules:
        if rule.get("kind"):
            found.setdefault(rule["kind"], []).append(rule)
    return {key: _kind(key, found[key]) for key in sorted(found)}


def _note(wordings: Wordings, written: Entry) -> None:
    wordings.names[_bare(written["name"], written.get("unit"))] += 1
    wordings.types[written["type"]] += 1
    if "unit" in written:
        wordings.units[written["unit"]] += 1
    wordings.options |= {each["value"]: each for each in written.get("options", ())}


def _bare(name: str, unit: str | None) -> str:
    return re.sub(r"（[^（）]*）$", "", name) if unit else name


def _element(key: str, wordings: Wordings) -> Entry:
    role, _, fact = key.partition(".")
    name = _most_common(wordings.names)
    return filled(
        name=name,
        type=_type(fact, wordings),
        unit=_most_common(wordings.units) if wordings.units else None,
        options=list(wordings.options.values()),
        sensitivity=_sensitivity(key, role, fact),
        carry_over="confirm" if fact in _CHANGING else None,
        authority=_registry(role, fact),
        synonyms=[each for each in sorted(wordings.names) if each != name],
    )


def _type(fact: str, wordings: Wordings) -> str:
    """A repeated group is asked for column by column; what a column holds shows in its name."""
    common = _most_common(wordings.types)
    if common != "table":
        return common
    if wordings.options:
        return "enum"
    return next((name for ending, name in _COLUMNS.items() if fact.endswith(ending)), "table")


def _sensitivity(key: str, role: str, fact: str) -> str | None:
    if _HEALTH.match(key):
        return "special"
    if role in _PERSONS and (fact in _PRIVATE or fact in _NAMES):
        return "personal"
    return None


def _registry(role: str, fact: str) -> str | None:
    if role == "entity" and fact in _BUSINESS:
        return "business"
    return "population" if role in _PERSONS and fact in _POPULATION else None


def _kind(key: str, written: list[Entry]) -> Entry:
    names = Counter(each["name"] for each in written)
    name = _most_common(names)
    is_form = key.startswith("form.")
    issuers = Counter(each["issued_by"] for each in written if "issued_by" in each)
    return filled(
        name=name,
        issuer=_most_common(issuers) if issuers else None,
        e_licence=_mostly(written, "e_licence"),
        shared=_mostly(written, "shared"),
        specific=is_form or None,
        replaced_by_form=is_form or None,
        synonyms=[each for each in sorted(names) if each != name],
    )


def _mostly(written: list[Entry], flag: str) -> bool | None:
    return True if 2 * sum(bool(each.get(flag)) for each in written) > len(written) else None


def _most_common(counts: Mapping[str, int]) -> str:
    return min(counts, key=lambda text: (-counts[text], len(text), text))
