"""A changed definition: uploaded by one administrator, looked at and published by another."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lianban.apps.catalogue import store
from lianban.apps.catalogue.errors import (
    ChangeRefused,
    DefinitionsMoved,
    NoSuchChange,
    NothingChanged,
    NotYours,
    SecondPersonNeeded,
)
from lianban.apps.catalogue.models import ProposedChange
from lianban.apps.catalogue.publishing import paths_findings, publish, with_one
from lianban.apps.catalogue.reading import Definitions, current
from lianban.apps.storage.wired import ports
from lianban.core.chains.model import Chain
from lianban.core.chains.quality import check_chain
from lianban.core.items.model import ServiceItem
from lianban.core.items.quality import check_item
from lianban.core.kernel.finding import Finding

Defined = ServiceItem | Chain
ITEM, CHAIN = "item", "chain"


@dataclass(frozen=True, slots=True)
class Editor:
    """Who works in the studio. authority: key of the one whose definitions they may change."""

    person: uuid.UUID
    name: str
    authority: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that a change puts elsewhere. path: parts joined by `/`. before, after: in words, empty for nothing."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change that waits. differences: from the published version. findings: of the changed definition, errors first,
    among them the recorded paths that it would break. version: the published one, 0 for a new definition.
    """

    id: uuid.UUID
    kind: str
    key: str
    name: str
    name_en: str
    person: uuid.UUID
    proposed_at: datetime
    based_on: int
    version: int
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]


def propose(text: str, editor: Editor, now: datetime) -> uuid.UUID:
    """Keep an uploaded definition until a second person publishes it. Uploaded twice, it is one change.

    Raises ChangeRefused with everything that is wrong, NotYours, NothingChanged.
    """
    read = ports().definitions.read(text)
    if read.value is None:
        raise ChangeRefused(read.findings)
    offered, value = current(), read.value
    kind, published = _kind(value), _published(offered, value)
    if any(_owner(each) != editor.authority for each in (value, published) if each is not None):
        raise NotYours
    if published == value:
        raise NothingChanged
    if errors := [each for each in _findings(offered, value) if each.level == "error"]:
        raise ChangeRefused(errors)
    content = value.model_dump(mode="json")
    row, _ = ProposedChange.objects.get_or_create(
        kind=kind,
        key=value.key,
        content=content,
        based_on=store.version_of(kind, value.key),
        decided_at=None,
        defaults={"text": text, "person": editor.person, "proposed_at": now},
    )
    return row.pk


def open_changes() -> tuple[ChangeView, ...]:
    """Return what waits for a second person, the latest first."""
    offered = current()
    return tuple(_view(offered, row) for row in ProposedChange.objects.filter(decided_at=None))


def change(change_id: uuid.UUID) -> ChangeView:
    """Return a change that waits. Raises NoSuchChange."""
    return _view(current(), _open(change_id))


@transaction.atomic
def publish_change(change_id: uuid.UUID, editor: Editor, now: datetime) -> None:
    """Publish what another administrator proposed.

    Raises NoSuchChange, SecondPersonNeeded, NotYours, DefinitionsMoved, ChangeRefused, PathsFail.
    """
    store.lock_publishing()
    row, offered = _open(change_id, lock=True), current()
    value = _value(row)
    if row.person == editor.person:
        raise SecondPersonNeeded
    if _owner(value) != editor.authority:
        raise NotYours
    if (version := store.version_of(row.kind, row.key)) != row.based_on:
        raise DefinitionsMoved(row.key, version)
    items, chains = with_one(offered, value)
    if errors := [each for each in _quality(value, items, offered) if each.level == "error"]:
        raise ChangeRefused(errors)
    publish(items, chains, offered.vocabulary, by=editor.name, now=now, person=editor.person)
    row.release_id = uuid.UUID(store.latest_release()[1])
    _decide(row, editor, now)


