"""The evidence package of a case: everything it takes to check its record on a machine that has no database."""

from collections.abc import Iterable
from datetime import UTC, datetime

from lianban.apps.cases.acting import context
from lianban.apps.docket import public as docket
from lianban.apps.docket.public import Loaded
from lianban.apps.documents.models import Document
from lianban.core.clocks.certificate import ClockCertificate, certificate
from lianban.core.kernel.canonical import digest
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.supervision.evidence import FORMAT


def evidence(number: str, now: datetime) -> dict[str, object]:
    """Return the package of the whole thing a number belongs to. Personal values are in it as digests only.

    Raises NoSuchProceeding. The caller has made sure that whoever asks may see the case.
    """
    whole = docket.whole(number)
    parts = (whole.parent, *whole.children)
    content: dict[str, object] = {
        "format": FORMAT,
        "case": whole.parent.number,
        "made_at": now.astimezone(UTC).isoformat(),
        "proceedings": [_proceeding(each) for each in parts],
        "documents": list(_documents(parts)),
        "clocks": [each.model_dump(mode="json") for each in _clocks(whole.children, now)],
        "notices": [each.model_dump(mode="json") for each in context(now).calendar.notices],
    }
    return {**content, "seal": digest(content)}


def _proceeding(each: Loaded) -> dict[str, object]:
    return {
        "number": each.number,
        "id": str(each.id),
        "procedure": each.procedure,
        "title": each.title,
        "item": each.item,
        "authority": each.authority,
        "version": each.version,
        "head": each.head,
        "events": [event.told() for event in docket.events(each.number)],
    }


def _documents(parts: Iterable[Loaded]) -> Iterable[dict[str, object]]:
    numbers = {each.id: each.number for each in parts}
    for row in Document.objects.defer("content").filter(proceeding__in=list(numbers)):
        yield {
            "kind": row.kind,
            "title": row.title,
            "number": row.number,
            "proceeding": numbers[row.proceeding],
            "authority": row.authority_name,
            "issued_at": row.issued_at.astimezone(UTC).isoformat(),
            "digest": row.content_digest,
            "file_digest": row.file_digest,
        }


def _clocks(items: Iterable[Loaded], now: datetime) -> Iterable[ClockCertificate]:
    """The clock of every item whose law or promise sets a limit; as of the day it ended, or today."""
    for each in items:
        state = each.state
        if isinstance(state, ItemState) and state.clock is not None:
            as_of = state.closed_on or local_day(now)
            yield certificate(state.clock, context(now).calendar, subject=each.number, as_of=as_of)
