"""Notices as they were given, and what has changed since."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides.comparing import SheetDifference, compare
from lianban.apps.guides.errors import NoSuchNotice
from lianban.apps.guides.issuing import address, told
from lianban.apps.guides.models import GuidanceNotice
from lianban.apps.guides.sheet import Sheet
from lianban.core.conditions.algebra import Facts
from lianban.core.guidance import facts_after
from lianban.core.guidance.spelling import read_all
from lianban.core.kernel.canonical import digest
from lianban.core.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice. answers: question key → answer as an address spells it. previous, later: codes, empty without.

    changed: what this one tells differently from the one it replaces; None for a first.
    """

    number: str
    code: str
    address: str
    chain: str
    answers: dict[str, str]
    sheet: Sheet
    document: uuid.UUID
    issued_on: date
    issued_at: datetime
    version: int
    previous: str
    later: str
    changed: SheetDifference | None


@dataclass(frozen=True, slots=True)
class Since:
    """How definitions moved on since a notice was given. is_answerable: its answers can still be given today."""

    is_answerable: bool
    difference: SheetDifference | None


def notice(code: str) -> Notice:
    """Return a notice. Raises NoSuchNotice."""
    row = _row(code)
    sheet = Sheet.model_validate(row.sheet)
    previous, later = row.previous, row.later.order_by("-issued_at", "-id").first()
    return Notice(
        number=row.number,
        code=row.code,
        address=address(row.code),
        chain=row.chain,
        answers={each.question: row.answers[each.question] for each in sheet.answers},
        sheet=sheet,
        document=row.document,
        issued_on=row.issued_on,
        issued_at=row.issued_at,
        version=row.version,
        previous=previous.code if previous else "",
        later=later.code if later else "",
        changed=compare(Sheet.model_validate(previous.sheet), sheet) if previous else None,
    )


def since(code: str) -> Since | None:
    """Return what would be told differently today; None when nothing would. Raises NoSuchNotice."""
    row = _row(code)
    try:
        today = told(row.chain, row.answers)
    except DomainError:
        return Since(False, None)
    if today.release == row.release or digest(today.plan.model_dump(mode="json")) == row.plan_digest:
        return None
    return Since(True, compare(Sheet.model_validate(row.sheet), today.sheet))


def _row(code: str) -> GuidanceNotice:
    row = GuidanceNotice.objects.select_related("previous").filter(code=code.strip().lower()).first()
    if row is None:
        raise NoSuchNotice
    return row


def known_facts(found: Notice) -> Facts | None:
    """Return what follows from a notice's answers today; None when they can no longer be given."""
    try:
        chain = catalogue.current().chain(found.chain)
        return facts_after(chain, read_all(chain, found.answers))
    except DomainError:
        return None
