"""The evidence package of a case: everything it takes to check its record on a machine that has no database."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from django.conf import settings

from lianban.apps.cases.acting import context
from lianban.apps.cases.models import CaseFile
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.apps.docket.public import Loaded
from lianban.apps.documents.models import Document
from lianban.apps.roots import public as roots
from lianban.apps.storage.wired import ports
from lianban.core.clocks.certificate import ClockCertificate, certificate
from lianban.core.kernel.canonical import digest
from lianban.core.kernel.words import MARK
from lianban.core.proceedings.events import Recorded
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.supervision.evidence import FORMAT


def evidence(number: str, now: datetime) -> dict[str, object]:
    """Return the package of the whole thing a number belongs to. Personal values are in it as digests only.

    What people wrote in their own words is in it as written, beside the record. Raises NoSuchProceeding. The caller has
    made sure that whoever asks may see the case.
    """
    whole = docket.whole(number)
    parts = whole.proceedings
    told = {each.id: docket.events(each.number) for each in parts}
    content: dict[str, object] = {
        "format": FORMAT,
        "county": settings.LIANBAN_DIVISION,
        "case": whole.parent.number,
        "made_at": now.astimezone(UTC).isoformat(),
        "proceedings": [_proceeding(each, told[each.id]) for each in parts],
        "documents": list(_documents(parts)),
        "clocks": [each.model_dump(mode="json") for each in _clocks(whole.children, now)],
        "notices": [each.model_dump(mode="json") for each in context(now).calendar.notices],
        **_plan(whole.parent),
        "texts": _texts(parts),
        **_roots(parts, [event for log in told.values() for event in log]),
    }
    seal = digest(content)
    signed = ports().log_key.sign(seal.encode(), now)
    return {**content, "seal": seal, "signature": signed.value, "certificates": list(signed.certificates)}


def papers(number: str) -> tuple[Document, ...]:
    """Return the documents of a case in the order of the package."""
    whole = docket.whole(number)
    return tuple(_rows(whole.proceedings))


def _texts(parts: Iterable[Loaded]) -> dict[str, dict[str, str]]:
    """What people wrote, with its salt, by the digest that stands in the record; what was erased is not in it."""
    kept = docket.kept_of([each.id for each in parts])
    return {reference.removeprefix(MARK): each.model_dump() for reference, each in kept.items()}


def _proceeding(each: Loaded, events: Sequence[Recorded]) -> dict[str, object]:
    return {
        "number": each.number,
        "id": str(each.id),
        "procedure": each.procedure,
        "title": each.title,
        "item": each.item,
        "authority": each.authority,
        "version": each.version,
        "head": each.head,
        "events": [event.told() for event in events],
    }


def _rows(parts: Iterable[Loaded]) -> Iterable[Document]:
    found = Document.objects.defer("content").filter(proceeding__in=[each.id for each in parts])
    return found.order_by("issued_at", "id")


def _documents(parts: Sequence[Loaded]) -> Iterator[dict[str, object]]:
    """file: the paper's place in the package; a paper whose file is not made yet has none."""
    numbers = {each.id: each.number for each in parts}
    for place, row in enumerate(_rows(parts), 1):
        yield {
            "kind": row.kind,
            "title": row.title,
            "number": row.number,
            "proceeding": numbers[row.proceeding],
            "authority": row.authority_name,
            "issued_at": row.issued_at.astimezone(UTC).isoformat(),
            "digest": row.content_digest,
            "file_digest": row.file_digest,
            "file": f"documents/{place:03d}.pdf" if row.file else "",
        }


def _clocks(items: Iterable[Loaded], now: datetime) -> Iterable[ClockCertificate]:
    """The clock of every item whose law or promise sets a limit; as of the day it ended, or today."""
    for each in items:
        state = each.state
        if isinstance(state, ItemState) and state.clock is not None:
            as_of = state.closed_on or local_day(now)
            yield certificate(state.clock, context(now).calendar, subject=each.number, as_of=as_of)


def _plan(parent: Loaded) -> dict[str, object]:
    """The plan the case was accepted under, with its certificate, and the definitions it was compiled from."""
    file = CaseFile.objects.select_related("plan").get(proceeding_id=parent.id)
    plan = file.plan.content
    keys = [item["key"] for item in plan["items"]]
    return {"plan": plan, "definitions": list(catalogue.as_published(file.release, plan["chain"], keys))}


def _roots(parts: Sequence[Loaded], events: Iterable[Recorded]) -> dict[str, object]:
    """The roots from the first day of the case to the latest, and the proofs of its events under them."""
    days: set[date] = {local_day(each.recorded_at) for each in events}
    kept = roots.roots(since=min(days))
    proofs = sorted(roots.proofs(parts, days), key=lambda each: (each.proceeding, each.seq))
    return {"roots": [_root(each) for each in kept], "proofs": [_proof(each) for each in proofs]}


def _root(each: roots.SignedRoot) -> dict[str, object]:
    stated = each.stated.model_dump(mode="json")
    return {**stated, "signature": each.signature, "certificates": list(each.certificates), "signer": each.signer}


def _proof(each: roots.Proof) -> dict[str, object]:
    place = {"proceeding": each.proceeding, "seq": each.seq, "day": each.day.isoformat()}
    return {**place, "index": each.index, "path": list(each.path)}
