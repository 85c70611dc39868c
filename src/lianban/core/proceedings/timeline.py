"""What happened, in words a citizen understands."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from string import Formatter

from lianban.core.calendars.written import written_with_weekday
from lianban.core.kernel.value import Value
from lianban.core.proceedings.events import Recorded, Role
from lianban.core.proceedings.telling import TELLINGS, VALUES, Telling

PROVISIONAL = ("（节假日安排公布前暂定）", " (provisional until the holidays are announced)")
NO_NAMES: Mapping[str, str] = {}


class Line(Value):
    """One line. authority: key of the acting authority. document: number of the paper issued, with its kind.

    person, on_behalf_of: account ids of who acted, and of whom they stood in for.
    """

    at: datetime
    kind: str
    text: str
    text_en: str
    detail: str = ""
    detail_en: str = ""
    role: Role
    authority: str = ""
    document: str = ""
    document_kind: str = ""
    person: str = ""
    on_behalf_of: str = ""


def lines(
    procedure: str,
    events: Iterable[Recorded],
    *,
    public: bool,
    names: Mapping[str, str] = NO_NAMES,
    names_en: Mapping[str, str] = NO_NAMES,
) -> tuple[Line, ...]:
    """Return the story of a proceeding, oldest first.

    procedure: chain_case or item_case. public: leave out what stays inside the office (opinions, signatures).
    names, names_en: what keys of items and authorities are called.
    """
    known = TELLINGS[procedure]
    told = ((event, known[event.kind]) for event in events if event.kind in known)
    return tuple(_line(event, how, names, names_en) for event, how in told if how.public or not public)


def _line(event: Recorded, how: Telling, names: Mapping[str, str], names_en: Mapping[str, str]) -> Line:
    facts = _facts(event.payload)
    document = event.payload.get("document")
    paper = document if isinstance(document, dict) else {}
    return Line(
        at=event.effective_at,
        kind=event.kind,
        text=_filled(how.zh, facts, names, 0),
        text_en=_filled(how.en, facts, {**names, **names_en}, 1),
        detail=_marked(_filled(how.detail, facts, names, 0), facts, 0),
        detail_en=_marked(_filled(how.detail_en, facts, {**names, **names_en}, 1), facts, 1),
        role=event.actor.role,
        authority=event.actor.authority,
        document=str(paper.get("number", "")),
        document_kind=str(paper.get("kind", "")),
        person=event.actor.person,
        on_behalf_of=event.actor.on_behalf_of,
    )


def _marked(words: str, facts: Mapping[str, object], language: int) -> str:
    """Say beside a day that it is provisional, because the holidays of its year were not announced yet."""
    return words + PROVISIONAL[language] if words and facts.get("provisional") is True else words


def _facts(payload: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Return the payload flat: stop.needed.length becomes stop_needed_length."""
    flat: dict[str, object] = {}
    for key, value in payload.items():
        if isinstance(value, dict):
            flat |= _facts(value, f"{prefix}{key}_")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def _filled(words: str, facts: Mapping[str, object], names: Mapping[str, str], language: int) -> str:
    """Return the words with their gaps filled, or nothing when something they speak of is not known."""
    wanted = [name for _, name, _, _ in Formatter().parse(words) if name]
    if any(facts.get(name) in (None, "", []) for name in wanted):
        return ""
    return words.format(**{name: _said(facts[name], names, language) for name in wanted})


def _said(value: object, names: Mapping[str, str], language: int) -> str:
    if isinstance(value, list):
        told = [_called(each, names) if isinstance(each, dict) else each for each in value]
        return ("、", ", ")[language].join(_said(each, names, language) for each in told)
    text = str(value)
    if text in VALUES:
        return VALUES[text][language]
    day = _day(text)
    if day is None:
        return names.get(text, text)
    return day.isoformat() if language else written_with_weekday(day)


def _called(thing: Mapping[str, object], names: Mapping[str, str]) -> str:
    """What one of several things is called: an item as it is known to the reader, else as the record says."""
    return names.get(str(thing.get("item", "")), str(thing.get("name", thing.get("subject", ""))))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