@transaction.atomic
def take_back_change(change_id: uuid.UUID, editor: Editor, now: datetime) -> None:
    """Take a change back before it is published. Raises NoSuchChange, NotYours."""
    row = _open(change_id, lock=True)
    if _owner(_value(row)) != editor.authority:
        raise NotYours
    _decide(row, editor, now)


def text_of(kind: str, key: str) -> str:
    """Return a published definition as the text that one changes and uploads. Raises UnknownChain, UnknownItem."""
    offered = current()
    return ports().definitions.write(offered.item(key) if kind == ITEM else offered.chain(key))


def differences(before: Defined | None, after: Defined) -> tuple[Difference, ...]:
    """Return every value that differs, by its path, in the order of the definition."""
    old = dict(_flat(before.model_dump(mode="json"))) if before else {}
    new = dict(_flat(after.model_dump(mode="json")))
    paths = dict.fromkeys((*new, *old))
    return tuple(
        Difference(path, old.get(path, ""), new.get(path, "")) for path in paths if old.get(path) != new.get(path)
    )


def _flat(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case dict() if _is_logic(value):
            yield path, ports().definitions.condition(value)
        case dict():
            for key, each in value.items():
                yield from _flat(each, f"{path}/{key}" if path else str(key))
        case list():
            for at, each in enumerate(value):
                yield from _flat(each, f"{path}/{_called(each, at)}")
        case None | "" | bool() if not value:
            return
        case _:
            yield path, str(value)


def _is_logic(value: Mapping[str, object]) -> bool:
    return len(value) == 1 and next(iter(value)) in ("and", "or", "!", "==", "in", "<", "<=", ">", ">=", "!=")


def _called(entry: object, at: int) -> str:
    """An entry of a list goes by its own key, so that inserting one does not make all that follow differ."""
    if isinstance(entry, dict):
        for name in ("key", "item", "value", "name"):
            if entry.get(name):
                return str(entry[name])
    return str(at)


def _view(offered: Definitions, row: ProposedChange) -> ChangeView:
    value = _value(row)
    return ChangeView(
        id=row.pk,
        kind=row.kind,
        key=row.key,
        name=value.name,
        name_en=value.name_en,
        person=row.person,
        proposed_at=row.proposed_at,
        based_on=row.based_on,
        version=store.version_of(row.kind, row.key),
        differences=differences(_published(offered, value), value),
        findings=tuple(_findings(offered, value)),
    )


def _findings(offered: Definitions, value: Defined) -> list[Finding]:
    items, chains = with_one(offered, value)
    found = _quality(value, items, offered) + paths_findings(items, chains, offered.vocabulary)
    order = ("error", "warning", "hint")
    return sorted(dict.fromkeys(found), key=lambda each: (order.index(each.level), each.where))


def _quality(value: Defined, items: Mapping[str, ServiceItem], offered: Definitions) -> list[Finding]:
    if isinstance(value, ServiceItem):
        return check_item(value, offered.vocabulary)
    return check_chain(value, items, offered.vocabulary)


def _open(change_id: uuid.UUID, *, lock: bool = False) -> ProposedChange:
    rows = ProposedChange.objects.select_for_update() if lock else ProposedChange.objects
    found = rows.filter(pk=change_id, decided_at=None).first()
    if found is None:
        raise NoSuchChange
    return found


def _decide(row: ProposedChange, editor: Editor, now: datetime) -> None:
    row.decided_by, row.decided_at = editor.person, now
    row.save(update_fields=["decided_by", "decided_at", "release"])


def _value(row: ProposedChange) -> Defined:
    return ServiceItem.model_validate(row.content) if row.kind == ITEM else Chain.model_validate(row.content)


def _kind(value: Defined) -> str:
    return ITEM if isinstance(value, ServiceItem) else CHAIN


def _published(offered: Definitions, value: Defined) -> Defined | None:
    return offered.items.get(value.key) if isinstance(value, ServiceItem) else offered.chains.get(value.key)


def _owner(value: Defined) -> str:
    return value.authority if isinstance(value, ServiceItem) else value.lead_authority
